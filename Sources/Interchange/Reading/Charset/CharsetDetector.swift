import CICU
import CText

/// Guesses the charset of bytes without a byte order mark.
enum CharsetDetector {
    /// How many bytes are looked at: what comes before the first that is not ASCII tells nothing.
    static let window = 1 << 16
    /// How many of these stand before that byte.
    private static let lead = 256

    /// UTF-8 if the bytes are that, and else the likeliest charset; `nil` if none is likely.
    ///
    /// - Parameter isWhole: whether nothing comes after the bytes; else the last character may be cut off.
    static func charset(
        of bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool = true, isHTML: Bool = false
    ) -> Charset? {
        guard let first = bytes.baseAddress else { return .utf8 }
        let count = isWhole ? bytes.count : bytes.withoutCutCharacter.count
        if ctext_is_utf8(first, count) { return .utf8 }
        let start = max(0, (bytes.firstIndex { $0 >= 0x80 } ?? 0) - lead)
        let length = min(bytes.count - start, window)
        guard let name = cicu_detect(first + start, Int32(length), isHTML) else { return nil }
        return Charset(label: String(cString: name))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Without the start of a character of UTF-8 whose end is not there.
    fileprivate var withoutCutCharacter: Self {
        for back in 1...3 where back <= count {
            let byte = self[count - back]
            if byte & 0xC0 == 0x80 { continue }
            let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            return length > back ? Self(rebasing: self[..<(count - back)]) : self
        }
        return self
    }
}
