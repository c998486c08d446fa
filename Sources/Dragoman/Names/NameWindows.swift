import Segmentation

/// Finds windows: runs of nameable tokens with at most a few small words between.
///
/// No name crosses the border of a window, so each is searched on its own. A worker has one search, whose storage is
/// used again from text to text.
final class NameWindows {
    /// The most small words between two parts of a name: `Ministry for the Interior`.
    private static let widestGap = 3

    /// In the order of the text.
    let windows = GrowingBuffer<NameWindow>()
    /// The numbers of windows of one token, and of those of several.
    let single = GrowingBuffer<UInt32>()
    let several = GrowingBuffer<UInt32>()
    /// How many tokens all windows have.
    private(set) var tokenCount = 0
    /// Whether the text is about sport: of fifty tokens one or more is a word of sport.
    private(set) var isSport = false
    private let masks = TraitMasks()

    /// Finds the windows of a text.
    ///
    /// - Parameter wanted: tokens of which a name may be made however they are written.
    func find(_ text: MarkedText, _ vectors: NameVectors, wanted: [Range<Int>] = []) {
        masks.read(text, vectors, wanted: wanted)
        let count = text.tokens.count
        isSport = masks.sportCount >= 3 && masks.sportCount * 50 >= count
        search(text, vectors.pointers, masks.pointers)
    }

    private func search(
        _ text: MarkedText, _ vectors: NameVectors.Pointers, _ masks: TraitMasks.Pointers
    ) {
        let count = text.tokens.count
        let starts = text.sentenceStarts
        // There are fewer than tokens.
        windows.resize(to: count)
        single.resize(to: count)
        several.resize(to: count)
        let (windows, single, several) = (windows.start, single.start, several.start)
        var (windowCount, singleCount) = (0, 0)
        var sentence = 0..<0
        var nextSentence = 0
        var firstOfSentence = 0
        var cursor = 0
        var base = 0
        while let first = masks.opener(from: cursor, below: count) {
            if first >= sentence.upperBound {
                setManner(of: sentence, firstOfSentence..<windowCount, text, vectors, masks)
                firstOfSentence = windowCount
                while nextSentence < starts.count, starts[nextSentence] <= first {
                    nextSentence &+= 1
                }
                let end = nextSentence < starts.count ? Int(starts[nextSentence]) : count
                sentence = (nextSentence > 0 ? Int(starts[nextSentence &- 1]) : 0)..<end
            }
            cursor = end(of: first, before: sentence.upperBound, text, vectors, masks)
            let count = cursor &- first
            // Written to both and counted in one, for want of a branch that could be foretold.
            single[singleCount] = UInt32(truncatingIfNeeded: windowCount)
            several[windowCount &- singleCount] = UInt32(truncatingIfNeeded: windowCount)
            singleCount &+= count == 1 ? 1 : 0
            windows[windowCount] = NameWindow(first..<cursor, in: sentence, base: base)
            windowCount &+= 1
            base &+= count
        }
        tokenCount = base
        setManner(of: sentence, firstOfSentence..<windowCount, text, vectors, masks)
        self.windows.resize(to: windowCount)
        self.single.resize(to: singleCount)
        self.several.resize(to: windowCount &- singleCount)
    }

    /// Where the window ends that opens at `first`.
    @inline(__always)
    private func end(
        of first: Int, before limit: Int, _ text: MarkedText, _ vectors: NameVectors.Pointers,
        _ masks: TraitMasks.Pointers
    ) -> Int {
        let limit = min(limit, first &+ NameWindow.longest)
        var end = min(first &+ masks.run(from: first), limit)
        var index = end
        while index < limit, index &- end <= Self.widestGap {
            let traits = NameTraits(rawValue: masks.bytes[index])
            if traits.isDisjoint(with: [.isNameable, .joins, .ends]) { break }
            if traits.contains(.isNameable) || end == index && traits.contains(.ends)
                || traits.contains(.isWeakOrPeriod) && isLegalPeriod(index, text, vectors)
            {
                end = index &+ 1
            } else if !traits.contains(.joins) {
                break
            }
            index &+= 1
        }
        return end
    }

    /// Whether a period belongs to the name, as that of `Inc.` or `Jr.` does.
    @inline(never)
    private func isLegalPeriod(
        _ index: Int, _ text: MarkedText, _ vectors: NameVectors.Pointers
    ) -> Bool {
        index > 0 && text.utf8[Int(text.tokens[index].start)] == 0x2E
            && !text.tokens[index].flags.contains(.spaceBefore)
            && vectors.facts(Int(text.tokens[index &- 1].form)).state.contains(.isAbbreviation)
    }

    /// Tells some windows, which are those of a sentence, what it is like.
    @inline(__always)
    private func setManner(
        of sentence: Range<Int>, _ numbers: Range<Int>, _ text: MarkedText,
        _ vectors: NameVectors.Pointers, _ masks: TraitMasks.Pointers
    ) {
        if numbers.isEmpty { return }
        var manner: NameWindow.Manner = []
        let counts = masks.counts(in: sentence)
        if counts.numbers &* 5 >= sentence.count { manner.insert(.isFigures) }
        let words = counts.longWords
        let threeQuarters = (words &* 3 &+ 3) / 4
        // All that have capitals are nameable.
        if words >= 2, counts.nameables >= threeQuarters {
            let (capitals, uppers) = longCapitals(sentence, text, vectors)
            if words >= 4, capitals >= threeQuarters { manner.insert(.isHeadline) }
            if uppers >= threeQuarters { manner.insert(.isUpper) }
        }
        if manner.isEmpty { return }
        for number in numbers { windows.start[number].manner = manner }
    }

    /// How many words of four letters and more have a capital, and how many are in capitals.
    @inline(never)
    private func longCapitals(
        _ sentence: Range<Int>, _ text: MarkedText, _ vectors: NameVectors.Pointers
    ) -> (Int, Int) {
        var (capitals, uppers) = (0, 0)
        for index in sentence {
            let state = vectors.facts(Int(text.tokens[index].form)).state
            if state.contains(.isLongCapital) { capitals &+= 1 }
            if state.contains(.isLongUpper) { uppers &+= 1 }
        }
        return (capitals, uppers)
    }
}
