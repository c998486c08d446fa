import Foundation
import Testing

@Suite("Formats of other tools, from the command")
struct ToolFormatTests {
    static let formats = [
        "rows", "conll", "spacy", "webannotation", "gate", "cas", "labelstudio", "doccano",
        "prodigy",
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

    /// A folder that is not there yet, and what stands in it.
    private final class Folder {
        let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")

        deinit { try? FileManager.default.removeItem(at: url) }

        var names: [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
        }

        func text(_ name: String) throws -> String {
            try String(contentsOf: url.appending(path: name), encoding: .utf8)
        }
    }

    @Test("With --output-dir, each document has files of its own, named by its id and nowhere else")
    func folder() throws {
        let folder = Folder()
        let lines = [
            #"{"id":"a.txt","text":"in Tokyo\r\n"}"#, #"{"id":"../b c","text":"in Oslo"}"#, "",
            #"{"text":""}"#, #"{"id":"..","text":"x"}"#,
        ].joined(separator: "\n")
        let result = try Tool.run(
            "--input", "jsonl", "--output", "brat", "--output-dir", folder.url.path, input: lines)
        #expect(result.code == 0 && result.out == "" && result.err == "")
        let stems = ["%2E.", "%2E.%2Fb%20c", "1-4", "a"]
        #expect(folder.names == stems.flatMap { ["\($0).ann", "\($0).txt"] }.sorted())
        #expect(try folder.text("a.txt") == "in Tokyo\r\n")
        #expect(try folder.text("a.ann").hasPrefix("T1\tPLACE 3 8\tTokyo\n"))
        #expect(try folder.text("1-4.ann") == "")
    }

    @Test("A file that is there is left as it is, and named")
    func existing() throws {
        let folder = Folder()
        let lines = (["a", "b", "a"]).map { #"{"id":"\#($0)","text":"in Tokyo"}"# }
        let arguments = ["--input", "jsonl", "--output", "tsv", "--output-dir", folder.url.path]
        let result = try Tool.run(arguments, input: Data(lines.joined(separator: "\n").utf8))
        #expect(result.code == 1)
        #expect(result.err == "dragoman: \(folder.url.path)/a.tsv: File exists\n")
        #expect(folder.names == ["a.tsv", "b.tsv"])
        let table = try folder.text("b.tsv").split(separator: "\n")
        #expect(table.count == 2 && table[0].hasPrefix("id\tstart"))
    }
}
