import Lexicon
import Segmentation

/// Tells what is true of each token of a text.
struct NameAnalyzer: Sendable {
    /// Lexicon classes that give a property to every token of a hit.
    private let classProperties: [(classes: ClassSet, property: TokenProperty)]
    /// Lexicon classes that give a property only where the hit is the token.
    private let tokenProperties: [(classes: ClassSet, property: TokenProperty)]
    private let given: ClassSet
    private let surname: ClassSet
    private let word: ClassSet
    private let place: ClassSet
    private let organization: ClassSet
    private let person: ClassSet
    private let city: ClassSet
    /// Classes that say what a whole span is, by ``NameFeatures/spanClasses``.
    private let spanClasses: [ClassSet]

    /// Weights of lexicon senses from which a city is large (some 100,000 people) and a word common.
    private static let bigCityWeight: UInt8 = 100
    private static let commonWord: UInt8 = 125
    private static let middlingWord: UInt8 = 95

    init(lexicon: Lexicon) {
        func classes(_ patterns: String...) -> ClassSet {
            patterns.reduce(into: ClassSet()) { $0.formUnion(lexicon.classes(matching: $1)) }
        }
        classProperties = [
            (classes("title"), .title), (classes("rank"), .rank), (classes("role"), .role),
            (classes("verb.say"), .verbSay), (classes("verb.person"), .verbPerson),
            (classes("demonym"), .demonym), (classes("kin"), .kin),
            (classes("name.suffix"), .nameSuffix), (classes("org.suffix"), .orgSuffix),
            (classes("org.head"), .orgHead), (classes("prep.place"), .prepositionPlace),
            (classes("month", "weekday"), .monthOrDay), (classes("treaty.noun"), .treatyNoun),
        ]
        tokenProperties = [
            (classes("name.particle"), .particle),
            (classes("place.country", "place.former"), .country),
            (classes("place.admin", "place.us-state-abbr"), .admin),
            (
                classes("place.water", "place.mountain", "place.island", "place.region"),
                .landform
            ),
            (classes("place.facility"), .facility), (classes("place.head"), .placeHead),
            (classes("place.head-before"), .placeHeadBefore),
            (classes("org.media"), .orgMedia), (classes("person.known"), .personKnown),
            (classes("word.noun"), .noun), (classes("word.verb"), .verb),
            (classes("word.adj"), .adjective), (classes("word.adv"), .adverb),
            (classes("word.function"), .function),
        ]
        given = classes("name.given")
        surname = classes("name.surname", "person.known-surname")
        word = classes("word")
        city = classes("place.city")
        place = classes(
            "place.country", "place.former", "place.city", "place.admin", "place.region",
            "place.water", "place.mountain", "place.island", "place.facility")
        let names = ["igo", "ngo", "agency", "party", "media", "armed", "company", "university"]
        organization =
            (names + [
                "team", "league", "band", "legislature", "court", "military", "other", "known",
            ])
            .reduce(into: ClassSet()) { $0.formUnion(lexicon.classes(matching: "org." + $1)) }
        person = classes("person.known")
        let table: [String: ClassSet] = [
            "country": classes("place.country"), "former": classes("place.former"), "city": city,
            "admin": classes("place.admin", "place.us-state-abbr"),
            "region": classes("place.region"),
            "landform": classes("place.water", "place.mountain", "place.island"),
            "facility": classes("place.facility"), "given": given, "surname": surname,
            "personKnown": person, "organization": organization,
            "company": classes("org.company"), "media": classes("org.media"),
            "party": classes("org.party"), "igo": classes("org.igo", "org.ngo"),
            "agency": classes("org.agency", "org.legislature", "org.court", "org.military"),
            "armed": classes("org.armed"), "university": classes("org.university"),
            "team": classes("org.team"), "word": word, "demonym": classes("demonym"),
            "seat": classes("org.seat"), "otherPlace": classes("place"),
            "month": classes("month", "weekday"),
        ]
        spanClasses = NameFeatures.spanClasses.map { table[$0] ?? ClassSet() }
    }

    /// Properties of every token, from the lexicon and the writing.
    func properties(
        of text: TokenBuffer, hits: HitBuffer, lexicon: Lexicon, facts: DocumentFacts
    ) -> [TokenProperties] {
        var result = text.tokens.indices.map { ofWriting(text, $0, facts) }
        for hit in hits.hits {
            // A common word that is written small is no name, though some name is spelled like it.
            let isPlainWord = !hit.classes.isDisjoint(with: word) && isCommon(hit, lexicon)
            let classes = isPlainWord ? hit.classes : hit.classes.union(hit.lowered)
            for (set, property) in classProperties where !classes.isDisjoint(with: set) {
                for token in hit.tokens { result[token].insert(property) }
            }
            if hit.tokens.count == 1 {
                addSingle(hit, classes, lexicon, &result[Int(hit.start)])
            } else {
                for token in hit.tokens {
                    result[token].insert(.insidePlace, if: !hit.classes.isDisjoint(with: place))
                    result[token].insert(
                        .insideOrganization, if: !hit.classes.isDisjoint(with: organization))
                    result[token].insert(.insidePerson, if: !hit.classes.isDisjoint(with: person))
                }
            }
        }
        for index in result.indices { completeNames(&result[index]) }
        markHeadlines(text, &result)
        return result
    }

    private func isCommon(_ hit: Hit, _ lexicon: Lexicon) -> Bool {
        !hit.lowered.isEmpty
            && lexicon.senses(of: hit.phrase).contains {
                word.contains($0.classID) && $0.weight >= Self.middlingWord
            }
    }

    private func addSingle(
        _ hit: Hit, _ classes: ClassSet, _ lexicon: Lexicon, _ result: inout TokenProperties
    ) {
        for (set, property) in tokenProperties where !classes.isDisjoint(with: set) {
            result.insert(property)
        }
        result.insert(.given, if: !classes.isDisjoint(with: given))
        result.insert(.surname, if: !classes.isDisjoint(with: surname))
        result.insert(.orgKnown, if: !classes.isDisjoint(with: organization))
        guard !classes.isDisjoint(with: word) || !classes.isDisjoint(with: city) else { return }
        for sense in lexicon.senses(of: hit.phrase) {
            if city.contains(sense.classID) {
                result.insert(.city)
                result.insert(.bigCity, if: sense.weight >= Self.bigCityWeight)
            } else if word.contains(sense.classID) {
                if sense.weight >= Self.commonWord {
                    result.insert(.wordCommon)
                } else if sense.weight >= Self.middlingWord {
                    result.insert(.wordMiddling)
                } else {
                    result.insert(.wordRare)
                }
            }
        }
    }

    private func completeNames(_ result: inout TokenProperties) {
        let isWord =
            result.contains(.wordCommon) || result.contains(.wordMiddling)
            || result.contains(.function)
        result.insert(.wordUnknown, if: !isWord && !result.contains(.wordRare))
        result.insert(.givenClear, if: result.contains(.given) && !isWord)
        result.insert(.surnameClear, if: result.contains(.surname) && !isWord)
    }

    private func ofWriting(
        _ text: TokenBuffer, _ index: Int, _ facts: DocumentFacts
    ) -> TokenProperties {
        let token = text.tokens[index]
        var p = TokenProperties()
        switch token.shape {
        case .capitalized: p.insert(.capitalized)
        case .upper: p.insert(.upper)
        case .initial: p.insert(.initial)
        case .mixed: p.insert(.mixed)
        case .lower: p.insert(.lower)
        case .uncased: break
        }
        p.insert(.number, if: token.kind == .number)
        p.insert(.hasDigit, if: token.flags.contains(.hasDigit))
        p.insert(.sentenceStart, if: token.flags.contains(.sentenceStart))
        p.insert(.lineStart, if: token.flags.contains(.lineStart))
        p.insert(.seenLower, if: facts.lower.contains(token.hash))
        p.insert(.personPart, if: facts.personParts.contains(token.hash))
        if token.kind == .symbol { p.insert(symbol(text.utf8[Int(token.start)])) }
        if let word = Self.words[token.hash] { p.insert(word) }
        return p
    }

    private func symbol(_ byte: UInt8) -> TokenProperty {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"): .comma
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .period
        case UInt8(ascii: "("), UInt8(ascii: "["): .bracketOpen
        case UInt8(ascii: ")"), UInt8(ascii: "]"): .bracketClose
        case UInt8(ascii: "-"), 0xE2: .hyphen
        case UInt8(ascii: "/"): .slash
        case UInt8(ascii: ":"): .colon
        case UInt8(ascii: "@"): .at
        case UInt8(ascii: "#"): .hash
        default: .quote
        }
    }

    private static let words: [UInt64: TokenProperty] = [
        TokenHash.of("of"): .of, TokenHash.of("the"): .the, TokenHash.of("and"): .and,
        TokenHash.of("&"): .and, TokenHash.of("by"): .by, TokenHash.of("'s"): .possessive,
    ]

    /// Sentences in which most words of four letters have capitals: their capitals say little.
    private func markHeadlines(_ text: TokenBuffer, _ result: inout [TokenProperties]) {
        let starts = text.sentenceStarts.map(Int.init) + [text.tokens.count]
        for (start, end) in zip(starts, starts.dropFirst()) {
            var capitals = 0
            var words = 0
            for index in start..<end where text.tokens[index].range.count >= 4 {
                if text.tokens[index].shape.startsWithCapital { capitals += 1 }
                if text.tokens[index].kind == .word { words += 1 }
            }
            guard words >= 4, capitals * 4 >= words * 3 else { continue }
            for index in start..<end { result[index].insert(.headline) }
        }
    }

    /// The class features of the hits that cover exactly `tokens`.
    func classFeatures(
        _ tokens: Range<Int>, hits: HitBuffer, _ body: (Int) -> Void
    ) {
        let long = tokens.count > 1 ? 1 : 0
        var classes = ClassSet()
        for hit in hits.startingAt(tokens.lowerBound) where Int(hit.end) == tokens.upperBound {
            classes.formUnion(hit.classes)
            classes.formUnion(hit.lowered)
        }
        guard !classes.isEmpty else { return }
        for (index, set) in spanClasses.enumerated() where !classes.isDisjoint(with: set) {
            body(NameFeatures.classBase + index * 2 + long)
        }
    }

    /// Whether a token can start or end a name: it has a capital, or is a name in the lexicon that is written small.
    func isNameable(_ p: TokenProperties) -> Bool {
        if p.contains(.capitalized) || p.contains(.upper) || p.contains(.initial)
            || p.contains(.mixed)
        {
            return true
        }
        guard p.contains(.lower) else { return false }
        return p.contains(.givenClear) || p.contains(.bigCity) || p.contains(.country)
            || p.contains(.surnameClear) || p.contains(.orgKnown)
    }
}
