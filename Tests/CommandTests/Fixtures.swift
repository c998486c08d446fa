import Foundation

/// What the repository holds for tests.
enum Fixtures {
    /// The top of the repository.
    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// A folder of `Tests/Fixtures`.
    static func folder(_ name: String) -> String { "\(repository)/Tests/Fixtures/\(name)" }

    /// The paths of all files below folders of the repository, in order; none where a folder is not there.
    static func files(below folders: String...) -> [String] {
        folders.flatMap { folder in
            let paths = FileManager.default.subpaths(atPath: "\(repository)/\(folder)") ?? []
            return paths.map { "\(repository)/\(folder)/\($0)" }
        }.filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }

    /// A line of JSON with a document.
    static func line(_ id: String, _ text: String) -> String {
        let object = ["id": id, "text": text]
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        let data = try? JSONSerialization.data(withJSONObject: object, options: options)
        return String(decoding: data ?? Data(), as: UTF8.self)
    }
}
