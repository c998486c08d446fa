import Segmentation

/// A stretch of a text in which names may stand.
struct NameWindow: BitwiseCopyable {
    var lowerBound: Int32
    var upperBound: Int32
    /// What its sentence is like.
    var manner: Manner

    struct Manner: OptionSet, BitwiseCopyable {
        let rawValue: UInt8
        /// Most words of four letters have capitals: these say little.
        static let isHeadline = Manner(rawValue: 1)
        /// Most are written in nothing else.
        static let isUpper = Manner(rawValue: 2)
        /// One token in five is a number.
        static let isFigures = Manner(rawValue: 4)
    }

    @inline(__always)
    var tokens: Range<Int> { Int(lowerBound)..<Int(upperBound) }
    @inline(__always)
    var count: Int { Int(upperBound &- lowerBound) }
}

/// Finds windows: runs of nameable tokens with at most a few small words between.
///
/// No name crosses the border of a window, so each is searched on its own.
struct NameWindows {
    /// The most small words between two parts of a name: `Ministry for the Interior`.
    private static let widestGap = 3
    /// Longer windows are cut.
    private static let longest = 120

    private let text: MarkedText
    private let vectors: NameVectors
    private let entries: UnsafeMutablePointer<NameVectors.Entry>
    private let windows: GrowingBuffer<NameWindow>
    /// The first window of the sentence.
    private var firstOfSentence = 0
    private var sentenceStart = 0
    private var tally = Tally()

    /// How many tokens of a sentence are numbers, and words, capitals and words in capitals of four letters and more:
    /// sixteen bits each.
    private struct Tally {
        var packed: UInt64 = 0

        @inline(__always)
        func count(_ state: NameVectors.State) -> Int {
            let field = UInt64(state.rawValue.trailingZeroBitCount &- Tally.firstBit)
            return Int(packed &>> (field &* 16) & 0xFFFF)
        }

        /// The four states stand side by side from here.
        static let firstBit = NameVectors.State.isNumber.rawValue.trailingZeroBitCount
        /// Longer sentences are taken for two.
        static let longest = 60_000

        @inline(__always)
        mutating func add(_ state: NameVectors.State) {
            let bits = UInt64(state.rawValue) &>> UInt64(truncatingIfNeeded: Tally.firstBit) & 15
            // Spreads the four bits to the four fields.
            packed &+= (bits &* 0x0000_2000_4000_8001) & 0x0001_0001_0001_0001
        }
    }

    /// Finds the windows of a text.
    ///
    /// - Returns: whether the text is about sport: of fifty tokens one or more is a word of sport.
    static func find(
        _ text: MarkedText, _ vectors: NameVectors, into windows: GrowingBuffer<NameWindow>
    ) -> Bool {
        windows.removeAll()
        var search = NameWindows(text: text, vectors: vectors, windows: windows)
        return search.run()
    }

    private init(text: MarkedText, vectors: NameVectors, windows: GrowingBuffer<NameWindow>) {
        self.text = text
        self.vectors = vectors
        entries = vectors.pointers.entries
        self.windows = windows
    }

    private mutating func run() -> Bool {
        let tokens = text.tokens
        let entries = entries
        var first = -1
        var end = 0
        var sports = 0
        for index in tokens.indices {
            let form = Int(tokens[index].form)
            var state = entries[form].state
            if !state.contains(.isKnown) {
                vectors.read(text, index)
                state = entries[form].state
            }
            let isStart = tokens[index].flags.contains(.sentenceStart)
            if first >= 0, isStart || index &- end > Self.widestGap || index &- first > Self.longest
            {
                append(first, end)
                first = -1
            }
            if isStart || index &- sentenceStart > Tally.longest { endSentence(before: index) }
            tally.add(state)
            if state.contains(.isSport) { sports &+= 1 }
            if state.contains(.isNameable) {
                if first < 0 {
                    // A small word at the head of a sentence is no name, unless one goes on.
                    if state.contains(.isWeak), !isNameable(index + 1) { continue }
                    first = index
                }
                end = index &+ 1
            } else if first >= 0 {
                if isLegalPeriod(index) || end == index && state.contains(.ends) {
                    end = index &+ 1
                } else if !state.contains(.joins) {
                    append(first, end)
                    first = -1
                }
            }
        }
        if first >= 0 { append(first, end) }
        endSentence(before: tokens.count)
        return sports >= 3 && sports * 50 >= tokens.count
    }

    private func append(_ first: Int, _ end: Int) {
        windows.append(
            NameWindow(
                lowerBound: Int32(truncatingIfNeeded: first),
                upperBound: Int32(truncatingIfNeeded: end), manner: []))
    }

    /// Tells the windows of the sentence that ends what it is like.
    private mutating func endSentence(before index: Int) {
        if firstOfSentence < windows.count {
            var manner: NameWindow.Manner = []
            let words = tally.count(.isLongWord)
            let threeQuarters = (words * 3 + 3) / 4
            if words >= 4, tally.count(.isLongCapital) >= threeQuarters {
                manner.insert(.isHeadline)
            }
            if words >= 2, tally.count(.isLongUpper) >= threeQuarters { manner.insert(.isUpper) }
            if tally.count(.isNumber) * 5 >= index - sentenceStart { manner.insert(.isFigures) }
            if !manner.isEmpty {
                for window in firstOfSentence..<windows.count {
                    windows.start[window].manner = manner
                }
            }
            firstOfSentence = windows.count
        }
        sentenceStart = index
        tally = Tally()
    }

    private func isNameable(_ index: Int) -> Bool {
        guard !text.isEdge(index) else { return false }
        let form = Int(text.tokens[index].form)
        if !entries[form].state.contains(.isKnown) { vectors.read(text, index) }
        return entries[form].state.contains(.isNameable)
    }

    /// The period of `Inc.` or `Jr.`, which belongs to the name.
    @inline(__always)
    private func isLegalPeriod(_ index: Int) -> Bool {
        entries[Int(text.tokens[index].form)].category == .period && index > 0
            && !text.tokens[index].flags.contains(.spaceBefore)
            && entries[Int(text.tokens[index &- 1].form)].state.contains(.isAbbreviation)
    }
}
