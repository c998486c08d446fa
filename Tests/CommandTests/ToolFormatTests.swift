import Foundation
import Testing

@Suite("Formats of other tools, from the command")
struct ToolFormatTests {
    static let formats = [
        "rows", "conll", "spacy", "webannotation", "gate", "cas", "labelstudio", "doccano",
    ]

    private static let lines = (0..<400).map {
        #"{"id":"\#($0)","text":"😀 Taro Kono met Sergey Lavrov in Munich on \#($0 % 28 + 1) May 1960."}"#
    }.joined(separator: "\n")

    @Test("The output is the same whatever --jobs says", arguments: formats)
    func jobs(format: String) throws {
        let one = try Tool.run("--input", "jsonl", "--output", format, "-j", "1", input: Self.lines)
        let many = try Tool.run(
            "--input", "jsonl", "--output", format, "-j", "4", input: Self.lines)
        #expect(one.code == 0 && one.err == "")
        #expect(one.out == many.out)
        #expect(one.out.contains("399"))
    }

    @Test("Each is of the unit that its readers count in")
    func units() throws {
        let cas = try Tool.run("--output", "cas", "--offsets", "utf16", input: "😀 in Tokyo")
        #expect(cas.out.contains(#""begin":6,"end":11,"value":"PLACE""#))
        let spacy = try Tool.run("--output", "spacy", input: "😀 in Tokyo")
        #expect(spacy.out.contains(#""ents":[{"start":5,"end":10,"label":"PLACE""#))
    }

    @Test("Brat's file is of one text, whose name is no matter")
    func brat() throws {
        let file = try Scratch("😀 in Tokyo")
        let result = try Tool.run([file.path, "--output", "brat"])
        #expect(result.out.hasPrefix("T1\tPLACE 5 10\tTokyo\n"))
    }
}
