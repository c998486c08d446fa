import Foundation
import Testing

@testable import Command

@Suite("How the command ends")
struct ExitCodeTests {
    @Test(
        "0 is done, 1 bad input of which the good is out, 2 a mistake and nothing is done",
        arguments: [
            ([], "Tokyo", 0, true), (["--help"], "", 0, true), (["--version"], "", 0, true),
            (["manual"], "", 0, true), (["completions", "zsh"], "", 0, true),
            (["--input=jsonl"], "{\"text\":\"a\"}\n{\n{\"text\":\"b\"}\n", 1, true),
            (["lexicon", "lookup", "Xyzzy Quux"], "", 1, false),
            (["--input=jsonl", "--id-field"], "", 2, false), (["/nowhere"], "", 2, false),
            (["--lexicon", "/nowhere"], "x", 2, false), (["--date=never"], "x", 2, false),
            (["completions", "tcsh"], "", 2, false), (["completions"], "", 2, false),
            (["manual", "x"], "", 2, false), (["--color=always"], "x", 2, false),
        ] as [([String], String, Int32, Bool)])
    func codes(arguments: [String], input: String, code: Int32, hasOutput: Bool) throws {
        let result = try Tool.run(arguments, input: Data(input.utf8))
        #expect(result.code == code)
        #expect(result.out.isEmpty != hasOutput)
        #expect(result.err.isEmpty == (code == 0), "\(result.err)")
        #expect(result.err.split(separator: "\n").allSatisfy { $0.hasPrefix("dragoman: ") })
        #expect(ExitCode.meanings.contains { $0.code == "\(code)" })
    }

    @Test("A full disk is 1, and said", arguments: [[], ["--jobs=2"], ["--output=html"]])
    func fullDisk(options: [String]) throws {
        let text = String(repeating: "Taro Kono met Sergey Lavrov.\n", count: 20_000)
        let file = try Scratch(text)
        let shell = try sh(
            "\"$0\" \"$@\" > /dev/full", [Tool.path, "--input=lines", file.path] + options)
        #expect(shell.code == ExitCode.badInput)
        #expect(
            shell.err == "dragoman: cannot write: No space left on device (nothing is written)\n")
    }

    @Test("A reader that goes away ends it by SIGPIPE, without a word", arguments: [1, 2])
    func closedPipe(jobs: Int) throws {
        let text = String(repeating: "Taro Kono met Sergey Lavrov.\n", count: 20_000)
        let file = try Scratch(text)
        let shell = try sh(
            "\"$0\" \"$@\" | head -n 1 > /dev/null; exit \"${PIPESTATUS[0]}\"",
            [Tool.path, "--input=lines", "--jobs=\(jobs)", file.path])
        #expect(shell.code == 128 + SIGPIPE)
        #expect(shell.err == "")
        #expect(
            ExitCode.meanings.contains {
                $0.code == "SIGPIPE" && $0.meaning.contains("\(shell.code)")
            })
    }

    /// Runs a line of bash, and gives its exit code and what it said.
    private func sh(_ line: String, _ arguments: [String]) throws -> (code: Int32, err: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", line] + arguments
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let err = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: err, as: UTF8.self))
    }
}
