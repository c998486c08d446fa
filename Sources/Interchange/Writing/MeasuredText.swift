import CText
import Segmentation

/// A text as writers need it: its bytes, offsets in the unit asked for, and its length in the three units that
/// outputs state, so that a consumer notices that it counts in another.
struct MeasuredText {
    let utf8: UnsafeBufferPointer<UInt8>
    /// Length in code points.
    let codepoints: Int
    /// Length in code units of UTF-16.
    let utf16: Int
    private let counting: Counting
    /// The start of the last span, in bytes and in the unit.
    private var mark = (byte: 0, offset: 0)

    private enum Counting {
        /// Every byte is one unit.
        case bytes
        case codepoints
        case utf16
        case graphemes
    }

    private let converter: OffsetConverter?

    init(_ utf8: UnsafeBufferPointer<UInt8>, unit: OffsetUnit) {
        self.utf8 = utf8
        let isASCII = utf8.baseAddress.map { ctext_is_ascii($0, utf8.count) } ?? true
        codepoints = utf8.count - (isASCII ? 0 : Self.continuations(utf8))
        utf16 = codepoints + (isASCII ? 0 : Self.fours(utf8))
        converter =
            unit == .grapheme ? OffsetConverter(utf8: Array(utf8), unit: .grapheme) : nil
        switch unit {
        case .utf8: counting = .bytes
        case .codepoint: counting = isASCII ? .bytes : .codepoints
        case .utf16: counting = isASCII ? .bytes : .utf16
        case .grapheme: counting = .graphemes
        }
    }

    /// The offsets of a span in the unit asked for: counted from the start of the span before, so that spans in the
    /// order of the text are counted in one pass.
    mutating func offsets(of range: Range<Int>) -> (start: Int, end: Int) {
        let range = range.clamped(to: 0..<utf8.count)
        switch counting {
        case .bytes: return (range.lowerBound, range.upperBound)
        case .graphemes:
            guard let converter else { return (0, 0) }
            return (converter.convert(range.lowerBound), converter.convert(range.upperBound))
        case .codepoints, .utf16: break
        }
        if range.lowerBound < mark.byte { mark = (0, 0) }
        mark.offset += length(mark.byte..<range.lowerBound)
        mark.byte = range.lowerBound
        return (mark.offset, mark.offset + length(range))
    }

    subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: utf8[range.clamped(to: utf8.indices)])
    }

    private func length(_ range: Range<Int>) -> Int {
        let bytes = UnsafeBufferPointer(rebasing: utf8[range])
        let codepoints = range.count - Self.continuations(bytes)
        if case .utf16 = counting { return codepoints + Self.fours(bytes) }
        return codepoints
    }

    /// Every byte but continuations starts a code point.
    private static func continuations(_ utf8: UnsafeBufferPointer<UInt8>) -> Int {
        utf8.baseAddress.map { ctext_continuations($0, utf8.count) } ?? 0
    }

    /// Code points of four bytes are two units of UTF-16.
    private static func fours(_ utf8: UnsafeBufferPointer<UInt8>) -> Int {
        utf8.baseAddress.map { ctext_fours($0, utf8.count) } ?? 0
    }
}
