import CScan

/// Which bytes of a block have what: one bit a byte, the first byte in the lowest bit.
struct CutBlock {
    /// A segment starts before the byte by ICU's word rules.
    var boundaries: UInt64
    /// A segment starts that is no white space: a token.
    var starts: UInt64
    /// A token ends before the byte.
    var ends: UInt64
    /// White space stands before the byte.
    var afterWhite: UInt64
    /// The byte ends a line; of CR LF the first does.
    var lineEnds: UInt64

    /// Forgets the boundaries at other bytes.
    @inline(__always)
    mutating func keep(_ kept: UInt64) {
        boundaries &= kept
        starts &= kept
        ends &= kept
    }
}

/// Cuts blocks of 64 ASCII bytes by bit masks (simdjson's way: Langdale and Lemire 2019).
///
/// The cutter remembers what a block says about the first byte of the next.
struct BlockCutter {
    private var word: UInt64 = 0
    private var letter: UInt64 = 0
    private var digit: UInt64 = 0
    private var space: UInt64 = 0
    private var carriageReturn: UInt64 = 0
    private var middle: UInt64 = 0
    private var white: UInt64 = 0

    /// Cuts a block, given the byte after it.
    ///
    /// A byte from 0x80 on counts as none of the characters that join. Whether a segment starts is therefore known
    /// of those bytes only that are ASCII and have an ASCII byte after them.
    @inline(__always)
    mutating func cut(_ mask: CScanMasks, before after: UInt8) -> CutBlock {
        let words = mask.letter | mask.digit | mask.underscore
        let nextLetter: UInt64 = after.isLetter ? 1 << 63 : 0
        let nextDigit: UInt64 = after &- 0x30 < 10 ? 1 << 63 : 0
        // A full stop or apostrophe between two letters, and those or a comma between two digits, are inside a word.
        let inLetters =
            mask.midBoth & (mask.letter << 1 | letter) & (mask.letter >> 1 | nextLetter)
        let inDigits =
            (mask.midBoth | mask.midNumber) & (mask.digit << 1 | digit)
            & (mask.digit >> 1 | nextDigit)
        let middles = inLetters | inDigits
        let pairs = mask.lineFeed & (mask.carriageReturn << 1 | carriageReturn)
        let boundaries =
            ~((words & (words << 1 | word)) | (mask.space & (mask.space << 1 | space)) | pairs
            | middles | (middles << 1 | middle))
        let whites = mask.space | mask.control
        let afterWhite = whites << 1 | white
        word = words >> 63
        letter = mask.letter >> 63
        digit = mask.digit >> 63
        space = mask.space >> 63
        carriageReturn = mask.carriageReturn >> 63
        middle = middles >> 63
        white = whites >> 63
        return CutBlock(
            boundaries: boundaries, starts: boundaries & ~whites, ends: boundaries & ~afterWhite,
            afterWhite: afterWhite, lineEnds: mask.lineEnd & ~pairs)
    }
}

extension CScanMasks {
    /// The block as if nothing stood where `kept` has no bit.
    @inline(__always)
    mutating func keep(_ kept: UInt64) {
        letter &= kept
        digit &= kept
        underscore &= kept
        space &= kept
        midBoth &= kept
        midNumber &= kept
        carriageReturn &= kept
        lineFeed &= kept
        control &= kept
        lineEnd &= kept
        nonASCII &= kept
    }
}

extension UInt8 {
    /// Whether ICU's word rules take the byte for a letter: since CLDR 42 they take `@` for one.
    @inline(__always)
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 || self == UInt8(ascii: "@") }
}
