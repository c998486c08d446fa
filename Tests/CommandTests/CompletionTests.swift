import Foundation
import Testing

@testable import Command

/// What somebody types, up to the tabulator, and what stands there then.
struct Typed: CustomTestStringConvertible {
    var keys: String
    var line: String

    var testDescription: String { keys }

    init(_ keys: String, _ line: String) {
        self.keys = keys
        self.line = line
    }

    static let all = [
        Typed("--outp", "--output"), Typed("--nes", "--nested"),
        Typed("--output-di", "--output-dir"),
        Typed("tok", "tokens"), Typed("lexi", "lexicon"), Typed("lexicon bu", "lexicon build"),
        Typed("rules che", "rules check"), Typed("completions zs", "completions zsh"),
        Typed("lexicon build --outp", "lexicon build --output"),
        Typed("evaluate --prof", "evaluate --profile"), Typed("evaluate --offs", "evaluate --offs"),
        Typed("--output tims", "--output tims"), Typed("--output webann", "--output webannotation"),
        Typed("--output=webann", "--output=webannotation"), Typed("--input js", "--input jsonl"),
        Typed("evaluate x --profile=hou", "evaluate x --profile=house"),
        Typed("--labels PERSON,TRE", "--labels PERSON,TREATY"), Typed("--date=202", "--date=202"),
        Typed("--languages=de,i", "--languages=de,it"), Typed("art", "article.txt"),
        Typed("--output-dir fold", "--output-dir folder"),
        Typed("--lexicon=art", "--lexicon=article.txt"), Typed("-j 2 art", "-j 2 article.txt"),
        Typed("lexicon build -o art", "lexicon build -o article.txt"),
        Typed("lexicon lookup art", "lexicon lookup art"), Typed("-- art", "-- article.txt"),
    ]
}

@Suite("Completions")
struct CompletionTests {
    /// A folder with the script, a file and a folder to complete.
    private final class Place {
        let path: String

        init(_ shell: Completions.Shell) throws {
            path = FileManager.default.temporaryDirectory.appending(path: "\(UUID())").path
            let files = FileManager.default
            try files.createDirectory(atPath: path + "/folder", withIntermediateDirectories: true)
            _ = files.createFile(atPath: path + "/article.txt", contents: Data())
            let script = Data(Completions.script(for: shell).utf8)
            _ = files.createFile(atPath: path + "/_dragoman", contents: script)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    @Test(
        "bash completes options, values, sub-commands and files",
        .enabled(if: isThere("bash"), "apt-get install bash"))
    func bash() throws {
        let place = try Place(.bash)
        let shell = try Terminal("/usr/bin/bash", ["--norc", "-i"], hasSession: true)
        try check(shell, setUp: "cd '\(place.path)'; source ./_dragoman")
    }

    @Test(
        "zsh completes options, values, sub-commands and files",
        .enabled(if: isThere("zsh"), "apt-get install zsh"))
    func zsh() throws {
        let place = try Place(.zsh)
        let environment = ["HOME": place.path]
        for setUp in [
            "fpath=($PWD $fpath); autoload -U compinit; compinit -u -D",
            "autoload -U compinit; compinit -u -D; source ./_dragoman",
        ] {
            let shell = try Terminal(
                "/usr/bin/zsh", ["-f", "-i"], environment: environment, hasSession: true)
            try check(shell, setUp: "cd '\(place.path)'; \(setUp)")
        }
    }

    @Test(
        "fish completes options, values, sub-commands and files",
        .enabled(if: isThere("fish"), "apt-get install fish"))
    func fish() throws {
        let place = try Place(.fish)
        for typed in Typed.all where typed.keys != typed.line {
            let offered = try offered("dragoman " + typed.keys, in: place)
            // fish offers the last word, and other spellings of options beside it.
            let word = typed.line.split(separator: " ").last!
            #expect(
                offered.contains { word == $0.name.drop { $0 == "/" } || $0.name == "\(word)/" },
                "\(typed.keys): \(offered)")
        }
    }

    @Test(
        "fish offers what the tables say, no more and no less",
        .enabled(if: isThere("fish"), "apt-get install fish"))
    func offers() throws {
        let place = try Place(.fish)
        for command in [Extract.command] + DragomanCommand.subcommands {
            let words = (["dragoman"] + command.words).joined(separator: " ")
            let options = try offered(words + " --", in: place)
            #expect(
                Set(options.map(\.name))
                    == Set(command.options.map { "--\($0.name)" }))
            for option in command.options {
                guard case .one(let choices) = option.values else { continue }
                let values = try offered("\(words) --\(option.name) ", in: place)
                #expect(values.map(\.name).sorted() == choices().map(\.name).sorted())
                #expect(Set(values.map(\.summary)) == Set(choices().map(\.brief)))
            }
        }
    }

    /// What fish offers for a line.
    private func offered(_ line: String, in place: Place) throws -> [Choice] {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/usr/bin/fish")
        shell.arguments = ["--no-config", "-c", "source ./_dragoman; complete -C '\(line)'"]
        shell.currentDirectoryURL = URL(fileURLWithPath: place.path)
        shell.environment = ["PATH": "/usr/bin:/bin", "HOME": place.path, "LC_ALL": "C.UTF-8"]
        let pipe = Pipe()
        shell.standardOutput = pipe
        shell.standardInput = FileHandle.nullDevice
        try shell.run()
        let lines = try pipe.fileHandleForReading.readToEnd() ?? Data()
        shell.waitUntilExit()
        return String(decoding: lines, as: UTF8.self).split(separator: "\n").map { line in
            let parts = line.split(separator: "\t", maxSplits: 1)
            return Choice(name: String(parts[0]), summary: parts.count > 1 ? String(parts[1]) : "")
        }
    }

    /// Types each line with the tabulator behind it, and looks what the command would get.
    private func check(_ shell: Terminal, setUp: String) throws {
        try shell.type(
            "\(setUp); dragoman() { printf '%s:%s.\\n' GOT \"$*\"; }; echo READY:\n".replacing(
                "READY:", with: "REA''DY:"))
        try shell.wait(for: "READY:")
        for typed in Typed.all {
            try shell.type("dragoman \(typed.keys)\t\n")
            var line = try shell.wait(for: "GOT:")
            // What a shell puts there to go on with.
            while let last = line.last, ".,=/\r ".contains(last) { line.removeLast() }
            #expect(line == typed.line, "\(typed.keys)")
        }
    }
}
