import Foundation
import Testing

/// What needs no release build; `.ci/package` tries the packages themselves.
@Suite("Packages", .enabled(if: isThere("chrpath"), "apt-get install binutils chrpath dpkg-dev"))
struct PackagingTests {
    private static let scripts = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/Packaging").standardizedFileURL

    private func run(_ script: String, _ arguments: String...) throws -> (code: Int32, said: String)
    {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = [Self.scripts.appending(path: script).path] + arguments
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }

    private let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())").path

    @Test(
        "The tree has the command, its manual page and its completions"
    )
    func tree() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try run("tree", Tool.path, folder, "share/zsh/site-functions").code == 0)
        let files = FileManager.default.enumerator(atPath: folder)!.compactMap { $0 as? String }
            .filter { $0.split(separator: "/").last!.contains("dragoman") }
        let expected = [
            "bin/dragoman": nil, "share/man/man1/dragoman.1": ["manual"],
            "share/bash-completion/completions/dragoman": ["completions", "bash"],
            "share/fish/vendor_completions.d/dragoman.fish": ["completions", "fish"],
            "share/zsh/site-functions/_dragoman": ["completions", "zsh"],
        ]
        #expect(Set(files) == Set(expected.keys))
        for case (let file, let words?) in expected {
            let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
            #expect(text == (try Tool.run(words).out))
        }
    }

    @Test(
        "A command that needs the Swift toolchain beside it is not packed",
        arguments: ["deb", "tarball"])
    func refused(script: String) throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let result = try run(script, Tool.path, folder)
        #expect(result.code == 1)
        #expect(result.said.contains("needs ") && result.said.contains("libswiftCore.so"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
}
