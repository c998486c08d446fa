/// What can be true of the spelled form of a token, as far as names are concerned: one bit each.
///
/// The raw values number the features of the model, and the case names are how the weights file calls them.
enum TokenProperty: UInt8, CaseIterable {
    // From the lexicon.
    case given, givenClear, givenCommon, surname, surnameClear, surnameCommon
    case particle, nameSuffix, personKnown
    case title, rank, role, kin
    case demonym, demonymPerson
    case country, formerState, city, cityBig, town, admin, region, landform, facility
    case placeHead, placeHeadBefore, stateAbbreviation
    case orgHead, orgHeadStrong, orgSuffix, orgKnown, seat
    case company, media, party, body, agency, armed, university, team, band
    case verbSay, verbPerson, prepositionPlace, cueOrganization, cuePerson
    case monthOrDay, treatyNoun
    case wordCommon, wordMiddling, wordRare, wordUnknown
    case noun, verb, adjective, adverb, function
    case nounPerson, nounGroup, nounPlace, nounArtifact, nounAct, nounTime, nounAbstract
    case verbTalk, verbMotion, verbSocial, verbContest
    // From the texts in which it was counted: the cluster of `Lexicons/en/clusters.tsv`, by its number.
    case cluster1, cluster2, cluster3, cluster4, cluster5, cluster6, cluster7, cluster8, cluster9
    case cluster10, cluster11, cluster12, cluster13, cluster14, cluster15, cluster16, cluster17
    case cluster18, cluster19, cluster20, cluster21, cluster22, cluster23
    // From the writing.
    case capitalized, upper, initial, mixed, lower, number, hasDigit, dotted, hyphenated, apostrophe
    case short, long, year
    case comma, period, quote, bracketOpen, bracketClose, hyphen, slash, colon, at, hash
    case of, the, and, possessive, by, inside
}

extension TokenProperty {
    /// A cluster by its number; `nil` for another number.
    static func cluster(_ number: UInt8) -> TokenProperty? {
        let count = cluster23.rawValue - cluster1.rawValue + 1
        return 1...count ~= number ? TokenProperty(rawValue: cluster1.rawValue + number - 1) : nil
    }
}

/// A set of properties, as 128 bits.
struct TokenProperties: Equatable {
    private(set) var low: UInt64 = 0
    private(set) var high: UInt64 = 0

    @inline(__always)
    func contains(_ property: TokenProperty) -> Bool {
        let bit = UInt64(1) << UInt64(property.rawValue & 63)
        return (property.rawValue < 64 ? low : high) & bit != 0
    }

    @inline(__always)
    mutating func insert(_ property: TokenProperty) {
        let bit = UInt64(1) << UInt64(property.rawValue & 63)
        if property.rawValue < 64 { low |= bit } else { high |= bit }
    }

    @inline(__always)
    mutating func insert(_ property: TokenProperty, if condition: Bool) {
        if condition { insert(property) }
    }

    @inline(__always)
    mutating func formUnion(_ other: TokenProperties) {
        low |= other.low
        high |= other.high
    }

    /// Calls `body` with the raw value of each member, ascending.
    @inline(__always)
    func forEachMember(_ body: (Int) -> Void) {
        var bits = low
        while bits != 0 {
            body(bits.trailingZeroBitCount)
            bits &= bits &- 1
        }
        bits = high
        while bits != 0 {
            body(64 + bits.trailingZeroBitCount)
            bits &= bits &- 1
        }
    }
}
