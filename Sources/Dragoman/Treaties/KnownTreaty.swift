import Lexicon

/// A treaty as the catalogue knows it.
final class KnownTreaty: Sendable {
    let key: UInt64
    /// Its number in the catalogue.
    let number: Int
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
    let made: String?
    let madeYear: Int?

    /// - Parameter key: of the sense's record.
    init(_ sense: Sense, _ lexicon: Lexicon, key: UInt64, number: Int) {
        self.key = key
        self.number = number
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
        made = signed ?? adopted
        madeYear = made.flatMap { Int($0.prefix(4)) }
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

extension String {
    fileprivate var trimmedRight: String {
        var result = Substring(self)
        while result.last == " " { result = result.dropLast() }
        return String(result)
    }
}
