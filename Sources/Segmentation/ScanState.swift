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
