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
        let isPlace =
            p.contains(.city) || p.contains(.admin) || p.contains(.landform) || p.contains(.region)
        if p.contains(.cityBig) && !isWord { return .placeClear }
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
