import Foundation
import Grammar
import Lexicon
import Segmentation

@testable import Dragoman

/// The treaty rules over the treaty lexicons and the states, without the rest of the house.
///
/// Dates are years and `19 October 1956`s, read by a pattern: what dates are is not tested here.
struct TreatiesHarness {
    struct Treaty: Equatable {
        var text: String
        var mention: TreatyMention
        var name: String
    }

    private let lexicon: Lexicon
    private let rules: LinkedRules
    private let catalogue: TreatyCatalogue
    static let shared = Result { try TreatiesHarness() }

    private init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Lexicons/en")
        func text(_ name: String) throws -> String {
            try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
        }
        var compiler = try LexiconCompiler()
        for name in [
            "countries", "demonyms", "former-states", "regions", "treaties", "treaties-un",
            "treaty-nouns",
        ] {
            try compiler.add(LexiconSource(text: text(name + ".tsv"), file: name))
        }
        // A few cities are enough here.
        let cities = [
            "Lomé", "Khartoum", "Nairobi", "Berlin", "Paris", "Geneva", "Moscow", "Vienna",
        ]
        try compiler.add(
            LexiconSource(
                text: "# source: test\n# license: facts\n# date: 2026-11-23\n"
                    + "# class: place.city\nname\n" + cities.joined(separator: "\n"),
                file: "cities"))
        lexicon = try Lexicon([LexiconImage(compiler.image())])
        let program = try RuleCompiler(segmenter: Segmenter())
            .compile([RuleSource(file: "treaties.rules", text: text("treaties.rules"))])
        rules = LinkedRules(program, lexicon: lexicon)
        catalogue = TreatyCatalogue(lexicon)
    }

    /// Rules whose examples or counter-examples do not hold.
    func brokenRules() throws -> [String] {
        RuleProof.check(rules, segmenter: try Segmenter(), lexicon: lexicon).map(\.description)
    }

    /// The treaties of a text.
    func find(
        _ text: String, year: Int? = nil
    ) throws -> (mentions: [Treaty], entities: [FoundTreatyEntity], records: [Int]) {
        let memory = TreatyMemory()
        let (tokens, found, entities) = try resolve(text, year, memory)
        let mentions = found.map {
            Treaty(
                text: tokens.text(of: $0.tokens), mention: $0.mention,
                name: entities[$0.record].name)
        }
        return (mentions, entities, found.map(\.record))
    }

    /// The measure of the work for a text.
    func steps(_ text: String) throws -> Int {
        let memory = TreatyMemory()
        _ = try resolve(text, nil, memory)
        return memory.steps
    }

    private func resolve(
        _ text: String, _ year: Int?, _ memory: TreatyMemory
    ) throws -> (TokenBuffer, [FoundTreaty], [FoundTreatyEntity]) {
        var tokens = TokenBuffer()
        var hits = HitBuffer()
        var matches = RuleMatches(rules)
        try Segmenter().segment(text, into: &tokens)
        lexicon.findHits(in: tokens, into: &hits)
        Matcher(rules).match(tokens, hits: hits, into: &matches)
        let resolver = TreatyResolver(
            text: tokens, hits: hits, catalogue: catalogue, rules: [TreatyRules(rules)])
        let (found, entities) = resolver.resolve(
            [matches], dates: dates(tokens), year: year, memory)
        return (tokens, found, entities)
    }

    private static let months =
        "January February March April May June July August September October November December"
        .split(separator: " ").map(String.init)

    /// `1956` and `19 October 1956`.
    private func dates(_ text: TokenBuffer) -> [FoundDate] {
        text.tokens.indices.compactMap { index in
            let year = text.number(at: index)
            guard (1600...2100).contains(year) else { return nil }
            var start = index
            var value = "\(year)"
            if index >= 2, let month = Self.months.firstIndex(of: text.text(at: index - 1)),
                (1...31).contains(text.number(at: index - 2))
            {
                start = index - 2
                let day = text.number(at: start)
                value += month < 9 ? "-0\(month + 1)" : "-\(month + 1)"
                value += day < 10 ? "-0\(day)" : "-\(day)"
            }
            return FoundDate(
                tokens: start..<index + 1, label: .date,
                notation: DateNotation(type: "DATE", timex: value), resolution: .explicit,
                rule: "test.date")
        }
    }
}
