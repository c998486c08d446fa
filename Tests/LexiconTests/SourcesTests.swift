import Foundation
import Testing

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
}
