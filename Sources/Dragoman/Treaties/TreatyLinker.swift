/// Joins the mentions of one treaty, and finds it in the catalogue.
struct TreatyLinker {
    /// A treaty of the document.
    struct Entity {
        var kind: TreatyKind
        var known: KnownTreaty?
        /// What it may be, where the catalogue has several of its name.
        var candidates: [KnownTreaty] = []
        var facts = TreatyFacts()
        /// The fullest form in the text: ``TreatyMemory/title(_:)``.
        var title: Int
        var form: UInt64
        /// Hash of the name's last token.
        var lastWord: UInt64
        var isDescribed: Bool
        /// Whether nothing but a bare noun has named it: `a treaty`.
        var isBare = false
        var lastMention: Range<Int>
        /// The sentence in which it was mentioned last.
        var lastSentence: Int
        /// Where the text says that it was published.
        var references: [(scheme: String, value: String)] = []
        /// The treaties that were mentioned next before and next after, or -1.
        var older = -1
        var newer = -1
        /// The words of name and subject, once they were asked for.
        var words: LongWords?
    }

    let source: TreatySource
    let memory: TreatyMemory
    let choice: TreatyChoice
    var treaties: [Entity] = []
    var tables: TreatyTables
    private var citations: Set<Citation> = []
    /// The treaty that was mentioned last.
    private(set) var newest = -1
    /// How many sentences back a lower-case anaphor may point.
    static let reach = 12
    /// How many treaties back shorter forms, descriptions and anaphors may point: so the work for each mention is
    /// bounded.
    static let horizon = 256
    /// Treaties looked at since the document began: the measure of the work.
    var steps = 0

    init(_ source: TreatySource, _ choice: TreatyChoice, tables: consuming TreatyTables) {
        self.source = source
        memory = source.memory
        self.choice = choice
        self.tables = tables
        self.tables.removeAll()
    }

    /// Gives the tables back, for the next document.
    mutating func takeTables() -> TreatyTables {
        let taken = tables
        tables = TreatyTables()
        return taken
    }

    /// The number of the treaty that `candidate` is a mention of; `nil` if it is no mention after all.
    mutating func link(_ candidate: TreatyCandidate, _ facts: TreatyFacts) -> Int? {
        let number: Int?
        switch candidate.mention {
        case .name: number = abbreviated(candidate) ?? named(candidate, facts)
        case .description: number = described(candidate, facts)
        case .anaphor:
            number =
                isOwn(candidate)
                ? standing(candidate) : antecedent(candidate) ?? standing(candidate)
        }
        guard let number else { return nil }
        tables.numbers.set(UInt64(candidate.tokens.lowerBound), to: number)
        treaties[number].facts.merge(facts)
        treaties[number].lastMention = candidate.tokens
        treaties[number].lastSentence = candidate.sentenceNumber
        moveToFront(number)
        return number
    }

    /// Notes that a treaty was mentioned last.
    private mutating func moveToFront(_ number: Int) {
        if newest == number { return }
        let (older, newer) = (treaties[number].older, treaties[number].newer)
        if older >= 0 { treaties[older].newer = newer }
        if newer >= 0 { treaties[newer].older = older }
        treaties[number].older = newest
        treaties[number].newer = -1
        if newest >= 0 { treaties[newest].newer = number }
        newest = number
    }

    func number(of known: KnownTreaty) -> Int? { tables.byKey.value(of: known.key) }

    /// Adds where a treaty was published.
    mutating func cite(_ number: Int, _ ids: [(scheme: String, value: String)]) {
        for id in ids {
            let citation = Citation(treaty: number, scheme: id.scheme, value: id.value)
            if citations.insert(citation).inserted { treaties[number].references.append(id) }
        }
    }

    private struct Citation: Hashable {
        var treaty: Int
        var scheme: String
        var value: String
    }

    /// How the guidelines call the mention once it is linked.
    func mention(of candidate: TreatyCandidate) -> TreatyMention {
        tables.shortForms.value(of: UInt64(candidate.tokens.lowerBound)) != nil
            ? .anaphor : candidate.mention
    }

    /// Makes a treaty known by its form and record.
    mutating func index(_ number: Int) {
        let form = treaties[number].form
        if tables.byForm.value(of: form) ?? -1 < 0 { tables.byForm.set(form, to: number) }
        if let known = treaties[number].known { tables.byKey.setFirst(known.key, to: number) }
    }

    mutating func add(
        _ candidate: TreatyCandidate, known: KnownTreaty?, isDescribed: Bool
    ) -> Int {
        let number = memory.title(candidate.tokens, source)
        let title = memory.title(number)
        treaties.append(
            Entity(
                kind: candidate.kind, known: known, title: number, form: title.form,
                lastWord: title.lastWord, isDescribed: isDescribed, isBare: candidate.isBare,
                lastMention: candidate.tokens, lastSentence: candidate.sentenceNumber))
        index(treaties.count - 1)
        return treaties.count - 1
    }
}
