import Lexicon
import Segmentation
import Synchronization

/// A treaty as the catalogue knows it.
final class KnownTreaty: Sendable {
    let key: UInt64
    let name: String
    let kind: String
    let parties: [String]
    let adopted: String?
    let signed: String?
    let ratified: String?
    let inForce: String?
    let ended: String?
    let place: String?
    let subject: String?
    let wikidata: String?

    /// When it was made: signature, or adoption where there is no other.
    var made: String? { signed ?? adopted }

    init?(_ sense: Sense, _ lexicon: Lexicon) {
        guard let key = sense.recordKey else { return nil }
        self.key = key
        var name = lexicon.name(of: sense)
        var kind = "treaty"
        var parties: [String] = []
        var adopted: String?
        var signed: String?
        var ratified: String?
        var inForce: String?
        var ended: String?
        var place: String?
        var subject: String?
        var wikidata: String?
        for attribute in lexicon.attributes(of: sense) {
            switch attribute.key {
            case "kind": kind = attribute.value
            case "parties": parties = attribute.value.split(separator: " ").map(String.init)
            case "adopted": adopted = attribute.value
            case "signed": signed = attribute.value
            case "ratified": ratified = attribute.value
            case "inforce": inForce = attribute.value
            case "ended": ended = attribute.value
            case "place": place = attribute.value
            case "subject": subject = attribute.value
            case "wikidata": wikidata = attribute.value
            default: break
            }
        }
        // Some titles are disambiguated by a year or place in brackets, as in lists.
        if name.hasSuffix(")"), let bracket = name.lastIndex(of: "(") {
            name = String(name[..<bracket]).trimmedRight
        }
        self.name = name
        self.kind = kind
        self.parties = parties
        self.adopted = adopted
        self.signed = signed
        self.ratified = ratified
        self.inForce = inForce
        self.ended = ended
        self.place = place
        self.subject = subject
        self.wikidata = wikidata
    }

    /// Whether all of `codes` are parties, a state counting for its predecessor and the other way round.
    func hasParties(_ codes: [String]) -> Bool {
        codes.allSatisfy { code in parties.contains { TreatyParties.isSame($0, code) } }
    }
}

extension Lexicon {
    fileprivate func classes(matchingAny patterns: [String]) -> ClassSet {
        patterns.reduce(into: ClassSet()) { $0.formUnion(classes(matching: $1)) }
    }
}

extension String {
    fileprivate var trimmedRight: String {
        var result = Substring(self)
        while result.last == " " { result = result.dropLast() }
        return String(result)
    }
}

/// The treaties of the lexicon.
final class TreatyCatalogue: Sendable {
    let lexicon: Lexicon
    /// The class of named instruments.
    let names: ClassSet
    /// Nouns that mean one instrument where they point back to nothing.
    let impliedNouns: ClassSet
    /// States, by their names, adjectives and prefixes.
    let states: ClassSet
    private let nouns: ClassSet
    private let places: ClassSet
    /// All of them, made when they are first asked for.
    private let table = Mutex<[KnownTreaty]?>(nil)

    init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        names = lexicon.classes(matching: "treaty.name")
        places = lexicon.classes(matching: "place")
        impliedNouns = lexicon.classes(matching: "treaty.implied")
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
        for sense in lexicon.senses(over: tokens, in: names, text, hits) {
            guard let known = KnownTreaty(sense, lexicon),
                !found.contains(where: { $0.key == known.key })
            else { continue }
            found.append(known)
        }
        return found
    }

    /// Whether the phrase over exactly `tokens` names a place.
    func isPlace(_ tokens: Range<Int>, _ text: TokenBuffer, _ hits: HitBuffer) -> Bool {
        hits.hasPhrase(over: tokens, of: places)
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
        return all().first { $0.name == name }
    }

    /// The only treaty of a kind that was made then between them, if there is just one.
    ///
    /// - Parameters:
    ///   - kind: of the head noun: `treaty`.
    ///   - date: ISO 8601, a year at least.
    ///   - parties: two codes at least.
    ///   - subject: words of the description, folded: they decide between several.
    func treaty(kind: String, date: String, parties: [String], subject: Set<String>) -> KnownTreaty?
    {
        guard parties.count >= 2 else { return nil }
        let fitting = all().filter { known in
            guard let made = known.made else { return false }
            return TreatyKind.isCompatible(kind, with: known.kind)
                && (made.hasPrefix(date) || date.hasPrefix(made)) && known.hasParties(parties)
        }
        if fitting.count == 1 { return fitting[0] }
        let named = fitting.filter { known in
            let words = Folding.folded(known.name + " " + known.kind + " " + (known.subject ?? ""))
                .split { !$0.isLetter }.map(String.init)
            return !subject.isDisjoint(with: words)
        }
        return named.count == 1 ? named[0] : nil
    }

    private func all() -> [KnownTreaty] {
        table.withLock { made in
            if let made { return made }
            let all = lexicon.recordSenses(in: names).compactMap { KnownTreaty($0, lexicon) }
            made = all
            return all
        }
    }
}
