import Lexicon
import Segmentation

/// What is true of a spelled form wherever it stands, as far as names are concerned.
struct NameForm {
    var properties = TokenProperties()
    var category = TokenCategory.lowerOther
    /// Whether a name may start or end with it.
    var isNameable = false
    /// Whether it may stand between the parts of a name.
    var joins = false
    /// Whether it may end one, though it is written small: `Labour party`, `Apollo 13`.
    var ends = false
    /// Whether it is a word of sport.
    var isSport = false
    /// Whether it starts no name on its own, though it has a capital: `The`, `However`.
    var isWeak = false
    var suffix2: UInt64 = 0
    var suffix3: UInt64 = 0
    var suffix4: UInt64 = 0
    var prefix3: UInt64 = 0
    var shape: UInt64 = 0
    var word: UInt64 = 0
}

/// Tells what is true of forms, from the lexicon and the writing.
struct FormReader: Sendable {
    /// By class, the properties that it gives.
    private let classProperties: [TokenProperties]
    /// By class, what the weight of its senses tells.
    private let senseKinds: [SenseKind]
    let words = FormReader.propertyWords
    /// Small words inside names.
    private let joiners: SpellingNumbers
    private let sport: ClassSet

    /// Classes whose senses are told apart by their weights.
    private enum SenseKind { case none, word, city, given, surname, orgHead }

    /// Weights of lexicon senses from which a city is large (some 100,000 people), a word common, a name frequent.
    private static let bigCityWeight: UInt8 = 140
    private static let commonWord: UInt8 = 125
    private static let middlingWord: UInt8 = 95
    private static let commonName: UInt8 = 120
    private static let strongHead: UInt8 = 200

    init(lexicon: Lexicon) {
        func classes(_ patterns: String...) -> ClassSet {
            patterns.reduce(into: ClassSet()) { $0.formUnion(lexicon.classes(matching: $1)) }
        }
        let notNames: Set = ["org.head", "org.suffix", "org.seat"]
        let organizations = lexicon.classNames.filter {
            $0.hasPrefix("org.") && !notNames.contains($0)
        }.reduce(into: ClassSet()) { $0.formUnion(lexicon.classes(matching: $1)) }
        let properties: [(classes: ClassSet, property: TokenProperty)] = [
            (classes("title"), .title), (classes("rank"), .rank), (classes("role"), .role),
            (classes("verb.say"), .verbSay), (classes("verb.person"), .verbPerson),
            (classes("demonym"), .demonym),
            (classes("demonym.person", "demonym.party.person"), .demonymPerson),
            (classes("kin"), .kin), (classes("name.suffix"), .nameSuffix),
            (classes("name.particle"), .particle), (classes("org.suffix"), .orgSuffix),
            (classes("prep.place"), .prepositionPlace), (classes("cue.org"), .cueOrganization),
            (classes("cue.person"), .cuePerson), (classes("month", "weekday"), .monthOrDay),
            (classes("treaty.noun", "treaty.plural"), .treatyNoun),
            (classes("place.country"), .country), (classes("place.former"), .formerState),
            (classes("place.admin"), .admin), (classes("place.region"), .region),
            (classes("place.us-state-abbr"), .stateAbbreviation),
            (classes("place.water", "place.mountain", "place.island"), .landform),
            (classes("place.facility"), .facility), (classes("place.head"), .placeHead),
            (classes("place.head-before"), .placeHeadBefore),
            (classes("place.city.town"), .town), (organizations, .orgKnown),
            (classes("org.seat"), .seat), (classes("org.company"), .company),
            (classes("org.media"), .media), (classes("org.party"), .party),
            (classes("org.igo", "org.ngo", "org.other", "org.known"), .body),
            (classes("org.agency", "org.legislature", "org.court", "org.military"), .agency),
            (classes("org.armed"), .armed), (classes("org.university"), .university),
            (classes("org.team", "org.league"), .team), (classes("org.band"), .band),
            (classes("person.known"), .personKnown),
            (classes("word.noun"), .noun), (classes("word.verb"), .verb),
            (classes("word.adj"), .adjective), (classes("word.adv"), .adverb),
            (classes("word.function"), .function),
            (classes("word.noun.person"), .nounPerson), (classes("word.noun.group"), .nounGroup),
            (classes("word.noun.location"), .nounPlace),
            (classes("word.noun.artifact"), .nounArtifact), (classes("word.noun.act"), .nounAct),
            (classes("word.noun.time"), .nounTime), (classes("word.noun.abstract"), .nounAbstract),
            (classes("word.verb.communication"), .verbTalk),
            (classes("word.verb.motion"), .verbMotion), (classes("word.verb.social"), .verbSocial),
            (classes("word.verb.competition"), .verbContest),
        ]
        var classProperties = [TokenProperties](
            repeating: TokenProperties(), count: ClassSet.capacity)
        for (classes, property) in properties {
            classes.visit { classProperties[Int($0.rawValue)].insert(property) }
        }
        self.classProperties = classProperties
        var senseKinds = [SenseKind](repeating: .none, count: ClassSet.capacity)
        // The first that a class belongs to.
        let kinds: [(classes: ClassSet, kind: SenseKind)] = [
            (classes("org.head"), .orgHead),
            (classes("name.surname", "person.known-surname"), .surname),
            (classes("name.given"), .given), (classes("place.city"), .city),
            (classes("word"), .word),
        ]
        for (classes, kind) in kinds {
            classes.visit { senseKinds[Int($0.rawValue)] = kind }
        }
        self.senseKinds = senseKinds
        sport = classes("topic.sport")
        var joiners = SpellingNumbers()
        for word in [
            "of", "the", "and", "for", "in", "on", "to", "at", "by", "with", "from", "against",
            "between", "under", "into", "a", "an", "or", "as", "about", "without", "within",
        ] {
            _ = joiners.add(TokenHash.of(word))
        }
        self.joiners = joiners
    }

    /// Reads the form of a token; `hits` are those that start there.
    func read(
        _ token: Token, _ text: UnsafeBufferPointer<UInt8>, _ hits: HitView.Run,
        _ lexicon: Lexicon
    ) -> NameForm {
        var form = readProperties(token, text, hits, lexicon)
        readPieces(token, text, &form)
        return form
    }

    /// Reads all but the pieces of the form that are features.
    func readProperties(
        _ token: Token, _ text: UnsafeBufferPointer<UInt8>, _ hits: HitView.Run,
        _ lexicon: Lexicon
    ) -> NameForm {
        var form = NameForm()
        form.word = token.hash
        readWriting(token, text, &form.properties)
        for hit in hits where hit.tokens.count == 1 {
            readHit(hit, lexicon, &form.properties)
            form.isSport = form.isSport || !hit.classes.isDisjoint(with: sport)
        }
        complete(&form)
        return form
    }

    private func readHit(_ hit: Hit, _ lexicon: Lexicon, _ result: inout TokenProperties) {
        // A common word that is written small is no name, though some name is spelled like it.
        let isPlainWord =
            !hit.lowered.isEmpty
            && lexicon.hasSense(of: hit.phrase) {
                kind(of: $0) == .word && $0.weight >= Self.middlingWord
            }
        let classes = isPlainWord ? hit.classes : hit.classes.union(hit.lowered)
        var properties = result
        classes.visit { properties.formUnion(classProperties[Int($0.rawValue)]) }
        lexicon.forEachSense(of: hit.phrase) { sense in
            guard classes.contains(sense.classID) else { return }
            switch kind(of: sense) {
            case .none: break
            case .word:
                properties.insert(
                    sense.weight >= Self.commonWord
                        ? .wordCommon
                        : sense.weight >= Self.middlingWord ? .wordMiddling : .wordRare)
            case .city:
                properties.insert(.city)
                properties.insert(.cityBig, if: sense.weight >= Self.bigCityWeight)
            case .given:
                properties.insert(.given)
                properties.insert(.givenCommon, if: sense.weight >= Self.commonName)
            case .surname:
                properties.insert(.surname)
                properties.insert(.surnameCommon, if: sense.weight >= Self.commonName)
            case .orgHead:
                properties.insert(.orgHead)
                properties.insert(.orgHeadStrong, if: sense.weight >= Self.strongHead)
            }
        }
        result = properties
    }

    @inline(__always)
    private func kind(of sense: Sense) -> SenseKind { senseKinds[Int(sense.classID.rawValue)] }

    private func complete(_ form: inout NameForm) {
        var p = form.properties
        let isWord = p.contains(.wordCommon) || p.contains(.wordMiddling) || p.contains(.function)
        p.insert(.wordUnknown, if: !isWord && !p.contains(.wordRare))
        p.insert(.givenClear, if: p.contains(.given) && !isWord)
        p.insert(.surnameClear, if: p.contains(.surname) && !isWord)
        form.properties = p
        form.category = TokenCategory.of(p)
        let startsBig =
            p.contains(.capitalized) || p.contains(.upper) || p.contains(.initial)
            || p.contains(.mixed)
        form.isNameable =
            startsBig
            || p.contains(.lower)
                && (p.contains(.givenClear) || p.contains(.cityBig) || p.contains(.country)
                    || p.contains(.orgKnown) || p.contains(.admin) || p.contains(.region)
                    || p.contains(.wordUnknown)
                        && (p.contains(.surname) || p.contains(.city) || p.contains(.team)
                            || p.contains(.formerState)))
                && !isWord
            || p.contains(.lower) && p.contains(.given) && !p.contains(.wordCommon)
                && !p.contains(.function)
        let isNamed =
            p.contains(.given) || p.contains(.country) || p.contains(.personKnown)
            || p.contains(.orgKnown) || p.contains(.cityBig)
        form.isWeak =
            p.contains(.capitalized)
            && (p.contains(.function) || p.contains(.adverb) && p.contains(.wordCommon) && !isNamed)
        form.joins =
            joiners.number(of: form.word) != 0 || p.contains(.particle) || p.contains(.hyphen)
            || p.contains(.possessive) || p.contains(.comma) || p.contains(.slash)
            || p.contains(.number) || p.contains(.period) || p.contains(.quote)
            || p.contains(.and)
        form.ends =
            p.contains(.number)
            || p.contains(.lower)
                && (p.contains(.orgHead) || p.contains(.placeHead) || p.contains(.surname)
                    || p.contains(.wordUnknown))
    }
}
