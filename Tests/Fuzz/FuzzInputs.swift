import Foundation

/// The files that the repository has for a target.
struct FuzzInputs {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    /// Seeds and finds, by name.
    let inputs: [(name: String, bytes: [UInt8])]
    /// The words of its dictionary.
    let words: [[UInt8]]

    init(_ target: String) throws {
        let files = FileManager.default
        inputs = try ["Seeds", "Finds"].flatMap { kind in
            let folder = Self.root.appending(path: kind).appending(path: target)
            guard files.fileExists(atPath: folder.path) else { return [(String, [UInt8])]() }
            return try files.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
                .sorted { $0.path < $1.path }
                .map {
                    ("\(kind)/\(target)/\($0.lastPathComponent)", Array(try Data(contentsOf: $0)))
                }
        }
        let dictionary = Self.root.appending(path: "Dictionaries/\(target).dict")
        let lines = (try? String(contentsOf: dictionary, encoding: .utf8)) ?? ""
        words = lines.split(separator: "\n").filter { $0.hasPrefix("\"") }.map(Self.word)
    }

    /// `"a\x0a"` as libFuzzer reads it.
    private static func word(_ line: Substring) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = line.dropFirst().dropLast()
        while let character = rest.popFirst() {
            if character == "\\", rest.hasPrefix("x"),
                let byte = UInt8(rest.dropFirst().prefix(2), radix: 16)
            {
                bytes.append(byte)
                rest = rest.dropFirst(3)
            } else {
                bytes += Array(String(character).utf8)
            }
        }
        return bytes
    }
}
