import Foundation
import Lexicon
import Testing

@testable import Dragoman

@Suite struct `The catalogue of treaties` {
    private func entries() throws -> [LexiconEntry] {
        try ["treaties.tsv", "treaties-un.tsv"].flatMap { name in
            let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("../../Lexicons/en/" + name)
            let text = try String(contentsOf: file, encoding: .utf8)
            return try LexiconSource(text: text, file: name).entries
        }
    }

    private func value(_ key: String, _ entry: LexiconEntry) -> String? {
        entry.attributes.first { $0.key == key }?.value
    }

    @Test func `no name stands twice`() throws {
        let names = try entries().map(\.name)
        #expect(Set(names).count == names.count)
    }

    @Test func `dates are ISO 8601 and in order`() throws {
        for entry in try entries() {
            let dates = ["adopted", "signed", "ratified", "inforce", "ended"]
                .compactMap { value($0, entry) }
            for date in dates {
                #expect(date.wholeMatch(of: /\d{4}(-\d\d){0,2}/) != nil, "\(entry.name): \(date)")
            }
            for (earlier, later) in zip(dates, dates.dropFirst()) {
                #expect(earlier.prefix(later.count) <= later, "\(entry.name): \(dates)")
            }
        }
    }

    @Test func `parties are codes of two letters, each once`() throws {
        for entry in try entries() {
            let codes = (value("parties", entry) ?? "").split(separator: " ")
            #expect(Set(codes).count == codes.count, "\(entry.name)")
            #expect(codes.allSatisfy { $0.wholeMatch(of: /[A-Z]{2}/) != nil }, "\(entry.name)")
        }
    }

    @Test func `every treaty has a kind`() throws {
        #expect(try entries().filter { value("kind", $0) == nil }.map(\.name) == [])
    }
}
