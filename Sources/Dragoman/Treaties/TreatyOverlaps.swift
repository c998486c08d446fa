import Segmentation

/// Settles which of the matches that overlap stay.
///
/// A worker keeps one for document after document.
struct TreatyOverlaps {
    /// Where titles of the catalogue end, by their start, and where names start, by their end.
    private var titleEnds = KeyTable()
    /// Where names of the catalogue end, by their start.
    private var knownEnds = KeyTable()
    private var nameStarts = KeyTable()
    /// One bit a token: those that are taken.
    private var taken: [UInt64] = []
    /// Matches in the order in which they are looked at: the longest first.
    private var order: [UInt64] = []
    private var kept: [Int] = []

    /// The numbers of the matches that stay, of those in the order of the text.
    ///
    /// The longest first; but a full title of the catalogue is not made longer by what follows it, unless that are
    /// its parties, nor a name by small words before it: `the historic [Treaty on the Prohibition of Nuclear Weapons]`.
    mutating func settled(
        _ spans: [TreatySpan], _ source: TreatySource
    ) -> [Int] {
        if spans.count == 1 { return [0] }
        findNames(spans, source)
        order.removeAll(keepingCapacity: true)
        kept.removeAll(keepingCapacity: true)
        taken.removeAll(keepingCapacity: true)
        taken.append(contentsOf: repeatElement(0, count: source.text.tokens.count / 64 + 1))
        var (next, reach) = (0, 0)
        for index in spans.indices {
            // A full title is not cut at its start either: `United [Nations Framework Convention on Climate Change in Paris]`.
            let start = spans[index].tokens.lowerBound
            while spans[next].tokens.lowerBound < start {
                let tokens = spans[next].tokens
                if spans[next].isKnown, isTitle(tokens, source) {
                    reach = max(reach, tokens.upperBound)
                }
                next += 1
            }
            guard spans[index].isKnown || reach <= start, stays(index, spans, source) else {
                continue
            }
            // Longer ones first, then those of higher priority, then those that come first.
            let length = 0xFFFF - UInt64(min(spans[index].tokens.count, 0xFFFF))
            let priority = UInt64(max(0, min(0xFFFF, 0x7FFF - Int(spans[index].priority))))
            order.append(length << 48 | priority << 32 | UInt64(index))
        }
        order.sort()
        for entry in order {
            let index = Int(entry & 0xFFFF_FFFF)
            if take(spans[index].tokens) { kept.append(index) }
        }
        kept.sort()
        return kept
    }

    /// Takes tokens, if all are free.
    private mutating func take(_ tokens: Range<Int>) -> Bool {
        for token in tokens where taken[token >> 6] >> UInt64(token & 63) & 1 != 0 { return false }
        for token in tokens { taken[token >> 6] |= 1 << UInt64(token & 63) }
        return true
    }

    private func stays(
        _ index: Int, _ spans: [TreatySpan], _ source: TreatySource
    ) -> Bool {
        let tokens = spans[index].tokens
        // `Under the [Treaty of Tilsit] Prussia lost half its land.`
        if !spans[index].isKnown, let end = knownEnds.value(of: UInt64(tokens.lowerBound)),
            end < tokens.upperBound, source.isPlace(end..<tokens.upperBound)
        {
            return false
        }
        if !spans[index].isKnown,
            let end = titleEnds.value(of: UInt64(tokens.lowerBound)),
            tokens.upperBound > end, !source.isAny(.between, end)
        {
            return false
        }
        guard spans[index].mention == .description,
            let start = nameStarts.value(of: UInt64(tokens.upperBound)), start > tokens.lowerBound
        else { return true }
        let before = tokens.lowerBound..<start
        return !before.allSatisfy { isSmall($0, source.text) }
            || before.count > 1 && !isTitle(start..<tokens.upperBound, source)
    }

    private mutating func findNames(_ spans: [TreatySpan], _ source: TreatySource) {
        titleEnds.removeAll()
        knownEnds.removeAll()
        nameStarts.removeAll()
        for index in spans.indices where spans[index].mention == .name {
            let tokens = spans[index].tokens
            if spans[index].isKnown {
                let known = knownEnds.value(of: UInt64(tokens.lowerBound)) ?? 0
                knownEnds.set(UInt64(tokens.lowerBound), to: max(known, tokens.upperBound))
            }
            if spans[index].isKnown, isTitle(tokens, source) {
                let known = titleEnds.value(of: UInt64(tokens.lowerBound)) ?? 0
                titleEnds.set(UInt64(tokens.lowerBound), to: max(known, tokens.upperBound))
            }
            if tokens.count > 1, !isSmall(tokens.lowerBound, source.text) {
                let known = nameStarts.value(of: UInt64(tokens.upperBound)) ?? .max
                nameStarts.set(UInt64(tokens.upperBound), to: min(known, tokens.lowerBound))
            }
        }
    }

    private func isSmall(_ token: Int, _ text: TokenBuffer) -> Bool {
        text.tokens[token].shape == .lower || text.tokens[token].kind != .word
    }

    /// `Convention on the Law of the Sea`: a noun and what it is about.
    private func isTitle(_ tokens: Range<Int>, _ source: TreatySource) -> Bool {
        tokens.count >= 4
            && source.hasAny(.subject, in: tokens)
    }
}
