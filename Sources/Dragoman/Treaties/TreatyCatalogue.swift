import Lexicon
import Segmentation
import Synchronization

/// The treaties of the lexicon.
final class TreatyCatalogue: Sendable {
    let lexicon: Lexicon
    /// The class of named instruments.
    let names: ClassSet
    /// Nouns that mean one instrument where they point back to nothing.
    let impliedNouns: ClassSet
    /// States, by their names, adjectives and prefixes.
    let states: ClassSet
    /// What stands before a noun and makes it something else: `Republican` convention.
    let others: ClassSet
    /// Phrases that are no treaties: `interim charter`.
    let none: ClassSet
    private let nouns: ClassSet
    let places: ClassSet
    private let table = Mutex(Table())

    /// What was read of the treaties so far: texts name few of them.
    private struct Table {
        var byKey: [UInt64: KnownTreaty] = [:]
        /// One sense of each treaty, in the order of the lexicon, by the year of its making; made when it is first asked for.
        var byYear: [Int?: [Sense]]?
    }

    init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        names = lexicon.classes(matching: "treaty.name")
        places = lexicon.classes(matching: "place")
        impliedNouns = lexicon.classes(matching: "treaty.implied")
        none = lexicon.classes(matching: "treaty.not")
        others = lexicon.classes(matching: "treaty.other")
        nouns = lexicon.classes(
            matchingAny: ["treaty.noun", "treaty.plural", "treaty.head", "treaty.weakhead"])
        states = lexicon.classes(
            matchingAny: ["place.country", "place.former", "demonym", "treaty.prefix"])
    }

    /// The treaties that the phrase over exactly `tokens` may name.
    func treaties(
        named tokens: Range<Int>, _ text: TokenBuffer, _ hits: HitBuffer
    ) -> [KnownTreaty] {
        var found: [KnownTreaty] = []
        var keys: Set<UInt64> = []
        for sense in lexicon.senses(over: tokens, in: names, text, hits) {
            guard let known = treaty(sense), keys.insert(known.key).inserted else { continue }
            found.append(known)
        }
        return found
    }

    /// The kind of instrument that a noun means.
    func kind(ofNoun tokens: Range<Int>, _ text: TokenBuffer, _ hits: HitBuffer) -> String? {
        lexicon.senses(over: tokens, in: nouns, text, hits)
            .lazy.compactMap { self.lexicon.attribute("kind", of: $0) }.first
    }

    /// The ISO 3166 code of a state's name or adjective.
    func state(_ tokens: Range<Int>, _ text: TokenBuffer, _ hits: HitBuffer) -> String? {
        lexicon.senses(over: tokens, in: states, text, hits)
            .lazy.compactMap { self.lexicon.attribute("iso3166", of: $0) }.first
    }

    /// What a noun with a capital means where nothing was said that it points back to: the Charter, that of the
    /// United Nations.
    func implied(_ tokens: Range<Int>, _ text: TokenBuffer, _ hits: HitBuffer) -> KnownTreaty? {
        let senses = lexicon.senses(over: tokens, in: impliedNouns, text, hits)
        guard let name = senses.lazy.compactMap({ self.lexicon.attribute("means", of: $0) }).first
        else { return nil }
        // Titles may have a year or a place behind them, in brackets.
        return lexicon.recordSenses(in: names).lazy
            .filter { self.lexicon.hasName($0, startingWith: name) }
            .compactMap { self.treaty($0) }.first { $0.name == name }
    }

    /// The only treaty of a kind that was made then between them, if there is just one.
    ///
    /// - Parameters:
    ///   - kind: of the head noun: `treaty`.
    ///   - date: ISO 8601, a year at least.
    ///   - parties: two codes at least.
    ///   - subject: words of the description, folded: they decide between several.
    func treaty(
        kind: String, date: String, parties: [String], subject: () -> Set<String>
    ) -> KnownTreaty? {
        guard parties.count >= 2 else { return nil }
        let year = date.utf8.count < 4 ? nil : Int(date.prefix(4))
        let all = year.map { senses(ofYear: $0) } ?? lexicon.recordSenses(in: names)
        let fitting = all.compactMap { treaty($0) }.filter { known in
            guard let made = known.made else { return false }
            return TreatyFamily.isCompatible(kind, with: known.kind)
                && (made.hasPrefix(date) || date.hasPrefix(made)) && known.hasParties(parties)
        }
        if fitting.count < 2 { return fitting.first }
        let subject = subject()
        // Of several, the one of which most words are said.
        let shared = fitting.map { known in
            let words = Folding.folded(known.name + " " + known.kind + " " + (known.subject ?? ""))
                .split { !$0.isLetter }.map(String.init)
            return subject.intersection(words).count
        }
        guard let most = shared.max(), most > 0, shared.count(where: { $0 == most }) == 1,
            let best = shared.firstIndex(of: most)
        else { return nil }
        return fitting[best]
    }

    /// The treaty of a sense.
    private func treaty(_ sense: Sense) -> KnownTreaty? {
        guard let key = sense.recordKey else { return nil }
        return table.withLock { table in
            if let known = table.byKey[key] { return known }
            let known = KnownTreaty(sense, lexicon, key: key, number: table.byKey.count)
            table.byKey[key] = known
            return known
        }
    }

    /// One sense of each treaty that was made in a year, in the order of the lexicon.
    private func senses(ofYear year: Int) -> [Sense] {
        table.withLock { table in
            let byYear =
                table.byYear
                ?? Dictionary(grouping: lexicon.recordSenses(in: names)) { sense in
                    (lexicon.attribute("signed", of: sense)
                        ?? lexicon.attribute("adopted", of: sense))
                        .flatMap { Int($0.prefix(4)) }
                }
            table.byYear = byYear
            return byYear[year] ?? []
        }
    }
}

extension Lexicon {
    fileprivate func classes(matchingAny patterns: [String]) -> ClassSet {
        patterns.reduce(into: ClassSet()) { $0.formUnion(classes(matching: $1)) }
    }
}
