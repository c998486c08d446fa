/// A character that could do something to what shows it instead of being seen.
///
/// Control characters but tab and line breaks, in ASCII and above it: terminals obey them, and HTML and XML have no way to
/// write most of them. Embeddings, overrides and isolates of the bidirectional algorithm: they change the order of what
/// stands around them, and one that is not closed that of all that follows (Trojan Source, CVE-2021-42574). Interlinear
/// annotations, U+FFFE and U+FFFF: they are not for interchange. Marks that only lean one way (U+200E, U+200F, U+061C) are
/// none, as scripts that are written from right to left need them.
struct TextHazard {
    let scalar: UInt16
    /// In bytes of UTF-8.
    let length: Int

    /// The hazard that starts at a byte of UTF-8, if a whole one does.
    @inline(__always)
    init?(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) {
        let first = utf8[index]
        if first >= 0x20, first < 0x7F { return nil }
        self.init(unusual: first, utf8, index)
    }

    private init?(unusual first: UInt8, _ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) {
        switch first {
        case 0x09, 0x0A, 0x0D: return nil
        case 0..<0x20, 0x7F:
            scalar = UInt16(first)
            length = 1
        case 0xC2 where index + 1 < utf8.count && utf8[index + 1] < 0xA0:
            scalar = UInt16(utf8[index + 1])
            length = 2
        case 0xE2 where index + 2 < utf8.count, 0xEF where index + 2 < utf8.count:
            let (second, third) = (UInt16(utf8[index + 1] & 0x3F), UInt16(utf8[index + 2] & 0x3F))
            scalar = UInt16(first & 0x0F) << 12 | second << 6 | third
            length = 3
            switch scalar {
            case 0x202A...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF: break
            default: return nil
            }
        default: return nil
        }
    }
}

extension ByteBuffer {
    /// Appends the code of a character of the Basic Multilingual Plane: `202E`.
    mutating func append(code scalar: UInt16) {
        for shift in [12, 8, 4, 0] as [UInt16] {
            let digit = UInt8(scalar >> shift & 0xF)
            append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") - 10 + digit)
        }
    }
}

extension String {
    /// The text in one line, and what could do something to what shows it by its code: `\u001B`.
    public var visible: String {
        var text = self
        return text.withUTF8 { utf8 in
            var result = ByteBuffer(capacity: utf8.count)
            var plain = 0
            for index in utf8.indices {
                let isBreak = utf8[index] == 0x0A || utf8[index] == 0x0D
                let hazard = isBreak ? nil : TextHazard(utf8, at: index)
                guard isBreak || hazard != nil else { continue }
                result.append(UnsafeBufferPointer(rebasing: utf8[plain..<index]))
                plain = index + (hazard?.length ?? 1)
                result.append("\\u")
                result.append(code: hazard?.scalar ?? UInt16(utf8[index]))
            }
            result.append(UnsafeBufferPointer(rebasing: utf8[plain...]))
            return String(decoding: result.bytes, as: UTF8.self)
        }
    }
}
