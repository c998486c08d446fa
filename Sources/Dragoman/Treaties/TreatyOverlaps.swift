import Segmentation

/// Settles which of the candidates that overlap stay.
struct TreatyOverlaps {
    let text: TokenBuffer

    init(_ text: TokenBuffer) { self.text = text }

    /// The candidates that stay, in the order of the text.
    ///
    /// The longest first; but a full title of the catalogue is not made longer by what follows it, unless that are
    /// its parties, nor a name by small words before it: `the historic [Treaty on the Prohibition of Nuclear Weapons]`.
    func settled(_ candidates: [TreatyCandidate]) -> [TreatyCandidate] {
        if candidates.count < 2 { return candidates }
        let (titleEnds, nameStarts) = names(candidates)
        let ordered = candidates.filter { candidate in
            let tokens = candidate.tokens
            if candidate.known.isEmpty, let end = titleEnds[tokens.lowerBound],
                tokens.upperBound > end, text.tokens[end].hash != TreatyWords.between
            {
                return false
            }
            guard candidate.mention == .description, let start = nameStarts[tokens.upperBound],
                start > tokens.lowerBound
            else { return true }
            let before = tokens.lowerBound..<start
            return !before.allSatisfy(isSmall)
                || before.count > 1 && !isTitle(start..<tokens.upperBound)
        }.sorted {
            ($0.tokens.count, $0.priority, $1.tokens.lowerBound)
                > ($1.tokens.count, $1.priority, $0.tokens.lowerBound)
        }
        var taken: [TreatyCandidate] = []
        var isTaken: Set<Int> = []
        for candidate in ordered where isTaken.isDisjoint(with: candidate.tokens) {
            isTaken.formUnion(candidate.tokens)
            taken.append(candidate)
        }
        return taken.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// Where titles of the catalogue end, by their start, and where names start, by their end.
    private func names(_ candidates: [TreatyCandidate]) -> (ends: [Int: Int], starts: [Int: Int]) {
        var ends: [Int: Int] = [:]
        var starts: [Int: Int] = [:]
        for candidate in candidates where candidate.mention == .name {
            let tokens = candidate.tokens
            if !candidate.known.isEmpty, isTitle(tokens) {
                ends[tokens.lowerBound] = max(ends[tokens.lowerBound] ?? 0, tokens.upperBound)
            }
            if tokens.count > 1, !isSmall(tokens.lowerBound) {
                starts[tokens.upperBound] = min(
                    starts[tokens.upperBound] ?? .max, tokens.lowerBound)
            }
        }
        return (ends, starts)
    }

    private func isSmall(_ token: Int) -> Bool {
        text.tokens[token].shape == .lower || text.tokens[token].kind != .word
    }

    /// `Convention on the Law of the Sea`: a noun and what it is about.
    private func isTitle(_ tokens: Range<Int>) -> Bool {
        tokens.count >= 4
            && tokens.contains { TreatyWords.subject.contains(text.tokens[$0].hash) }
    }
}
