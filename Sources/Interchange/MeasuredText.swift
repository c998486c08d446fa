import Segmentation

/// A text as writers need it: its bytes, offsets in the unit asked for, and its length in the three units that
/// outputs state, so that a consumer notices that it counts in another.
struct MeasuredText {
    let utf8: [UInt8]
    /// Length in code points.
    let codepoints: Int
    /// Length in code units of UTF-16.
    let utf16: Int
    private let converter: OffsetConverter

    init(_ text: String, unit: OffsetUnit) {
        utf8 = Array(text.utf8)
        converter = OffsetConverter(utf8: utf8, unit: unit)
        // Every byte but continuations starts a code point, and those of four bytes are two units of UTF-16.
        var continuations = 0
        var pairs = 0
        for byte in utf8 {
            continuations &+= byte & 0xC0 == 0x80 ? 1 : 0
            pairs &+= byte >= 0xF0 ? 1 : 0
        }
        codepoints = utf8.count - continuations
        utf16 = codepoints + pairs
    }

    /// The offset in the unit asked for.
    func offset(_ byteOffset: Int) -> Int { converter.convert(byteOffset) }

    subscript(range: Range<Int>) -> ArraySlice<UInt8> { utf8[range.clamped(to: utf8.indices)] }
}
