/// How far ``TokenScanner`` has come in a text, and what stands open there.
struct ScanState {
    static let none = Int.max

    /// The text before is cut, or read by the cutter.
    var known = 0
    /// Whether a segment starts at ``known`` and the cutter has read nothing yet.
    var isFresh = true
    /// The last boundary that is known.
    var boundary = 0
    /// Where the token starts that is open; `none` if none is.
    var start = none
    /// What stands before the token that is open.
    var place: TokenFlags = []
    /// Where no token is open, how many line ends there are since the last. A text starts as if a blank line stood
    /// before it.
    var lineEnds = 2
    /// Where the cutter started last, and whether white space stands before.
    var freshStart = 0
    var hasSpace = true
    var cutter = BlockCutter()
    /// Where the forms are.
    var table: FormTable.Table

    init(table: FormTable.Table) { self.table = table }

    /// The white space between the last token and the last boundary.
    func gap(_ text: UnsafeBufferPointer<UInt8>) -> WhiteSpace {
        if start != Self.none { return WhiteSpace(before: place) }
        let isAfterWhite =
            boundary == freshStart
            ? hasSpace : text.isWhiteSpace(boundary - 1..<boundary)
        return WhiteSpace(isEmpty: !isAfterWhite, lineEnds: lineEnds)
    }

    /// Takes back the line end that the last boundary starts, if it does.
    mutating func forgetLineEnd(_ text: UnsafeBufferPointer<UInt8>) {
        if start == Self.none, text[boundary] &- 0x0A < 4 { lineEnds -= 1 }
    }
}

/// The bytes of a block that start tokens, and what stands before them.
struct TokenStarts {
    private var starts: UInt64
    private let afterWhite: UInt64
    private var lines: UInt64 = 0
    private var paragraphs: UInt64 = 0

    @inline(__always)
    init(_ starts: UInt64, afterWhite: UInt64) {
        self.starts = starts
        self.afterWhite = afterWhite
    }

    /// The next start; one after the block if there is none.
    @inline(__always)
    mutating func next(_ base: Int) -> (start: Int, place: TokenFlags) {
        let bit = UInt64(truncatingIfNeeded: starts.trailingZeroBitCount)
        starts &= starts &- 1
        let place =
            (afterWhite &>> bit & 1) | (lines &>> bit & 1) &<< 1 | (paragraphs &>> bit & 1) &<< 2
        return (
            base &+ Int(truncatingIfNeeded: bit),
            TokenFlags(rawValue: UInt8(truncatingIfNeeded: place))
        )
    }

    /// Marks which of them start lines, given the line ends of the block and how many stand before it that no token
    /// has followed yet. Those that no token follows in the block are left in `open`.
    @inline(never)
    mutating func markLines(_ lineEnds: UInt64, _ open: inout Int) {
        var rest = lineEnds
        var later = starts
        while true {
            if open == 0 {
                if rest == 0 { return }
                // The starts after the first line end.
                later = starts & (0 &- (rest & (0 &- rest)))
            }
            let start = later & (0 &- later)
            let before = rest & (start &- 1)
            open += before.nonzeroBitCount
            if start == 0 { return }
            rest ^= before
            lines |= start
            if open > 1 { paragraphs |= start }
            open = 0
        }
    }
}
