import Segmentation

/// Settles which of the candidates that overlap stay.
///
/// A worker keeps one for document after document.
struct TreatyOverlaps {
    /// Where titles of the catalogue end, by their start, and where names start, by their end.
    private var titleEnds = KeyTable()
    private var nameStarts = KeyTable()
    /// Tokens that are taken.
    private var taken = KeyTable()

    /// The candidates that stay, in the order of the text.
    ///
    /// The longest first; but a full title of the catalogue is not made longer by what follows it, unless that are
    /// its parties, nor a name by small words before it: `the historic [Treaty on the Prohibition of Nuclear Weapons]`.
    mutating func settled(
        _ candidates: [TreatyCandidate], _ text: TokenBuffer
    ) -> [TreatyCandidate] {
        if candidates.count < 2 { return candidates }
        findNames(candidates, text)
        var order = candidates.indices.filter { stays(candidates[$0], text) }
        order.sort { first, second in
            let (a, b) = (candidates[first].tokens, candidates[second].tokens)
            if a.count != b.count { return a.count > b.count }
            let (priority, other) = (candidates[first].priority, candidates[second].priority)
            if priority != other { return priority > other }
            return a.lowerBound != b.lowerBound ? a.lowerBound < b.lowerBound : first < second
        }
        taken.removeAll()
        var kept: [Int] = []
        for index in order {
            let tokens = candidates[index].tokens
            if tokens.contains(where: { taken.value(of: UInt64($0)) != nil }) { continue }
            for token in tokens { taken.set(UInt64(token), to: 0) }
            kept.append(index)
        }
        kept.sort { candidates[$0].tokens.lowerBound < candidates[$1].tokens.lowerBound }
        return kept.map { candidates[$0] }
    }

    private func stays(_ candidate: TreatyCandidate, _ text: TokenBuffer) -> Bool {
        let tokens = candidate.tokens
        if candidate.known.isEmpty, let end = titleEnds.value(of: UInt64(tokens.lowerBound)),
            tokens.upperBound > end, text.tokens[end].hash != TreatyWords.between
        {
            return false
        }
        guard candidate.mention == .description,
            let start = nameStarts.value(of: UInt64(tokens.upperBound)), start > tokens.lowerBound
        else { return true }
        let before = tokens.lowerBound..<start
        return !before.allSatisfy { isSmall($0, text) }
            || before.count > 1 && !isTitle(start..<tokens.upperBound, text)
    }

    private mutating func findNames(_ candidates: [TreatyCandidate], _ text: TokenBuffer) {
        titleEnds.removeAll()
        nameStarts.removeAll()
        for candidate in candidates where candidate.mention == .name {
            let tokens = candidate.tokens
            if !candidate.known.isEmpty, isTitle(tokens, text) {
                let known = titleEnds.value(of: UInt64(tokens.lowerBound)) ?? 0
                titleEnds.set(UInt64(tokens.lowerBound), to: max(known, tokens.upperBound))
            }
            if tokens.count > 1, !isSmall(tokens.lowerBound, text) {
                let known = nameStarts.value(of: UInt64(tokens.upperBound)) ?? .max
                nameStarts.set(UInt64(tokens.upperBound), to: min(known, tokens.lowerBound))
            }
        }
    }

    private func isSmall(_ token: Int, _ text: TokenBuffer) -> Bool {
        text.tokens[token].shape == .lower || text.tokens[token].kind != .word
    }

    /// `Convention on the Law of the Sea`: a noun and what it is about.
    private func isTitle(_ tokens: Range<Int>, _ text: TokenBuffer) -> Bool {
        tokens.count >= 4
            && tokens.contains { TreatyWords.subject.contains(text.tokens[$0].hash) }
    }
}
