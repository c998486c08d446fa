import Foundation
import Testing

@testable import Command

@Suite("The manual page")
struct ManualTests {
    /// What a checker says of the page on any of its outputs; `nil` where it is not installed.
    private static func check(_ path: String, _ arguments: [String]) throws -> String? {
        guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
        let page = try Scratch(Manual.page, ".1")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments + [page.path]
        process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80"]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: said, as: UTF8.self)
    }

    @Test(
        "groff has nothing to complain of", .enabled(if: isThere("groff"), "apt-get install groff"))
    func groff() throws {
        #expect(try Self.check("/usr/bin/groff", ["-ww", "-man", "-Tutf8", "-z"]) == "")
    }

    @Test(
        "mandoc misses only a date, which a page made of tables does not have",
        .enabled(if: isThere("mandoc"), "apt-get install mandoc"))
    func mandoc() throws {
        let lines = try #require(try Self.check("/usr/bin/mandoc", ["-T", "lint"]))
            .split(separator: "\n")
        #expect(lines.count == 1 && lines.allSatisfy { $0.contains("missing date") }, "\(lines)")
    }

    @Test(
        "man shows every option, value, sub-command, exit code, variable and example",
        .enabled(if: isThere("man") && isThere("groff"), "apt-get install man-db groff"))
    func shown() throws {
        let page = try #require(try Self.check("/usr/bin/man", ["-P", "cat", "-l"]))
        let words = page.replacing(#/.\u{8}/#, with: "").split(whereSeparator: \.isWhitespace)
            .joined(separator: " ").replacing("‐ ", with: "")
        for command in [Extract.command] + DragomanCommand.subcommands {
            #expect(words.contains(command.synopsis))
            for option in command.options {
                let value = option.value.map { " " + $0 } ?? ""
                #expect(words.contains(option.spellings.joined(separator: ", ") + value))
                for choice in option.values.choices { #expect(words.contains(choice.name)) }
            }
        }
        for exit in ExitCode.meanings { #expect(words.contains(exit.code)) }
        for variable in Remarks.environment { #expect(words.contains(variable.name)) }
        for example in Remarks.examples { #expect(words.contains(example.code)) }
    }

    @Test("The examples are right", arguments: Remarks.examples.map(\.code))
    func examples(code: String) throws {
        let words = code.split { " |>".contains($0) }.map(String.init)
        #expect(words.first == "dragoman")
        let used = words.prefix { $0 != "less" }.dropFirst()
        let command = DragomanCommand.subcommands.first { used.starts(with: $0.words) }
        _ = try Arguments(
            used.dropFirst(command?.words.count ?? 0), options: (command ?? Extract.command).options
        )
    }

    @Test("What roff would take for its own is written so that it is shown")
    func escapes() {
        #expect(Roff.plain(".x") == "\\&.x")
        #expect(Roff.plain("'x'") == "\\(aqx\\(aq")
        #expect(Roff.plain("a\\b \"-j\" …") == "a\\eb \\(dq\\-j\\(dq \\[u2026]")
    }
}

/// Whether a program is installed.
func isThere(_ name: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\(name)")
}
