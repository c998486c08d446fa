extension UnsafeBufferPointer<UInt8> {
    /// The scalar that starts at `offset`, and how many bytes it takes.
    ///
    /// The bytes are expected to be valid UTF-8; whatever is not counts as U+FFFD of one byte, so that a
    /// caller's mistake costs accuracy and not safety.
    func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = self[offset]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first >= 0xC2, first < 0xF5, offset + length <= count else { return ("\u{FFFD}", 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for index in offset + 1..<offset + length {
            guard self[index] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
            value = value << 6 | UInt32(self[index] & 0x3F)
        }
        guard let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
        return (scalar, length)
    }

    /// Whether all bytes in `range` are of Unicode's `White_Space` characters.
    func isWhiteSpace(_ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = self[offset]
            if byte < 0x80 {
                guard byte == 0x20 || byte &- 9 < 5 else { return false }
                offset += 1
            } else {
                let (scalar, length) = scalar(at: offset)
                guard scalar.isWhiteSpace else { return false }
                offset += length
            }
        }
        return true
    }
}

extension Unicode.Scalar {
    /// Unicode's `White_Space`, without looking into the standard library's tables.
    var isWhiteSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
            0x3000:
            true
        default: false
        }
    }
}
