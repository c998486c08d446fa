import Segmentation

/// Abbreviations that a text introduces in brackets after a treaty's name: `Comprehensive Peace Agreement (CPA)`.
struct TreatyAbbreviations {
    private let source: TreatySource
    private let text: TokenBuffer

    init(_ source: TreatySource) {
        self.source = source
        text = source.text
    }

    /// `candidates` with the abbreviations and their later mentions among them, in the order of the text.
    func added(to candidates: [TreatyCandidate]) -> [TreatyCandidate] {
        // By the hash of an abbreviation: where it is introduced, and for what.
        var introduced: [UInt64: (token: Int, long: TreatyCandidate)] = [:]
        for index in candidates.indices {
            let bracket = candidates[index].tokens.upperBound
            guard bracket < text.tokens.count, source.isAny(.bracket, bracket),
                let token = abbreviation(after: candidates[index]), !isTaken(token, candidates)
            else { continue }
            let hash = text.tokens[token].hash
            if introduced[hash] == nil { introduced[hash] = (token, candidates[index]) }
        }
        if introduced.isEmpty { return candidates }
        guard let first = introduced.values.map(\.token).min() else { return candidates }
        var found: [TreatyCandidate] = []
        for index in first..<text.tokens.count where text.tokens[index].shape == .upper {
            if let (token, long) = introduced[text.tokens[index].hash], index >= token,
                !isTaken(index, candidates)
            {
                found.append(abbreviated(long, index))
            }
        }
        return (candidates + found).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    private func abbreviated(_ long: TreatyCandidate, _ token: Int) -> TreatyCandidate {
        var short = long
        short.tokens = token..<token + 1
        short.sentenceNumber = text.sentenceNumber(of: token)
        short.sentence = text.sentence(number: short.sentenceNumber)
        short.mention = .name
        short.rule = "treaty.abbreviation"
        short.known = []
        short.abbreviates = long.tokens
        return short
    }

    /// The token of `CPA` in `Comprehensive Peace Agreement (CPA)`, if its letters are initials of the long form.
    private func abbreviation(after candidate: TreatyCandidate) -> Int? {
        let token = candidate.tokens.upperBound + 1
        guard candidate.mention != .anaphor, candidate.tokens.count > 1,
            token + 1 < text.tokens.count,
            source.isAny(.closing, token + 1),
            text.tokens[token].shape == .upper, 2...8 ~= text.tokens[token].range.count
        else { return nil }
        let initials = candidate.tokens.map { text.utf8[Int(text.tokens[$0].start)] | 0x20 }
        let letters = text.utf8[text.tokens[token].range]
        let fitting = letters.count { initials.contains($0 | 0x20) }
        return fitting * 3 >= letters.count * 2 ? token : nil
    }

    private func isTaken(_ token: Int, _ candidates: [TreatyCandidate]) -> Bool {
        let index = candidates.partitioningIndex { $0.tokens.upperBound > token }
        return index < candidates.count && candidates[index].tokens.contains(token)
    }
}
