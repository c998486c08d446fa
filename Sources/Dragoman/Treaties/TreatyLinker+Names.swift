import Segmentation

/// Treaties by their names.
extension TreatyLinker {
    /// What an abbreviation was introduced for.
    func abbreviated(_ candidate: TreatyCandidate) -> Int? {
        candidate.abbreviates.flatMap { tables.numbers.value(of: UInt64($0.lowerBound)) }
    }

    mutating func named(_ candidate: TreatyCandidate, _ facts: TreatyFacts) -> Int {
        let meaning = choice.choose(candidate.known, in: candidate.sentence, facts)
        let known = meaning.known
        let form = source.text.phraseHash(candidate.tokens)
        if let known, let number = number(of: known) ?? undecided(form, known) { return number }
        if known == nil, let number = tables.byForm.value(of: form), number >= 0 { return number }
        if known == nil, let number = longerForm(of: candidate, facts) {
            tables.shortForms.set(UInt64(candidate.tokens.lowerBound), to: 1)
            return number
        }
        if let number = unnamed(candidate, known, facts) {
            name(number, candidate, known)
            return number
        }
        let number = add(candidate, known: known, isDescribed: false)
        treaties[number].candidates = meaning.candidates
        return number
    }

    /// A treaty of a form that may have been this one all along, which it now is.
    private mutating func undecided(_ form: UInt64, _ known: KnownTreaty) -> Int? {
        guard let number = tables.byForm.value(of: form), number >= 0,
            treaties[number].candidates.contains(where: { $0 === known })
        else { return nil }
        treaties[number].known = known
        treaties[number].candidates = []
        treaties[number].words = nil
        index(number)
        return number
    }

    /// A treaty that the text began to speak of before it names it: `signed a treaty … The Treaty of Osimo`.
    private func unnamed(
        _ candidate: TreatyCandidate, _ known: KnownTreaty?, _ facts: TreatyFacts
    ) -> Int? {
        guard isDefinite(candidate), let number = treaties.indices.last,
            treaties[number].isBare
        else { return nil }
        let treaty = treaties[number]
        let kind = known.map { memory.kinds.kind(of: $0) } ?? candidate.kind
        guard candidate.sentenceNumber - treaty.lastSentence <= Self.reach,
            treaty.facts.status != .negotiated, treaty.facts.status != .proposed,
            memory.kinds.isCompatible(treaty.kind, with: kind), agrees(treaty.facts, facts)
        else { return nil }
        guard let known else { return number }
        let sameParties = known.parties.isEmpty || known.hasParties(treaty.facts.parties)
        return sameParties && TreatyFacts.isSame(source.value(treaty.facts.signed), known.made)
            ? number : nil
    }

    private mutating func name(_ number: Int, _ candidate: TreatyCandidate, _ known: KnownTreaty?) {
        let title = memory.title(candidate.tokens, source)
        // It is the last treaty: no other can have its old form but one before it.
        if tables.byForm.value(of: treaties[number].form) == number {
            tables.byForm.set(treaties[number].form, to: -1)
        }
        treaties[number].known = known
        treaties[number].kind = candidate.kind
        treaties[number].title = title
        treaties[number].form = memory.title(title).form
        treaties[number].lastWord = memory.title(title).lastWord
        treaties[number].words = nil
        index(number)
        treaties[number].isBare = false
    }

    /// `Peace Accord` after `Rome General Peace Accord`, `Protocol` after `Kyoto Protocol`.
    private mutating func longerForm(of candidate: TreatyCandidate, _ facts: TreatyFacts) -> Int? {
        let last = source.text.tokens[candidate.tokens.upperBound - 1].hash
        var words: String?
        for index in treaties.indices.suffix(Self.horizon).reversed() {
            steps += 1
            guard treaties[index].lastWord == last else { continue }
            let suffix = words ?? " " + source.text.text(of: candidate.tokens)
            words = suffix
            guard memory.title(treaties[index].title).name.hasSuffix(suffix) else { continue }
            if facts.signed < 0 { return index }
            let made = treaties[index].known?.made ?? source.value(treaties[index].facts.signed)
            if made != nil && TreatyFacts.isSame(made, source.value(facts.signed)) {
                return index
            }
        }
        return nil
    }
}
