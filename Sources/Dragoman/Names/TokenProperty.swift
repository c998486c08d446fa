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
    // From the writing.
    case capitalized, upper, initial, mixed, lower, number, hasDigit, dotted, hyphenated, apostrophe
    case short, long, year
    case comma, period, quote, bracketOpen, bracketClose, hyphen, slash, colon, at, hash
    case of, the, and, possessive, by, inside
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
