import Foundation
import Testing

@testable import Command

/// The measure of a writer's work is what it writes.
@Suite("Twice the text, and no more than twice is written of it")
struct OutputGrowthTests {
    /// Texts in which something that is as long as the text could be said at each mention.
    static let texts: [(start: String, long: String, again: String)] = [
        ("Foreign Minister Taro K", "o", " came on 5 May 1990. Then Taro met the king on Monday. "),
        ("The Treaty of K", "o", " was signed in 1990. Then the Treaty was ratified on 5 May. "),
        ("The K", "ono K", " Bank (KB) met in 1990. Then the KB met on Monday. "),
        ("\"", "Kono met Abe ", "in 1990\" and then in 1991 and then in 1992 "),
        ("In 1", "9", " and in 1990 and 1991 Kono came for 1"),
    ]

    @Test(arguments: OutputFormat.allCases.map(\.rawValue), texts.indices)
    func linear(format: String, text: Int) throws {
        let (start, long, again) = Self.texts[text]
        let sizes = try [10_000, 20_000].map { size in
            let length = size / 2
            let file = try Scratch(
                start + String(repeating: long, count: length / long.utf8.count)
                    + String(repeating: again, count: length / again.utf8.count))
            let result = try Tool.run(["--output", format, file.path])
            #expect(result.code == 0, "\(result.err)")
            return result.out.utf8.count
        }
        #expect(sizes[1] <= sizes[0] * 9 / 4 + 10_000, "\(sizes)")
    }

    /// What a stranger's lexicon and rules say at each mention.
    @Test(arguments: [["rows"], ["tsv"], ["brat"], ["json", "--explain"]])
    func knowledge(format: [String]) throws {
        let sizes = try [10_000, 20_000].map { size in
            let long = String(repeating: "x", count: size)
            let lexicon = try Scratch(
                """
                # source: test
                # license: facts
                # date: 2026-11-29
                name\taliases\tclass\twikidata
                \(long)\tZorkling\torg.\(long.prefix(190))\tQ\(long)
                """, ".tsv")
            let file = try Scratch(String(repeating: "They met Zorkling. ", count: size / 19))
            let result = try Tool.run(
                ["--lexicon", lexicon.path, "--output"] + format + [file.path])
            #expect(result.code == 0 && result.out.contains("Zorkling"), "\(result.err)")
            return result.out.utf8.count
        }
        #expect(sizes[1] <= sizes[0] * 9 / 4 + 10_000, "\(sizes)")
    }

    @Test("An id that is longer than any name of a file is named and not repeated")
    func id() throws {
        let lines = [4096, 4097, 1].map { length in
            Fixtures.line(String(repeating: "x", count: length), "Paris and Rome.")
        }
        let result = try Tool.run(
            ["--input", "jsonl"], input: Data(lines.joined(separator: "\n").utf8))
        #expect(result.code == 1)
        #expect(result.err == "dragoman: standard input:2: an id of more than 4096 bytes\n")
        #expect(result.out.split(separator: "\n").count == 2)
    }
}
