import Lexicon

/// One of the places of the lexicon that a name may mean.
struct PlaceCandidate: BitwiseCopyable {
    /// ISO 3166 code of the country and ISO 3166-2 code of the part of it, as ``PlaceCode``s.
    var country: PlaceCode
    var part: PlaceCode
    /// Whether other places lie in it: a country, or a part of one.
    var isContainer: Bool
    /// How likely it is meant where nothing else is known: the lexicon's weight, which for cities tells the decimal
    /// logarithm of the inhabitants, in hundredths of it.
    var prior: Int32
    /// Number of the lexicon's record, or `none`.
    var record: UInt64
    /// Its number in ``NameStore/others``; -1 for the one that the name's own facts tell of.
    var other: Int32

    /// Whether it is a whole country.
    var isState: Bool { isContainer && part == .none }

    /// Whether a place with this candidate's codes may lie in another.
    func liesIn(_ container: PlaceCandidate) -> Bool {
        container.isContainer && country == container.country
            && (container.part == .none || part == container.part)
    }
}

/// The letters and digits of a code, at most eight, as a number.
struct PlaceCode: Equatable, BitwiseCopyable {
    let key: UInt64

    static let none = PlaceCode("")

    init(_ code: some StringProtocol) {
        key = code.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension ResolutionFacts {
    /// What the senses of a place's name may mean: the likeliest first, each place once, and no more than
    /// ``mostCandidates``. None where the first has no code.
    ///
    /// - Parameter other: keeps what is known of all but the first, and numbers it.
    func candidates(
        _ senses: [Sense], best: (sense: Sense, attributes: [LexiconEntry.Attribute])?,
        other: (Sense, [LexiconEntry.Attribute]) -> Int32
    ) -> [PlaceCandidate] {
        guard let best, let first = candidate(best.sense, best.attributes) else { return [] }
        var found = [first]
        for sense in senses where !sense.isSameRecord(as: best.sense) {
            if found.count == Self.mostCandidates { break }
            let attributes = lexicon.attributes(of: sense)
            guard let next = candidate(sense, attributes) else { continue }
            // A city and its district, or two records of one place.
            let isKnown = found.contains {
                $0.country == next.country
                    && ($0.part == next.part || $0.part == .none || next.part == .none)
            }
            if isKnown { continue }
            found.append(next)
            found[found.count - 1].other = other(sense, attributes)
        }
        return found
    }

    /// Those of two names beside each other are compared each with each, wherever they stand; no name of the built-in
    /// lexicon has as many.
    static let mostCandidates = 32

    private func candidate(
        _ sense: Sense, _ attributes: [LexiconEntry.Attribute]
    ) -> PlaceCandidate? {
        var country: PlaceCode?
        var part = PlaceCode.none
        for attribute in attributes {
            switch attribute.key {
            case "iso3166": country = PlaceCode(attribute.value)
            case "iso3166-2": part = PlaceCode(attribute.value)
            default: break
            }
        }
        guard let country else { return nil }
        let isPart = parts.contains(sense.classID)
        let prior = Int32(sense.weight) * 100 / Self.weightOfTenfold
        return PlaceCandidate(
            country: country, part: part,
            isContainer: isPart || countries.contains(sense.classID),
            // Of a part and a city of one name, as Florida, the part is named more than a city of its weight.
            prior: isPart ? prior + 100 : prior,
            record: sense.recordKey ?? NameKeys.none, other: -1)
    }

    /// What ten times as many inhabitants add to the weight of a city.
    private static let weightOfTenfold: Int32 = 28
}
