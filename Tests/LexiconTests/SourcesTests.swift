import Foundation
import Testing

@testable import Lexicon

@Suite("Where the facts come from")
struct SourcesTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Lexicons").standardizedFileURL

    /// The lexicons, by their paths below the folder.
    private static let files = FileManager.default.enumerator(atPath: folder.path)!
        .compactMap { $0 as? String }.filter { $0.hasSuffix(".tsv") }.sorted()

    @Test("Every lexicon stands in SOURCES.md, once, with its licence and date", arguments: files)
    func listed(file: String) throws {
        let list = try String(
            contentsOf: Self.folder.appending(path: "SOURCES.md"), encoding: .utf8)
        let rows = list.split(separator: "\n").filter { $0.hasPrefix("| `\(file)` |") }
        let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
        let header = text.split(separator: "\n").prefix { $0.hasPrefix("#") }
        let row = try #require(rows.first)
        #expect(rows.count == 1)
        for key in ["license", "date"] {
            let value = try #require(header.first { $0.hasPrefix("# \(key): ") })
                .dropFirst("# \(key): ".count)
            #expect(row.contains("| \(value) |"))
        }
    }

    /// Licences of what may stand beside code under Apache-2.0; `facts` are no one's.
    private static let licences = [
        "Apache-2.0", "MIT", "Unicode-3.0", "CC BY 4.0", "WordNet licence", "public domain",
        "facts",
    ]

    @Test("Every lexicon has a source, a licence that allows its use, and a day", arguments: files)
    func header(file: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
        let header = try LexiconSource(text: text, file: file).header
        #expect(header["source"]?.isEmpty == false)
        #expect(header["date"]?.wholeMatch(of: /20\d\d-\d\d-\d\d/) != nil)
        for licence in (header["license"] ?? "").split(separator: ";") {
            #expect(Self.licences.contains { licence.contains($0) })
        }
    }

    @Test("Nothing stands in SOURCES.md that is not there")
    func stale() throws {
        let list = try String(
            contentsOf: Self.folder.appending(path: "SOURCES.md"), encoding: .utf8)
        let rows = list.split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(rows.count >= Self.files.count && Self.files.count > 60)
        for row in rows {
            let file = row.split(separator: "`")[1]
            #expect(
                FileManager.default.fileExists(
                    atPath: Self.folder.appending(path: String(file)).path))
        }
    }
}
