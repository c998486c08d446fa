import Foundation
import Lexicon
import Testing

@testable import Dragoman

@Suite struct `The catalogue of treaties` {
    private func entries() throws -> [LexiconEntry] {
        try ["treaties.tsv", "treaties-un.tsv"].flatMap { try entries(of: $0) }
    }

    private func entries(of name: String) throws -> [LexiconEntry] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Lexicons/en/" + name)
        let text = try String(contentsOf: file, encoding: .utf8)
        return try LexiconSource(text: text, file: name).entries
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

    @Test func `parties are codes of states, each once, and of states that were there`() throws {
        let known = Set(
            try ["countries.tsv", "former-states.tsv"].flatMap { try entries(of: $0) }
                .compactMap { value("iso3166", $0) })
        // Where two codes stand for one land in different times; elsewhere a state counts for its predecessors.
        let lifetimes = [
            "SU": "1922-12-30"..."1991-12-26", "DD": "1949-10-07"..."1990-10-03",
            "CS": "1918-10-28"..."1992-12-31", "YU": "1918-12-01"..."2003-02-04",
            "YD": "1967-11-30"..."1990-05-22",
        ]
        for entry in try entries() {
            let codes = (value("parties", entry) ?? "").split(separator: " ").map(String.init)
            #expect(Set(codes).count == codes.count, "\(entry.name)")
            #expect(known.isSuperset(of: codes), "\(entry.name): \(codes)")
            guard let made = value("signed", entry) ?? value("adopted", entry) else { continue }
            for code in codes {
                if let life = lifetimes[code] {
                    let from = life.lowerBound.prefix(made.count)
                    #expect(from <= made && made <= life.upperBound, "\(entry.name): \(code)")
                }
            }
        }
    }

    @Test func `a name that several treaties share is told apart by the date`() throws {
        var byName: [String: [String: String]] = [:]
        for entry in try entries() {
            let made = value("signed", entry) ?? value("adopted", entry) ?? ""
            for name in [entry.name] + entry.aliases {
                byName[name.lowercased(), default: [:]][entry.name] = made
            }
        }
        for (name, treaties) in byName where treaties.count > 1 {
            #expect(Set(treaties.values).count == treaties.count, "\(name): \(treaties)")
        }
    }

    @Test func `the catalogue is large`() throws {
        #expect(try entries().count > 1_600)
    }

    @Test func `every treaty has a kind`() throws {
        #expect(try entries().filter { value("kind", $0) == nil }.map(\.name) == [])
    }
}
