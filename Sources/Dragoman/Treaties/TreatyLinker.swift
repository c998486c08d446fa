import Lexicon
import Segmentation

/// Joins the mentions of one treaty, and finds it in the catalogue.
struct TreatyLinker {
    /// A treaty of the document.
    struct Entity {
        var kind: String
        var known: KnownTreaty?
        var facts = TreatyFacts()
        /// The fullest form in the text.
        var name: String
        var form: UInt64
        /// Hash of the name's last token.
        var lastWord: UInt64
        var isDescribed: Bool
        /// Whether nothing but a bare noun has named it: `a treaty`.
        var isBare = false
        var lastMention: Range<Int>
        /// The treaties that were mentioned next before and next after, or -1.
        var older = -1
        var newer = -1
        var subject: String?
        /// The place that the name says: `Treaty of Versailles`.
        var place: String?
    }

    let text: TokenBuffer
    let hits: HitBuffer
    let catalogue: TreatyCatalogue
    private let choice: TreatyChoice
    private(set) var treaties: [Entity] = []
    private var tables: TreatyTables
    /// The treaty that was mentioned last.
    private var newest = -1
    /// How many sentences back a lower-case anaphor may point.
    private static let reach = 12
    /// How many treaties back shorter forms, descriptions and anaphors may point: so the work for each mention is
    /// bounded.
    private static let memory = 256

    init(
        text: TokenBuffer, hits: HitBuffer, catalogue: TreatyCatalogue, choice: TreatyChoice,
        tables: consuming TreatyTables
    ) {
        self.text = text
        self.hits = hits
        self.catalogue = catalogue
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

    private func number(of known: KnownTreaty) -> Int? { tables.byKey.value(of: known.key) }

    /// How the guidelines call the mention once it is linked.
    func mention(of candidate: TreatyCandidate) -> TreatyMention {
        tables.shortForms.value(of: UInt64(candidate.tokens.lowerBound)) != nil
            ? .anaphor : candidate.mention
    }

    /// `our Charter`: what the noun means by itself, whatever was said before.
    private func isOwn(_ candidate: TreatyCandidate) -> Bool {
        let before = candidate.tokens.lowerBound - 1
        return candidate.implied != nil && before >= 0
            && TreatyWords.own.contains(text.tokens[before].hash)
    }

    /// What an abbreviation was introduced for.
    private func abbreviated(_ candidate: TreatyCandidate) -> Int? {
        candidate.abbreviates.flatMap { tables.numbers.value(of: UInt64($0.lowerBound)) }
    }

    private mutating func named(_ candidate: TreatyCandidate, _ facts: TreatyFacts) -> Int {
        let known = choice.choose(candidate.known, at: candidate.tokens, facts)
        let form = text.phraseHash(candidate.tokens)
        if let known, let number = number(of: known) { return number }
        if known == nil, let number = tables.byForm.value(of: form), number >= 0 { return number }
        if known == nil, let number = longerForm(of: candidate, facts) {
            tables.shortForms.set(UInt64(candidate.tokens.lowerBound), to: 1)
            return number
        }
        if let number = unnamed(candidate, known, facts) {
            name(number, candidate, known)
            return number
        }
        return add(candidate, known: known, isDescribed: false)
    }

    /// A treaty that the text began to speak of before it names it: `signed a treaty … The Treaty of Osimo`.
    private func unnamed(
        _ candidate: TreatyCandidate, _ known: KnownTreaty?, _ facts: TreatyFacts
    ) -> Int? {
        let sentence = text.sentenceNumber(of: candidate.tokens.lowerBound)
        guard isDefinite(candidate), let number = treaties.indices.last else { return nil }
        let treaty = treaties[number]
        guard treaty.isBare,
            sentence - text.sentenceNumber(of: treaty.lastMention.lowerBound) <= Self.reach,
            treaty.facts.status != .negotiated, treaty.facts.status != .proposed,
            TreatyKind.isCompatible(treaty.kind, with: known?.kind ?? candidate.kind),
            agrees(treaty.facts, facts)
        else { return nil }
        guard let known else { return number }
        let made = known.made ?? ""
        let sameDate =
            treaty.facts.signed.map { made.hasPrefix($0) || $0.hasPrefix(made) } ?? true
        let sameParties = known.parties.isEmpty || known.hasParties(treaty.facts.parties)
        return sameDate && sameParties ? number : nil
    }

    private mutating func name(_ number: Int, _ candidate: TreatyCandidate, _ known: KnownTreaty?) {
        let about = about(candidate)
        // It is the last treaty: no other can have its old form but one before it.
        if tables.byForm.value(of: treaties[number].form) == number {
            tables.byForm.set(treaties[number].form, to: -1)
        }
        treaties[number].known = known
        treaties[number].kind = candidate.kind
        treaties[number].name = text.name(of: candidate.tokens)
        treaties[number].form = text.phraseHash(candidate.tokens)
        treaties[number].lastWord = lastWord(candidate)
        index(number)
        treaties[number].isBare = false
        treaties[number].subject = about?.isPlace == false ? about?.text : nil
        treaties[number].place = about?.isPlace == true ? about?.text : nil
    }

    private func lastWord(_ candidate: TreatyCandidate) -> UInt64 {
        text.tokens[candidate.tokens.upperBound - 1].hash
    }

    /// Makes a treaty known by its form and record.
    private mutating func index(_ number: Int) {
        let form = treaties[number].form
        if tables.byForm.value(of: form) ?? -1 < 0 { tables.byForm.set(form, to: number) }
        if let known = treaties[number].known { tables.byKey.setFirst(known.key, to: number) }
    }

    /// `Peace Accord` after `Rome General Peace Accord`, `Protocol` after `Kyoto Protocol`.
    private func longerForm(of candidate: TreatyCandidate, _ facts: TreatyFacts) -> Int? {
        let last = lastWord(candidate)
        var words: String?
        return treaties.indices.suffix(Self.memory).last { index in
            guard treaties[index].lastWord == last else { return false }
            let suffix = words ?? " " + text.text(of: candidate.tokens)
            words = suffix
            let treaty = treaties[index]
            guard treaty.name.utf8.count >= suffix.utf8.count, treaty.name.hasSuffix(suffix)
            else { return false }
            guard let made = treaty.known?.made ?? treaty.facts.signed, let signed = facts.signed
            else { return facts.signed == nil }
            return made.hasPrefix(signed) || signed.hasPrefix(made)
        }
    }

    private mutating func described(_ candidate: TreatyCandidate, _ facts: TreatyFacts) -> Int {
        if candidate.isBare, isDefinite(candidate), let number = antecedent(candidate),
            agrees(treaties[number].facts, facts), isBetween(facts.parties, treaties[number])
        {
            tables.shortForms.set(UInt64(candidate.tokens.lowerBound), to: 1)
            return number
        }
        let form = text.phraseHash(candidate.tokens)
        if let signed = facts.signed {
            let known = catalogue.treaty(
                kind: candidate.kind, date: signed, parties: facts.parties
            ) {
                Self.words(text.text(of: candidate.tokens)).subtracting(["treaty", "agreement"])
            }
            if let known {
                if let number = number(of: known) { return number }
                return add(candidate, known: known, isDescribed: true)
            }
        }
        let same = candidate.isBare ? nil : described(candidate, as: form, facts)
        return same ?? add(candidate, known: nil, isDescribed: true)
    }

    /// The last treaty said that a description may mean.
    private func described(
        _ candidate: TreatyCandidate, as form: UInt64, _ facts: TreatyFacts
    ) -> Int? {
        let isDefinite = isDefinite(candidate)
        var said: Set<String>?
        return treaties.indices.suffix(Self.memory).last { index in
            if treaties[index].form != form {
                guard isDefinite, treaties[index].known?.kind == candidate.kind else {
                    return false
                }
                let words =
                    said
                    ?? Self.words(text.text(of: candidate.tokens))
                    .subtracting(Self.words(candidate.kind))
                said = words
                guard says(treaties[index], words) else { return false }
            }
            return agrees(treaties[index].facts, facts)
        }
    }

    /// Whether two descriptions can be of one treaty: the same parties and date where both say them.
    private func agrees(_ a: TreatyFacts, _ b: TreatyFacts) -> Bool {
        let sameParties = a.parties.isEmpty || b.parties.isEmpty || Set(a.parties) == Set(b.parties)
        guard let first = a.signed, let second = b.signed else { return sameParties }
        return sameParties && (first.hasPrefix(second) || second.hasPrefix(first))
    }

    /// Whether `parties`, if any are said, are those of a treaty named before.
    private func isBetween(_ parties: [String], _ treaty: Entity) -> Bool {
        if parties.isEmpty { return true }
        return treaty.facts.parties.isEmpty
            ? treaty.known?.hasParties(parties) == true && treaty.known?.parties.isEmpty == false
            : true
    }

    /// Whether the words that say which treaty a description means are among those of the treaty's name and subject:
    /// `the test-ban treaty` is not the Antarctic Treaty.
    private func says(_ treaty: Entity, _ said: Set<String>) -> Bool {
        if said.isEmpty { return false }
        let about = Self.words(
            [treaty.name, treaty.known?.name, treaty.known?.kind, treaty.known?.subject]
                .compactMap { $0 }.joined(separator: " "))
        return said.isSubset(of: about)
    }

    /// The words of four letters or more.
    private static func words(_ text: String) -> Set<String> {
        Set(Folding.folded(text).split { !$0.isLetter }.map(String.init).filter { $0.count > 3 })
    }

    private func isDefinite(_ candidate: TreatyCandidate) -> Bool {
        let before = candidate.tokens.lowerBound - 1
        return before >= 0 && TreatyWords.pointing.contains(text.tokens[before].hash)
    }

    /// What `the treaty` points back to: the last treaty said that such a noun may stand for.
    private func antecedent(_ candidate: TreatyCandidate) -> Int? {
        let sentence = text.sentenceNumber(of: candidate.tokens.lowerBound)
        var index = newest
        for _ in 0..<Self.memory where index >= 0 {
            let start = treaties[index].lastMention.lowerBound
            if !candidate.standsAlone, sentence - text.sentenceNumber(of: start) > Self.reach {
                return nil
            }
            let kind = treaties[index].kind
            if TreatyKind.isCompatible(candidate.kind, with: kind) { return index }
            if let known = treaties[index].known?.kind,
                TreatyKind.isCompatible(candidate.kind, with: known)
            {
                return index
            }
            index = treaties[index].older
        }
        return nil
    }

    /// A noun with a capital that points to nothing said before: `the Charter` is that of the United Nations.
    private mutating func standing(_ candidate: TreatyCandidate) -> Int? {
        guard candidate.standsAlone else { return nil }
        if let known = candidate.implied, let number = number(of: known) { return number }
        return add(candidate, known: candidate.implied, isDescribed: false)
    }

    private mutating func add(
        _ candidate: TreatyCandidate, known: KnownTreaty?, isDescribed: Bool
    ) -> Int {
        let about = about(candidate)
        treaties.append(
            Entity(
                kind: candidate.kind, known: known, name: text.name(of: candidate.tokens),
                form: text.phraseHash(candidate.tokens), lastWord: lastWord(candidate),
                isDescribed: isDescribed, isBare: candidate.isBare,
                lastMention: candidate.tokens, subject: about?.isPlace == false ? about?.text : nil,
                place: about?.isPlace == true ? about?.text : nil))
        index(treaties.count - 1)
        return treaties.count - 1
    }

    /// What stands after `on`, `of` or `concerning` in a description or title.
    private func about(_ candidate: TreatyCandidate) -> (text: String, isPlace: Bool)? {
        let tokens = candidate.tokens
        guard
            let preposition = tokens.dropFirst().first(where: {
                TreatyWords.subject.contains(text.tokens[$0].hash)
            })
        else { return nil }
        let rest = (preposition + 1..<tokens.upperBound).drop {
            TreatyWords.lead.contains(text.tokens[$0].hash)
                || TreatyWords.pointing.contains(text.tokens[$0].hash)
        }
        guard let start = rest.first else { return nil }
        let isPlace =
            text.tokens[preposition].hash == TreatyWords.of
            && catalogue.isPlace(start..<tokens.upperBound, text, hits)
        return (text.name(of: start..<tokens.upperBound), isPlace)
    }
}

/// What a linker finds treaties by; a worker keeps them for document after document.
struct TreatyTables {
    /// First tokens of names that turned out to be a shorter form of one said before, and of bare nouns that point
    /// back to one.
    var shortForms = KeyTable()
    /// The treaty of each mention, by its first token.
    var numbers = KeyTable()
    /// The first treaty of each form, and of each record of the catalogue.
    var byForm = KeyTable()
    var byKey = KeyTable()

    mutating func removeAll() {
        shortForms.removeAll()
        numbers.removeAll()
        byForm.removeAll()
        byKey.removeAll()
    }
}
