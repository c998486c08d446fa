/// What can be true of one token, as far as names are concerned: one bit each.
///
/// The raw values number the features of the model, and the case names are how the weights file calls them.
enum TokenProperty: UInt8, CaseIterable {
    // From the lexicon.
    case given, givenClear, surname, surnameClear, particle, nameSuffix
    case title, rank, role, kin
    case demonym, country, city, bigCity, admin, landform, facility
    case placeHead, placeHeadBefore
    case orgHead, orgSuffix, orgKnown, orgMedia, personKnown
    case insidePlace, insideOrganization, insidePerson
    case verbSay, verbPerson, prepositionPlace
    case monthOrDay, treatyNoun
    case wordCommon, wordMiddling, wordRare, wordUnknown
    case noun, verb, adjective, adverb, function
    // From the writing.
    case capitalized, upper, initial, mixed, lower, number, hasDigit
    case sentenceStart, lineStart, headline
    case comma, period, quote, bracketOpen, bracketClose, hyphen, slash, colon, at, hash
    case of, the, and, possessive, by
    // From the document.
    case seenLower, personPart, edge
}

/// A set of properties, as 128 bits.
struct TokenProperties: Equatable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    func contains(_ property: TokenProperty) -> Bool {
        let bit = UInt64(1) << UInt64(property.rawValue & 63)
        return (property.rawValue < 64 ? low : high) & bit != 0
    }

    mutating func insert(_ property: TokenProperty) {
        let bit = UInt64(1) << UInt64(property.rawValue & 63)
        if property.rawValue < 64 { low |= bit } else { high |= bit }
    }

    mutating func insert(_ property: TokenProperty, if condition: Bool) {
        if condition { insert(property) }
    }

    mutating func formIntersection(_ other: TokenProperties) {
        low &= other.low
        high &= other.high
    }

    mutating func formUnion(_ other: TokenProperties) {
        low |= other.low
        high |= other.high
    }

    /// Calls `body` with the raw value of each member, ascending.
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

/// The one thing that a token mostly is: what features of two tokens at once are made of.
enum TokenCategory: UInt8, CaseIterable {
    case edge, number, comma, period, quote, bracket, symbol
    case of, the, and, possessive, prepositionPlace, function
    case title, role, kin, verbSay, verbPerson, demonym, monthOrDay
    case country, orgHead, orgSuffix, placeHead, particle, nameSuffix
    case givenClear, surnameClear, placeClear, orgClear
    case given, surname, place
    case initial, upperUnknown, upperWord, capitalUnknown, capitalRare, capitalWord
    case lowerNoun, lowerVerb, lowerAdjective, lowerOther, mixed

    static func of(_ p: TokenProperties) -> TokenCategory {
        if let written = ofWriting(p) { return written }
        let isCapital = p.contains(.capitalized) || p.contains(.upper) || p.contains(.mixed)
        if p.contains(.title) || (p.contains(.rank) && isCapital) { return .title }
        if p.contains(.nameSuffix) { return .nameSuffix }
        if p.contains(.orgSuffix) && isCapital { return .orgSuffix }
        if p.contains(.verbSay) && !isCapital { return .verbSay }
        if p.contains(.verbPerson) && !isCapital { return .verbPerson }
        if p.contains(.kin) && !isCapital { return .kin }
        if p.contains(.role) { return .role }
        if p.contains(.demonym) { return .demonym }
        if p.contains(.monthOrDay) { return .monthOrDay }
        if isCapital { return ofCapital(p) }
        if p.contains(.particle) { return .particle }
        if p.contains(.initial) { return .initial }
        if p.contains(.prepositionPlace) { return .prepositionPlace }
        if p.contains(.function) { return .function }
        if p.contains(.noun) { return .lowerNoun }
        if p.contains(.verb) { return .lowerVerb }
        if p.contains(.adjective) { return .lowerAdjective }
        return .lowerOther
    }

    private static func ofWriting(_ p: TokenProperties) -> TokenCategory? {
        if p.contains(.edge) { return .edge }
        if p.contains(.number) { return .number }
        if p.contains(.comma) { return .comma }
        if p.contains(.period) { return .period }
        if p.contains(.quote) { return .quote }
        if p.contains(.bracketOpen) || p.contains(.bracketClose) { return .bracket }
        if p.contains(.possessive) { return .possessive }
        if p.contains(.of) { return .of }
        if p.contains(.the) { return .the }
        if p.contains(.and) { return .and }
        if p.contains(.hyphen) || p.contains(.slash) || p.contains(.colon) || p.contains(.at)
            || p.contains(.hash)
        {
            return .symbol
        }
        return nil
    }

    private static func ofCapital(_ p: TokenProperties) -> TokenCategory {
        if p.contains(.country) { return .country }
        if p.contains(.orgHead) { return .orgHead }
        if p.contains(.placeHead) || p.contains(.placeHeadBefore) { return .placeHead }
        let isWord = p.contains(.wordCommon) || p.contains(.wordMiddling)
        let isPlace = p.contains(.city) || p.contains(.admin) || p.contains(.landform)
        if p.contains(.bigCity) && !isWord { return .placeClear }
        if p.contains(.givenClear) { return .givenClear }
        if p.contains(.orgKnown) && !isWord { return .orgClear }
        if isPlace && !isWord && !p.contains(.surname) { return .placeClear }
        if p.contains(.surnameClear) { return .surnameClear }
        if p.contains(.given) { return .given }
        if isPlace { return .place }
        if p.contains(.surname) { return .surname }
        if p.contains(.upper) { return isWord ? .upperWord : .upperUnknown }
        if p.contains(.mixed) { return .mixed }
        if isWord || p.contains(.function) { return .capitalWord }
        return p.contains(.wordRare) ? .capitalRare : .capitalUnknown
    }
}
