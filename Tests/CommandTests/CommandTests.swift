import Foundation
import Testing

@Suite("The command, as a user runs it")
struct CommandTests {
    @Test("A sentence on standard input gives one JSON object")
    func json() throws {
        let result = try Command.run(input: "Taro Kono met Sergey Lavrov in Munich.")
        #expect(result.code == 0)
        #expect(result.err == "")
        let object = try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any]
        #expect(object?["schema"] as? String == "dragoman/1")
        let mentions = object?["mentions"] as? [[String: Any]] ?? []
        #expect(mentions.map { $0["text"] as? String } == ["Taro Kono", "Sergey Lavrov", "Munich"])
    }

    @Test("JSON Lines in, JSON Lines out, ids and order kept, a bad line named")
    func jsonl() throws {
        let result = try Command.run(
            "--input", "jsonl",
            input: """
                {"id":"a","text":"Paris"}
                {"id":"b","text":
                {"id":"c","text":"Tokyo","date":"2019-02-12"}
                """)
        #expect(result.code == 1)
        #expect(
            result.err == "dragoman: standard input:2: not JSON: a value is missing at byte 18\n")
        let lines = result.out.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].contains("\"id\":\"a\"") && lines[1].contains("\"id\":\"c\""))
    }

    @Test(
        "A mistake on the command line is one clear line and exit 2",
        arguments: [
            (["--frobnicate"], "unknown option --frobnicate; see dragoman --help"),
            (["--ofsets", "utf8"], "unknown option --ofsets; did you mean --offsets?"),
            (["--labels", "PERSON,ANIMAL"], "unknown label “ANIMAL”"),
            (["--date", "2019-02-30"], "“2019-02-30” is no date"),
            (["--date", "yesterday"], "“yesterday” is no date"),
            (["--input", "pdf"], "unknown value “pdf” for --input"),
            (["--output", "xml"], "unknown value “xml” for --output"),
            (["--date"], "--date needs a value"), (["--pretty=1"], "--pretty takes no value"),
            (["/nowhere/at/all"], "/nowhere/at/all: No such file or directory"),
            (["--lexicon", "/nowhere.tsv"], "/nowhere.tsv: No such file or directory"),
            (["--rules", "/nowhere.rules"], "/nowhere.rules: No such file or directory"),
            (["lexicon"], "usage: dragoman lexicon"), (["rules"], "usage: dragoman rules"),
            (["evaluate"], "usage: dragoman evaluate"),
        ])
    func usage(arguments: [String], message: String) throws {
        let result = try Command.run(arguments)
        #expect(result.code == 2)
        #expect(result.out == "")
        #expect(result.err.hasPrefix("dragoman: " + message), "\(result.err)")
        #expect(result.err.split(separator: "\n").count == 1)
    }

    @Test(
        "Bytes of every kind get an answer",
        arguments: [
            Data(), Data([0]), Data("a\0b Tokyo".utf8), Data([0xFF, 0xFE, 0xFD]),
            Data([0xFE, 0xFF, 0x00, 0x41]), Data("\u{FEFF}Tokyo".utf8),
            Data([0xEF, 0xBB, 0xBF]), Data(String(repeating: "(", count: 100_000).utf8),
            Data(String(repeating: "x", count: 1_000_000).utf8), Data([0xED, 0xA0, 0x80]),
        ])
    func hostile(input: Data) throws {
        let result = try Command.run([], input: input)
        #expect(result.code == 0)
        #expect(try JSONSerialization.jsonObject(with: Data(result.out.utf8)) is [String: Any])
    }

    @Test(
        "What is no UTF-8 gives a warning with its byte offset, and offsets that count in the text as decoded"
    )
    func invalid() throws {
        let result = try Command.run([], input: Data([0x61, 0xFF, 0x20]) + Data("Tokyo".utf8))
        let object = try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any]
        let warnings = object?["warnings"] as? [[String: Any]] ?? []
        #expect(warnings.map { $0["byteOffset"] as? Int } == [1])
        let mentions = object?["mentions"] as? [[String: Any]] ?? []
        #expect(mentions.map { $0["start"] as? Int } == [3])
    }

    @Test("Help names every option that the parser knows, and nothing is written to standard error")
    func help() throws {
        let result = try Command.run(["--help"])
        #expect(result.code == 0)
        #expect(result.err == "")
        for name in ["--input", "--labels", "--offsets", "--lexicon", "--explain", "--version"] {
            #expect(result.out.contains(name))
        }
    }

    @Test("A lexicon of the user's adds a name")
    func userLexicon() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).tsv").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(
            "# source: me\n# license: x\n# date: 2026\n# class: org.company\nname\nQuuxcorp Zyx\n"
                .utf8
        ).write(to: URL(fileURLWithPath: path))
        let known = try Command.run(["lexicon", "lookup", "--lexicon", path, "Quuxcorp Zyx"])
        #expect(known.code == 0)
        #expect(known.out.hasPrefix("org.company\tQuuxcorp Zyx"))
        let unknown = try Command.run(["lexicon", "lookup", "Quuxcorp Zyx"])
        #expect(unknown.code == 1)
    }

    @Test("A damaged lexicon image is refused")
    func damagedImage() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).image").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("DRAGOMAN but not really an image at all".utf8).write(
            to: URL(fileURLWithPath: path))
        let result = try Command.run(["--lexicon", path], input: Data("x".utf8))
        #expect(result.code == 2)
        #expect(result.err.contains(path))
        let named = try Command.run([], environment: ["DRAGOMAN_LEXICON": path])
        #expect(named.code == 2)
    }

    @Test("A reader that goes away ends the command quietly")
    func closedPipe() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c",
            "yes 'Taro Kono met Sergey Lavrov.' | head -5000 | \(Command.path) --input lines | head -1",
        ]
        let (out, err) = (Pipe(), Pipe())
        process.standardOutput = out
        process.standardError = err
        try process.run()
        let lines = try out.fileHandleForReading.readToEnd() ?? Data()
        #expect(lines.count { $0 == 10 } == 1)
        #expect(try err.fileHandleForReading.readToEnd() ?? Data() == Data())
        process.waitUntilExit()
    }
}
