import CText

/// A character reference of HTML (§13.2.5.72 to 13.2.5.80): `&amp;`, `&eacute`, `&#8217;`, `&#x92;`.
struct CharacterReference {
    /// How many bytes it has.
    let length: Int
    /// What it stands for, as UTF-8: eight bytes at most, the first in the lowest.
    private let packed: UInt64
    let utf8Count: Int

    /// The reference that the `&` at an index starts, if it does.
    ///
    /// - Parameter isInAttribute: there, a name without a semicolon is none if a letter, a digit or `=` follows.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, isInAttribute: Bool = false) {
        guard start + 1 < bytes.count else { return nil }
        if bytes[start + 1] == UInt8(ascii: "#") {
            guard let (length, scalar) = Self.number(bytes, at: start + 2) else { return nil }
            self.length = length + 2
            let utf8 = UTF8.encode(scalar)!
            utf8Count = utf8.count
            packed = utf8.enumerated().reduce(0) {
                $0 | UInt64($1.element) << UInt64($1.offset * 8)
            }
            return
        }
        let found = ctext_reference(bytes.baseAddress! + start + 1, bytes.count - start - 1)
        guard found.length > 0, let text = found.text else { return nil }
        length = found.length + 1
        let end = start + length
        if isInAttribute, bytes[end - 1] != UInt8(ascii: ";"), end < bytes.count,
            bytes[end] == UInt8(ascii: "=") || bytes[end].isASCIILetter || bytes[end].isASCIIDigit
        {
            return nil
        }
        utf8Count = found.textLength
        packed = (0..<found.textLength).reduce(0) { $0 | UInt64(text[$1]) << UInt64($1 * 8) }
    }

    /// The number behind `&#`, with its semicolon: its length, and what it stands for.
    private static func number(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> (length: Int, scalar: Unicode.Scalar)? {
        var index = start
        let isHex = index < bytes.count && bytes[index] | 0x20 == UInt8(ascii: "x")
        if isHex { index += 1 }
        let first = index
        var value: UInt32 = 0
        while index < bytes.count, let digit = bytes[index].digit(isHex: isHex) {
            value = min(value * (isHex ? 16 : 10) + digit, 0x11_0000)
            index += 1
        }
        if index == first { return nil }
        if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index += 1 }
        let scalar = value == 0 ? nil : Unicode.Scalar(windows[value] ?? value)
        return (index - start, scalar ?? "\u{FFFD}")
    }

    /// What it stands for, byte by byte.
    func forEachByte(_ body: (UInt8) -> Void) {
        for index in 0..<utf8Count {
            body(UInt8(truncatingIfNeeded: packed >> UInt64(index * 8)))
        }
    }

    /// Whether it stands for white space that HTML folds.
    var isSpace: Bool { utf8Count == 1 && UInt8(packed).isHTMLSpace }

    /// Whether it stands for a soft hyphen.
    var isSoftHyphen: Bool { utf8Count == 2 && packed == 0xADC2 }

    /// What numbers of control characters mean: their place in windows-1252.
    private static let windows: [UInt32: UInt32] = [
        0x80: 0x20AC, 0x82: 0x201A, 0x83: 0x0192, 0x84: 0x201E, 0x85: 0x2026, 0x86: 0x2020,
        0x87: 0x2021, 0x88: 0x02C6, 0x89: 0x2030, 0x8A: 0x0160, 0x8B: 0x2039, 0x8C: 0x0152,
        0x8E: 0x017D, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022,
        0x96: 0x2013, 0x97: 0x2014, 0x98: 0x02DC, 0x99: 0x2122, 0x9A: 0x0161, 0x9B: 0x203A,
        0x9C: 0x0153, 0x9E: 0x017E, 0x9F: 0x0178,
    ]
}

extension UInt8 {
    fileprivate func digit(isHex: Bool) -> UInt32? {
        if isASCIIDigit { return UInt32(self & 15) }
        let letter = (self | 0x20) &- UInt8(ascii: "a")
        return isHex && letter < 6 ? UInt32(letter) + 10 : nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The value of an attribute, its references decoded.
    func attribute(_ range: Range<Int>) -> String {
        let value = UnsafeBufferPointer(rebasing: self[range])
        guard value.contains(UInt8(ascii: "&")) else {
            return String(decoding: value, as: UTF8.self)
        }
        var decoded: [UInt8] = []
        var index = 0
        while index < value.count {
            if value[index] == UInt8(ascii: "&"),
                let reference = CharacterReference(value, at: index, isInAttribute: true)
            {
                reference.forEachByte { decoded.append($0) }
                index += reference.length
            } else {
                decoded.append(value[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }
}
