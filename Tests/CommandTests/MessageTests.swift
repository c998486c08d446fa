import Foundation
import Testing

@testable import Interchange

@Suite("What a stranger names does nothing to the terminal that it is shown on")
struct MessageTests {
    /// Colours, a title, a cleared screen, C1, a turned line, and lines of one's own.
    static let hostile =
        "\u{1B}[31m\u{1B}]0;x\u{7}\u{9B}2J\u{202E}cod\u{2066}\r\ndragoman: all is well\u{8}\u{7F}"

    /// Whether a text is lines of what can be shown.
    static func isHarmless(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x0A: true
            case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: false
            default: true
            }
        }
    }

    @Test(
        "A hostile name on the command line is one harmless line",
        arguments: [
            ["\(hostile)"], ["--\(hostile)"], ["--labels", hostile], ["--date", hostile],
            ["--languages", hostile], ["--input", hostile], ["--jobs", hostile],
            ["--lexicon", hostile], ["--rules", hostile], ["--output-dir", "/\(hostile)/x"],
            ["--resume", "/\(hostile)/x"], ["rules", "check", hostile], ["evaluate", hostile],
            ["lexicon", "inspect", hostile], ["lexicon", "build", "-o", "/nowhere/image", hostile],
            ["lexicon", "lookup", hostile], ["lexicon", hostile], ["tokens", hostile],
        ])
    func arguments(words: [String]) throws {
        let result = try Tool.run(words)
        #expect(result.code > 0 && result.out == "")
        #expect(Self.isHarmless(result.err), "\(result.err.debugDescription)")
        #expect(result.err.split(separator: "\n").count == 1)
        #expect(result.err.hasPrefix("dragoman: ") && !result.err.hasPrefix("dragoman: all"))
    }

    @Test("So are a file's name, a member's name, and what stands in lexicons and rules")
    func files() throws {
        let folder = try ScratchFolder()
        let name = Self.hostile.replacing("/", with: "")
        let files = [
            (".jsonl", "{\"text\":1}\n"), (".tsv", "name\nx\n"),
            (".rules", "rule \(Self.hostile)\n  pattern \(Self.hostile)\n"), (".image", "DRAGOMAN"),
        ]
        for (suffix, text) in files {
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)\(suffix)"))
        }
        let path = "\(folder.path)/\(name)"
        for words in [
            ["--input", "jsonl", path + ".jsonl"],
            ["--input", "jsonl", "--field", Self.hostile, path + ".jsonl"],
            ["--lexicon", path + ".tsv", "/dev/null"], ["--lexicon", path + ".image", "/dev/null"],
            ["--rules", path + ".rules", "/dev/null"], ["rules", "check", path + ".rules"],
            ["lexicon", "build", "-o", path + ".image", path + ".tsv"],
            ["lexicon", "inspect", path + ".image"],
            ["evaluate", path + ".jsonl"],
        ] {
            let result = try Tool.run(words)
            #expect(result.code > 0 && !result.err.isEmpty)
            #expect(Self.isHarmless(result.err), "\(result.err.debugDescription)")
            for line in result.err.split(separator: "\n") { #expect(line.hasPrefix("dragoman: ")) }
            #expect(!result.err.contains("\ndragoman: all is well"))
        }
    }

    @Test(
        "So is what is written of a hostile document, in every format that a terminal may show",
        arguments: [
            "json", "tsv", "rows", "timeline", "timeline-jsonl", "conll", "spacy", "webannotation",
        ])
    func output(format: String) throws {
        let text =
            "\(Self.hostile) in Paris\(Self.hostile) on 3 May 1999, said \(Self.hostile)Taro Kono."
        let input = Data((Fixtures.line(Self.hostile, text) + "\n").utf8)
        let result = try Tool.run(["--input", "jsonl", "--output", format], input: input)
        #expect(result.code == 0 && result.err == "" && result.out.contains("Paris"))
        let shown = result.out.replacing("\t", with: " ")
        #expect(Self.isHarmless(shown), "\(shown.debugDescription)")
    }

    @Test(
        "Each by its code, in one line",
        arguments: [
            ("a\u{1B}b", "a\\u001Bb"), ("\n\r", "\\u000A\\u000D"), ("\u{9B}é", "\\u009Bé"),
            ("\u{202E}\u{2069}", "\\u202E\\u2069"), ("naïve 東京 “x”\t", "naïve 東京 “x”\t"), ("", ""),
        ])
    func visible(text: String, expected: String) { #expect(text.visible == expected) }
}
