extension Token {
    /// Value of a token that is all ASCII digits, with `,` between groups of three allowed, or all full-width digits;
    /// `UInt32.max` where it is none or too large.
    ///
    /// Few tokens are asked for it: it is reckoned each time, and makes no token longer.
    ///
    /// - Parameter text: the text of the token.
    public func number(in text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        guard flags.contains(.hasDigit) else { return .max }
        return flags.contains(.nonASCII)
            ? Self.fullWidthNumber(text, range) : Self.number(text, range)
    }

    /// Digits, with `,` between groups of three allowed: `1956`, `12,500`.
    private static func number(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32 {
        var value: UInt64 = 0
        var group = 0
        var isGrouped = false
        for offset in range {
            let byte = text[offset]
            if byte &- 0x30 < 10 {
                value = value * 10 + UInt64(byte &- 0x30)
                group += 1
                if value >= UInt64(UInt32.max) { return .max }
            } else if byte == 0x2C, isGrouped ? group == 3 : 1...3 ~= group {
                isGrouped = true
                group = 0
            } else {
                return .max
            }
        }
        return isGrouped && group != 3 ? .max : UInt32(value)
    }

    /// `２０１９`, as Japanese and Chinese texts have it: U+FF10 to U+FF19, three bytes each.
    private static func fullWidthNumber(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> UInt32 {
        guard range.count % 3 == 0, range.count <= 9 * 3 else { return .max }
        var value: UInt32 = 0
        for offset in stride(from: range.lowerBound, to: range.upperBound, by: 3) {
            guard text[offset] == 0xEF, text[offset + 1] == 0xBC, 0x90...0x99 ~= text[offset + 2]
            else { return .max }
            value = value * 10 + UInt32(text[offset + 2] - 0x90)
        }
        return value
    }
}
