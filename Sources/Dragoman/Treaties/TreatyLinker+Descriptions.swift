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
    private mutating func described(
        _ candidate: TreatyCandidate, as form: UInt64, _ facts: TreatyFacts
    ) -> Int? {
        let isDefinite = isDefinite(candidate)
        var said: Set<String>?
        for index in treaties.indices.suffix(Self.memory).reversed() {
            steps += 1
            if treaties[index].form != form {
                guard isDefinite, treaties[index].known?.kind == candidate.kind else { continue }
                let words =
                    said
                    ?? Self.words(text.text(of: candidate.tokens))
                    .subtracting(Self.words(candidate.kind))
                said = words
                guard says(treaties[index], words) else { continue }
            }
            if agrees(treaties[index].facts, facts) { return index }
        }
        return nil
    }

    /// Whether two descriptions can be of one treaty: the same parties and date where both say them.
    func agrees(_ a: TreatyFacts, _ b: TreatyFacts) -> Bool {
        let sameParties = a.parties.isEmpty || b.parties.isEmpty || Set(a.parties) == Set(b.parties)
        return sameParties && TreatyFacts.isSame(a.signed, b.signed)
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

    func isDefinite(_ candidate: TreatyCandidate) -> Bool {
        let before = candidate.tokens.lowerBound - 1
        return before >= 0 && TreatyWords.pointing.contains(text.tokens[before].hash)
    }

    /// What `the treaty` points back to: the last treaty said that such a noun may stand for.
    mutating func antecedent(_ candidate: TreatyCandidate) -> Int? {
        let sentence = text.sentenceNumber(of: candidate.tokens.lowerBound)
        var index = newest
        for _ in 0..<Self.memory where index >= 0 {
            steps += 1
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
    mutating func standing(_ candidate: TreatyCandidate) -> Int? {
        guard candidate.standsAlone else { return nil }
        if let known = candidate.implied, let number = number(of: known) { return number }
        return add(candidate, known: candidate.implied, isDescribed: false)
    }

    /// `our Charter`: what the noun means by itself, whatever was said before.
    func isOwn(_ candidate: TreatyCandidate) -> Bool {
        let before = candidate.tokens.lowerBound - 1
        return candidate.implied != nil && before >= 0
            && TreatyWords.own.contains(text.tokens[before].hash)
    }
}
