import Segmentation

/// The bytes of a token and the tests that read them; valid as long as the ``MatchText`` that they come from.
struct TokenBytes {
    let bytes: UnsafeBufferPointer<UInt8>

    /// The value of the ASCII digits at the start, and how many there are; at most nine are read.
    private var digits: (value: UInt32, count: Int) {
        var value: UInt32 = 0
        var count = 0
        while count < min(bytes.count, 9), bytes[count] &- 0x30 < 10 {
            value = value * 10 + UInt32(bytes[count] - 0x30)
            count += 1
        }
        return (value, count)
    }

    /// Whether the token is `count` ASCII digits.
    func isDigits(count: UInt32) -> Bool {
        guard bytes.count == Int(count) else { return false }
        for index in bytes.indices where bytes[index] &- 0x30 >= 10 { return false }
        return true
    }

    /// `1st`, `22nd`, `3rd`, `15th`, with the ending that English gives to the number.
    var ordinal: UInt32? {
        let (value, count) = digits
        guard count > 0, bytes.count == count + 2 else { return nil }
        let ending = (bytes[count] | 0x20, bytes[count + 1] | 0x20)
        let expected: (UInt8, UInt8)
        switch (value % 10, value % 100) {
        case (1, 0...10), (1, 12...99): expected = (0x73, 0x74)  // st
        case (2, 0...11), (2, 13...99): expected = (0x6e, 0x64)  // nd
        case (3, 0...12), (3, 14...99): expected = (0x72, 0x64)  // rd
        default: expected = (0x74, 0x68)  // th
        }
        return ending == expected ? value : nil
    }

    /// `1990s`, `90s`: two or four digits, the last of them 0, and `s`.
    var isDecade: Bool {
        let (value, count) = digits
        return (count == 2 || count == 4) && value % 10 == 0 && bytes.count == count + 1
            && bytes[count] | 0x20 == 0x73
    }

    /// Whether the bytes are the same.
    func equals(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count == other.count else { return false }
        for index in bytes.indices where bytes[index] != other[index] { return false }
        return true
    }

    /// Whether the token, whose letters beyond ASCII are folded, starts, or ends, with `affix`; a token is no affix of
    /// itself.
    func has(_ affix: UnsafeBufferPointer<UInt8>, atEnd: Bool) -> Bool {
        guard bytes.count > affix.count else { return false }
        let start = atEnd ? bytes.count - affix.count : 0
        for index in affix.indices where Folding.asciiFold(bytes[start + index]) != affix[index] {
            return false
        }
        return true
    }
}

extension TokenBytes {
    /// Whether a token with a digit passes a test of its digits.
    func passes(_ test: TokenTests.Spelled, number: UInt32) -> Bool {
        switch test.operation {
        case .num: return number != .max && number >= test.a && number <= test.b
        case .digits: return isDigits(count: test.a)
        case .decade: return isDecade
        case .ordinal:
            guard let value = ordinal else { return false }
            return value >= test.a && value <= test.b
        default: return false
        }
    }
}
