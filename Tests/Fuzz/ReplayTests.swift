import Foundation
import Testing

/// Every seed and every find of the fuzzer keeps the promises of its target.
@Suite struct `Inputs of the fuzzer` {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    /// The inputs in a target's folders, by name.
    private static func inputs(_ target: String) throws -> [(name: String, bytes: [UInt8])] {
        let files = FileManager.default
        return try ["Seeds", "Finds"].flatMap { kind in
            let folder = root.appending(path: kind).appending(path: target)
            guard files.fileExists(atPath: folder.path) else { return [(String, [UInt8])]() }
            return try files.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
                .sorted { $0.path < $1.path }
                .map {
                    ("\(kind)/\(target)/\($0.lastPathComponent)", Array(try Data(contentsOf: $0)))
                }
        }
    }

    @Test(arguments: FuzzTarget.all.map(\.name))
    func `Each is read again`(name: String) throws {
        let target = try #require(FuzzTarget.all.first { $0.name == name })
        let inputs = try Self.inputs(name)
        #expect(!inputs.isEmpty, "no seeds")
        for input in inputs {
            #expect(throws: Never.self, "\(input.name)") { try target.run(input.bytes) }
        }
    }
}
