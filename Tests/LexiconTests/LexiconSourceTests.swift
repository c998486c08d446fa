import Testing

@testable import Lexicon

@Suite("The lexicon file format")
struct LexiconSourceTests {
    static let header = "# source: a\n# license: b\n# date: c\n"

    @Test("Columns have their meaning, and the unknown ones are attributes")
    func columns() throws {
        let source = try LexiconSource(
            text: Self.header
                + "# class: place\nname\taliases\tweight\tcase\tiso3166\nJapan\tNippon| Nihon \t9\tname\tJP\n",
            file: "f")
        #expect(
            source.entries == [
                LexiconEntry(
                    name: "Japan", aliases: ["Nippon", "Nihon"], className: "place",
                    caseRule: .name, weight: 9,
                    attributes: [.init(key: "iso3166", value: "JP")])
            ])
    }

    @Test("Windows line ends, empty lines and comments between rows are no rows")
    func lines() throws {
        let source = try LexiconSource(
            text: Self.header + "# class: x\r\nname\r\n\r\nA\r\n# remark\r\nB\r\n", file: "f")
        #expect(source.entries.map(\.name) == ["A", "B"])
    }

    @Test(
        "A mistake is named with its line",
        arguments: [
            ("name\tclass\n\tplace", 5, "a row needs a name"),
            ("name\nJapan", 5, "no class"),
            ("name\tclass\nA\tb\tc", 5, "3 fields"),
            ("name\tclass\nA\t\(String(repeating: "b", count: 201))", 5, "more than 200 bytes"),
            ("name\tclass\tweight\nA\tb\t256", 5, "weight"),
            ("name\tclass\tcase\nA\tb\tsome", 5, "case must be"),
            ("title\tclass\nA\tb", 4, "name the columns"),
            ("name\tclass\nA\tb\0", 5, "a NUL character"),
            ("# class: b\0c\nname\nA", 4, "a NUL character"),
            ("name\tclass\ta\0b\nA\tc\td", 4, "a NUL character"),
        ])
    func mistakes(rows: String, line: Int, message: String) {
        #expect {
            try LexiconSource(text: Self.header + rows, file: "f.tsv")
        } throws: { error in
            guard case LexiconError.source("f.tsv", line, let said) = error else { return false }
            return said.contains(message)
        }
    }

    @Test("A file without provenance is refused", arguments: ["source", "license", "date"])
    func provenance(key: String) {
        let header = Self.header.split(separator: "\n").filter { !$0.contains(key) }
            .joined(separator: "\n")
        #expect(throws: LexiconError.self) {
            try LexiconSource(text: header + "\nname\tclass\nA\tb\n", file: "f")
        }
    }
}
