import Foundation
import Testing

@testable import Lexicon

@Suite("Each lexicon says where it comes from, and SOURCES.md lists it")
struct LicenceTests {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Lexicons").path
    static let files = (FileManager.default.subpaths(atPath: folder) ?? [])
        .filter { $0.hasSuffix(".tsv") }.sorted()

    /// Licences under which data may stand beside code under Apache-2.0; `facts` are not anyone's.
    static let licences = [
        "Apache-2.0", "MIT", "Unicode-3.0", "CC0-1.0", "CC BY 4.0", "WordNet licence",
        "public domain", "facts",
    ]

    /// The rows of SOURCES.md by file: source, licence, date.
    static let listed: [String: [String]] = {
        let bytes = FileManager.default.contents(atPath: "\(folder)/SOURCES.md") ?? Data()
        var rows: [String: [String]] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count >= 4, cells[0].hasPrefix("`") else { continue }
            rows[cells[0].trimmingCharacters(in: ["`"])] = Array(cells[1...3])
        }
        return rows
    }()

    @Test("Its header has source, licence and date, the same as there", arguments: files)
    func header(file: String) throws {
        let bytes = try #require(FileManager.default.contents(atPath: "\(Self.folder)/\(file)"))
        let source = try LexiconSource(text: String(decoding: bytes, as: UTF8.self), file: file)
        let row = try #require(Self.listed[file], "SOURCES.md does not list it")
        let licence = try #require(source.header["license"])
        #expect(source.header["source"]?.isEmpty == false)
        #expect(source.header["date"]?.wholeMatch(of: /20\d\d-\d\d-\d\d/) != nil)
        #expect(Self.licences.contains { licence.contains($0) }, "\(licence)")
        #expect(row[1] == licence && row[2] == source.header["date"])
    }

    @Test("Nothing is listed that is not there")
    func complete() {
        #expect(Self.files.count > 60)
        for file in Self.listed.keys where file.hasSuffix(".tsv") {
            #expect(Self.files.contains(file))
        }
    }
}
