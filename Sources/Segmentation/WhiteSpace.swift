/// The white space between two tokens: what it means for the token after it.
struct WhiteSpace {
    /// What stands before a text, as it were.
    static let start = WhiteSpace(isEmpty: false, lineEnds: 2)

    private(set) var isEmpty = true
    /// Line ends; CR LF is one, U+2029 counts as two because it ends a paragraph by itself.
    private(set) var lineEnds = 0

    init(isEmpty: Bool = true, lineEnds: Int = 0) {
        self.isEmpty = isEmpty
        self.lineEnds = lineEnds
    }

    /// White space that gives a token the flags `place`.
    init(before place: TokenFlags) {
        isEmpty = !place.contains(.spaceBefore)
        lineEnds = place.contains(.paragraphStart) ? 2 : place.contains(.lineStart) ? 1 : 0
    }

    /// Adds a segment that consists of white space.
    mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        isEmpty = false
        switch text[range.lowerBound] {
        // ICU keeps CR LF in one segment, and every other line end in one of its own.
        case 0x0A...0x0D: lineEnds += 1
        case 0xC2 where text[range.lowerBound + 1] == 0x85: lineEnds += 1
        case 0xE2:
            switch text.scalar(at: range.lowerBound).scalar {
            case "\u{2028}": lineEnds += 1
            case "\u{2029}": lineEnds += 2
            default: break
            }
        default: break
        }
    }

    /// The flags of the token that follows.
    var flags: TokenFlags {
        if isEmpty { return [] }
        if lineEnds == 0 { return .spaceBefore }
        if lineEnds == 1 { return [.spaceBefore, .lineStart] }
        return [.spaceBefore, .lineStart, .paragraphStart]
    }
}
