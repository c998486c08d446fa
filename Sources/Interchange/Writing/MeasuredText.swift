import CText
import Segmentation

/// A text as writers need it: its bytes, offsets in the unit asked for, and its length in the three units that
/// outputs state, so that a consumer notices that it counts in another.
///
/// Of a text that was taken from a source, offsets and lengths are those in the source.
struct MeasuredText {
    let utf8: UnsafeBufferPointer<UInt8>
    /// Length in code points.
    let codepoints: Int
    /// Length in code units of UTF-16.
    let utf16: Int
    /// Length in bytes.
    let bytes: Int
    private let source: SourceText?
    private let counting: Counting

    private enum Counting {
        /// Every byte is one unit.
        case bytes
        /// Every byte but the marked ones.
        case codepoints(ByteMarks)
        /// The same, and code points of four bytes are two units.
        case utf16(ByteMarks, fours: ByteMarks)
        case graphemes(OffsetConverter)
    }

    init(_ text: UnsafeBufferPointer<UInt8>, unit: OffsetUnit, in source: SourceText? = nil) {
        let utf8 = source?.utf8 ?? text
        self.utf8 = text
        self.source = source
        bytes = utf8.count
        let isASCII = utf8.baseAddress.map { ctext_is_ascii($0, utf8.count) } ?? true
        var counting = Counting.bytes
        if isASCII {
            codepoints = utf8.count
            utf16 = utf8.count
        } else {
            let (marks, fours) = ByteMarks.continuations(utf8)
            codepoints = utf8.count - marks.count(before: utf8.count)
            utf16 = codepoints + fours
            if unit == .codepoint { counting = .codepoints(marks) }
            if unit == .utf16 { counting = .utf16(marks, fours: ByteMarks.fours(utf8)) }
        }
        if unit == .grapheme {
            counting = .graphemes(OffsetConverter(utf8: Array(utf8), unit: .grapheme))
        }
        self.counting = counting
    }

    /// The offset of a byte in the unit asked for; one inside a character counts the whole of it.
    @inline(__always)
    private func offset(of byte: Int) -> Int {
        let byte = min(max(byte, 0), bytes)
        switch counting {
        case .bytes: return byte
        case .codepoints(let marks): return byte &- marks.count(before: byte)
        case .utf16(let marks, let fours):
            return byte &- marks.count(before: byte) &+ fours.count(before: byte)
        case .graphemes(let converter): return converter.convert(byte)
        }
    }

    /// The offsets of a span in the unit asked for.
    func offsets(of range: Range<Int>) -> (start: Int, end: Int) {
        let range = source?.range(of: range) ?? range
        return (offset(of: range.lowerBound), offset(of: range.upperBound))
    }

    /// Whether a span is no part of what the source says, but stands around it.
    func isBoilerplate(_ range: Range<Int>) -> Bool { source?.isBoilerplate(range) ?? false }

    subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: utf8[range.clamped(to: utf8.indices)])
    }
}
