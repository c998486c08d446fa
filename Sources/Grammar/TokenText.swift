import Segmentation

/// Tests that read the bytes of a token.
enum TokenText {
    /// The value of the ASCII digits from the start of `token` on, and how many there are; at most nine are read.
    @inline(__always)
    private static func digits(_ token: ArraySlice<UInt8>) -> (value: UInt32, count: Int) {
        var value: UInt32 = 0
        var count = 0
        for byte in token {
            guard byte &- 0x30 < 10, count < 9 else { break }
            value = value * 10 + UInt32(byte - 0x30)
            count += 1
        }
        return (value, count)
    }

    /// Whether the token is `count` ASCII digits.
    static func isDigits(_ token: ArraySlice<UInt8>, count: UInt32) -> Bool {
        token.count == Int(count) && token.allSatisfy { $0 &- 0x30 < 10 }
    }

    /// `1st`, `22nd`, `3rd`, `15th`, with the ending that English gives to the number.
    static func ordinal(_ token: ArraySlice<UInt8>) -> UInt32? {
        let (value, count) = digits(token)
        guard count > 0, token.count == count + 2 else { return nil }
        let ending = (token[token.endIndex - 2] | 0x20, token[token.endIndex - 1] | 0x20)
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
    static func isDecade(_ token: ArraySlice<UInt8>) -> Bool {
        let (value, count) = digits(token)
        return (count == 2 || count == 4) && value % 10 == 0 && token.count == count + 1
            && token[token.endIndex - 1] | 0x20 == 0x73
    }

    /// Whether the folded token starts, or ends, with `affix`; the whole token does not count as its own affix.
    static func has(_ affix: [UInt8], atEnd: Bool, _ token: ArraySlice<UInt8>, isASCII: Bool)
        -> Bool
    {
        guard !isASCII else {
            guard token.count > affix.count else { return false }
            let start = atEnd ? token.endIndex - affix.count : token.startIndex
            for index in affix.indices where Folding.asciiFold(token[start + index]) != affix[index]
            {
                return false
            }
            return true
        }
        var folded: [UInt8] = []
        Folding.fold(token) { folded.append($0) }
        guard folded.count > affix.count else { return false }
        return atEnd ? folded.suffix(affix.count).elementsEqual(affix) : folded.starts(with: affix)
    }
}
