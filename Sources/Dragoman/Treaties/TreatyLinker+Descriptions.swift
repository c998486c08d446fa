import Segmentation

/// Treaties by what is said of them, and what points back to one.
extension TreatyLinker {
    mutating func described(_ candidate: TreatyCandidate, _ facts: TreatyFacts) -> Int {
        if candidate.isBare, isDefinite(candidate), let number = antecedent(candidate),
            agrees(treaties[number].facts, facts), isBetween(facts.parties, treaties[number])
        {
            tables.shortForms.set(UInt64(candidate.tokens.lowerBound), to: 1)
            return number
        }
        let form = source.text.phraseHash(candidate.tokens)
        if facts.parties.count >= 2, let signed = source.value(facts.signed) {
            let known = source.catalogue.treaty(
                kind: memory.kinds.name(candidate.kind), date: signed, parties: facts.parties
            ) {
                LongWords.strings(source.text.text(of: candidate.tokens))
                    .subtracting(["treaty", "agreement"])
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
    private mutating func described(
        _ candidate: TreatyCandidate, as form: UInt64, _ facts: TreatyFacts
    ) -> Int? {
        let isDefinite = isDefinite(candidate)
        var said: LongWords?
        for index in treaties.indices.suffix(Self.horizon).reversed() {
            steps += 1
            if treaties[index].form != form {
                guard isDefinite, let known = treaties[index].known,
                    memory.kinds.kind(of: known) == candidate.kind
                else { continue }
                let words =
                    said
                    ?? LongWords(source.text.text(of: candidate.tokens))
                    .subtracting(LongWords(memory.kinds.name(candidate.kind)))
                said = words
                guard says(index, words) else { continue }
            }
            if agrees(treaties[index].facts, facts) { return index }
        }
        return nil
    }

    /// Whether two descriptions can be of one treaty: the same parties and date where both say them.
    func agrees(_ a: TreatyFacts, _ b: TreatyFacts) -> Bool {
        let sameParties =
            a.parties.isEmpty || b.parties.isEmpty || a.parties == b.parties
            || Set(a.parties) == Set(b.parties)
        return sameParties && source.isSame(a.signed, b.signed)
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
    private mutating func says(_ index: Int, _ said: LongWords) -> Bool {
        if said.isEmpty { return false }
        if let words = treaties[index].words { return said.isSubset(of: words) }
        let treaty = treaties[index]
        let words = LongWords(
            [
                memory.title(treaty.title).name, treaty.known?.name, treaty.known?.kind,
                treaty.known?.subject,
            ].compactMap { $0 }.joined(separator: " "))
        treaties[index].words = words
        return said.isSubset(of: words)
    }

    func isDefinite(_ candidate: TreatyCandidate) -> Bool {
        let before = candidate.tokens.lowerBound - 1
        return before >= 0 && source.isAny(.pointing, before)
    }

    /// What `the treaty` points back to: the last treaty said that such a noun may stand for.
    mutating func antecedent(_ candidate: TreatyCandidate) -> Int? {
        let kinds = memory.kinds
        var index = newest
        for _ in 0..<Self.horizon where index >= 0 {
            steps += 1
            let sentence = treaties[index].lastSentence
            if !candidate.standsAlone, candidate.sentenceNumber - sentence > Self.reach {
                return nil
            }
            if kinds.isCompatible(candidate.kind, with: treaties[index].kind) { return index }
            if let known = treaties[index].known,
                kinds.isCompatible(candidate.kind, with: kinds.kind(of: known))
            {
                return index
            }
            index = treaties[index].older
        }
        return nil
    }

    /// A noun with a capital that points to nothing said before: `the Charter` is that of the United Nations.
    mutating func standing(_ candidate: TreatyCandidate) -> Int? {
        guard candidate.standsAlone else { return nil }
        if let known = candidate.implied, let number = number(of: known) { return number }
        return add(candidate, known: candidate.implied, isDescribed: false)
    }

    /// `our Charter`: what the noun means by itself, whatever was said before.
    func isOwn(_ candidate: TreatyCandidate) -> Bool {
        let before = candidate.tokens.lowerBound - 1
        return candidate.implied != nil && before >= 0
            && source.isAny(.own, before)
    }
}
