import Segmentation

/// Treaties by their names.
extension TreatyLinker {
    /// What an abbreviation was introduced for.
    func abbreviated(_ candidate: TreatyCandidate) -> Int? {
        candidate.abbreviates.flatMap { tables.numbers.value(of: UInt64($0.lowerBound)) }
    }

    mutating func named(_ candidate: TreatyCandidate, _ facts: TreatyFacts) -> Int {
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
        let sameParties = known.parties.isEmpty || known.hasParties(treaty.facts.parties)
        return sameParties && TreatyFacts.isSame(treaty.facts.signed, known.made) ? number : nil
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

    /// `Peace Accord` after `Rome General Peace Accord`, `Protocol` after `Kyoto Protocol`.
    private mutating func longerForm(of candidate: TreatyCandidate, _ facts: TreatyFacts) -> Int? {
        let last = lastWord(candidate)
        var words: String?
        for index in treaties.indices.suffix(Self.memory).reversed() {
            steps += 1
            guard treaties[index].lastWord == last else { continue }
            let suffix = words ?? " " + text.text(of: candidate.tokens)
            words = suffix
            guard treaties[index].name.hasSuffix(suffix) else { continue }
            let made = treaties[index].known?.made ?? treaties[index].facts.signed
            if facts.signed == nil || made != nil && TreatyFacts.isSame(made, facts.signed) {
                return index
            }
        }
        return nil
    }
}
