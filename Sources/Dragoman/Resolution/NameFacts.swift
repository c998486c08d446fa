import Lexicon
import Segmentation

/// What lexicon and spelling tell of a name, wherever it stands.
struct NameFacts {
    /// The lexicon's name, or that of the text.
    var name: String
    var ids: [(scheme: String, value: String)] = []
    var inLexicon = false
    /// Hash of the folded form.
    var form: UInt64
    /// Of an organization's initials, if it has several.
    var acronym: UInt64?
    /// Number of the lexicon's record.
    var record: UInt64?
    /// Where the parts of a person's name stand in ``NameMemory/parts``.
    var parts: Range<Int> = 0..<0
    /// The office-holders of a lone surname.
    var holders: [OfficeHolder] = []
}

/// Someone of the lexicon and the time in office: ISO 8601 dates.
struct OfficeHolder {
    var from: String
    var to: String
    var name: String
    var ids: [(scheme: String, value: String)]

    func isInOffice(on date: String) -> Bool { from <= date && date <= to }
}

/// The names that a worker has met.
struct NameMemory {
    private var memo = SpelledMemo<NameFacts>()
    /// Hashes of the tokens that are names, of all people.
    private(set) var parts: [UInt64] = []

    mutating func prepare(for text: TokenBuffer) {
        if memo.prepare(for: text) { parts.removeAll(keepingCapacity: true) }
    }

    subscript(number: Int) -> NameFacts {
        @inline(__always) _read { yield memo.facts[number] }
    }

    mutating func person(
        _ tokens: Range<Int>, _ text: TokenBuffer, _ hits: HitBuffer, _ known: ResolutionFacts
    ) -> Int {
        let start = parts.count
        let number = memo.number(of: tokens, 0, text) {
            var facts = NameFacts(name: text.name(of: tokens), form: text.phraseHash(tokens))
            // Initials and punctuation are no parts.
            for index in tokens
            where text.tokens[index].kind != .symbol && text.tokens[index].shape != .initial {
                parts.append(text.tokens[index].hash)
            }
            facts.parts = start..<parts.count
            let lexicon = known.lexicon
            let senses = lexicon.senses(over: tokens, in: known.people, text, hits)
            if facts.parts.count == 1 {
                facts.holders = senses.compactMap { lexicon.holder($0) }
            } else if let sense = senses.first {
                facts.name = lexicon.name(of: sense)
                facts.ids = lexicon.wikidata(of: sense)
                facts.inLexicon = true
            }
            return facts
        }
        return number
    }

    mutating func place(
        _ tokens: Range<Int>, _ text: TokenBuffer, _ hits: HitBuffer, _ known: ResolutionFacts
    ) -> Int {
        memo.number(of: tokens, 1, text) {
            let senses = known.lexicon.senses(over: tokens, in: known.places, text, hits)
            // Countries before anything else of the name, then by weight.
            let best = senses.first { known.countries.contains($0.classID) } ?? senses.first
            return Self.facts(best, tokens, text, known)
        }
    }

    mutating func organization(
        _ tokens: Range<Int>, _ text: TokenBuffer, _ hits: HitBuffer, _ known: ResolutionFacts
    ) -> Int {
        memo.number(of: tokens, 2, text) {
            let senses = known.lexicon.senses(over: tokens, in: known.organizations, text, hits)
            var facts = Self.facts(senses.first, tokens, text, known)
            let initials = tokens.compactMap { index in
                text.tokens[index].shape.startsWithCapital
                    ? text.utf8[Int(text.tokens[index].start)] : nil
            }
            if initials.count > 1 { facts.acronym = TokenHash.of(initials) }
            return facts
        }
    }

    private static func facts(
        _ sense: Sense?, _ tokens: Range<Int>, _ text: TokenBuffer, _ known: ResolutionFacts
    ) -> NameFacts {
        let form = text.phraseHash(tokens)
        guard let sense else { return NameFacts(name: text.name(of: tokens), form: form) }
        return NameFacts(
            name: known.lexicon.name(of: sense), ids: known.lexicon.ids(of: sense),
            inLexicon: true, form: form, record: sense.recordKey)
    }
}

extension Lexicon {
    /// A person's time in office; nil where none is known.
    fileprivate func holder(_ sense: Sense) -> OfficeHolder? {
        guard let from = attribute("from", of: sense) else { return nil }
        return OfficeHolder(
            from: from, to: attribute("to", of: sense) ?? "9999", name: name(of: sense),
            ids: wikidata(of: sense))
    }

    fileprivate func wikidata(of sense: Sense) -> [(scheme: String, value: String)] {
        ids(of: sense).filter { $0.scheme == "wikidata" }
    }
}
