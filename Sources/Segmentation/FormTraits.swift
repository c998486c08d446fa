/// What the segmenter itself wants to know of a form.
struct FormTraits {
    private(set) var bits: UInt8 = 0

    @inline(__always) init(bits: UInt8) { self.bits = bits }

    init(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ kind: TokenKind, isASCII: Bool
    ) {
        if kind == .word, let clitic = Clitic.start(in: text, range) {
            bits = UInt8(range.upperBound - clitic)
        }
        if kind == .symbol || !isASCII, SentenceFinder.hasTerminator(text, range) { bits |= 0x80 }
    }

    /// Bytes of the possessive `'s` at the end of the form; 0 if it has none.
    @inline(__always) var cliticLength: Int { Int(bits & 0x7F) }
    /// Whether a sentence may end with the form or within it.
    @inline(__always) var stops: Bool { bits & 0x80 != 0 }
}
