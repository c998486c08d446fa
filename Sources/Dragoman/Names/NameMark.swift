/// What is true of a token because of where it stands, not of how it is spelled: numbers of marks.
///
/// Marks come from phrases of several tokens, from dates, and from what the rest of the document says of the form.
enum NameMark {
    /// Kinds of phrases that are names: a mark each for the first, an inner and the last token.
    enum Phrase: Int, CaseIterable {
        case country, city, town, admin, region, landform, facility
        case person, company, media, party, body, agency, armed, university, team, band, otherOrg
        case treaty, head
    }

    /// Kinds of phrases that stand beside names: one mark for each of their tokens.
    enum Word: Int, CaseIterable {
        case title, role, kin, verbSay, verbPerson, cueOrganization, cuePerson, prepositionPlace
        case demonym, orgHead
    }

    /// What else can be true.
    enum Fact: Int, CaseIterable {
        case date, headline, allCapitals, lineStart
        /// The form is elsewhere the only token of a name of a person, an organization, a place.
        case elsewherePerson, elsewhereOrganization, elsewherePlace
        /// It is elsewhere part of a longer one.
        case insidePerson, insideOrganization, insidePlace
        /// It is elsewhere the last token of a name of a person, or the first.
        case elsewhereSurname, elsewhereGiven
        /// Most of its other occurrences are of this kind.
        case mostlyPerson, mostlyOrganization, mostlyPlace, mostlyNothing
        /// Its letters are the initials of an organization of the document.
        case acronym
    }

    /// Calls `body` with the marks of the bits of ``NameCounts/facts``.
    static func forEach(ofFacts facts: UInt32, _ body: (Int) -> Void) {
        for fact in Fact.allCases where facts >> UInt32(fact.rawValue) & 1 != 0 {
            body(Self.fact(fact))
        }
    }

    /// What a name stands in, told apart by the category of each token: a report of sport, a line of figures, both.
    enum Setting: Int, CaseIterable {
        case sport, figures, sportFigures

        init?(isSport: Bool, isFigures: Bool) {
            switch (isSport, isFigures) {
            case (false, false): return nil
            case (true, false): self = .sport
            case (false, true): self = .figures
            case (true, true): self = .sportFigures
            }
        }
    }

    static let wordBase = Phrase.allCases.count * 3
    static let factBase = wordBase + Word.allCases.count
    static let settingBase = factBase + Fact.allCases.count
    static let count = settingBase + Setting.allCases.count * TokenCategory.allCases.count

    static func phrase(_ phrase: Phrase, at offset: Int, of length: Int) -> Int {
        phrase.rawValue * 3 + (offset == 0 ? 0 : offset == length - 1 ? 2 : 1)
    }
    static func word(_ word: Word) -> Int { wordBase + word.rawValue }

    /// The bits of kinds of phrases in ``NamePhrase/kinds``.
    static func bit(of phrase: Phrase) -> UInt32 { 1 << UInt32(phrase.rawValue) }
    static func bit(of word: Word) -> UInt32 {
        1 << UInt32(Phrase.allCases.count + word.rawValue)
    }

    /// Calls `body` with the marks on a token of a phrase of some kinds.
    static func forEach(
        of kinds: UInt32, at offset: Int, of length: Int, _ body: (Int) -> Void
    ) {
        for phrase in Phrase.allCases where kinds & bit(of: phrase) != 0 {
            body(Self.phrase(phrase, at: offset, of: length))
        }
        for word in Word.allCases where kinds & bit(of: word) != 0 { body(Self.word(word)) }
    }

    static func fact(_ fact: Fact) -> Int { factBase + fact.rawValue }
    static func setting(_ setting: Setting, _ category: TokenCategory) -> Int {
        settingBase + setting.rawValue * TokenCategory.allCases.count + Int(category.rawValue)
    }

    static let names: [String] =
        Phrase.allCases.flatMap { phrase in ["B", "I", "L"].map { "\($0)-\(phrase)" } }
        + Word.allCases.map { "in-\($0)" } + Fact.allCases.map { "\($0)" }
        + Setting.allCases.flatMap { setting in
            TokenCategory.allCases.map { "\(setting)+\($0)" }
        }
}
