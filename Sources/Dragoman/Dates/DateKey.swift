import Chronology
import Grammar

/// What a match of a date rule says, as numbers: the rule, how the tokens are spelled and what is captured of them.
///
/// Matches with one key are read alike. Only short ones have a key, and only those with plain spaces in them.
struct DateKey: Equatable {
    private static let mostTokens = 2
    private static let mostCaptures = 15

    private var words = SIMD16<UInt32>(repeating: 0)

    var hash: Int {
        let halves = unsafeBitCast(words, to: SIMD8<UInt64>.self)
        var hash: UInt64 = 0
        for place in 0..<8 {
            hash = (hash ^ halves[place]) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        return Int(truncatingIfNeeded: hash & UInt64(Int.max))
    }

    /// - Parameter rule: number of the program and of the rule.
    init?(_ match: DateMatch, _ rule: (program: Int, number: Int), _ profile: DateProfile) {
        let whole = match.whole
        guard whole.count <= Self.mostTokens, rule.program < 256, rule.number < 1 << 20 else {
            return nil
        }
        words[0] = UInt32(rule.program << 20 | rule.number)
        words[1] = UInt32(
            whole.count << 16 | (match.span.lowerBound - whole.lowerBound) << 8 | match.span.count)
        if profile == .house { words[1] |= 1 << 31 }
        let text = match.source.text
        for (place, token) in whole.enumerated() {
            words[2 + place] = text.tokens[token].form
            guard place > 0 else { continue }
            let gap = Int(text.tokens[token - 1].end)..<Int(text.tokens[token].start)
            if gap.isEmpty { continue }
            guard gap.count == 1, text.utf8[gap.lowerBound] == UInt8(ascii: " ") else { return nil }
            words[8] |= 1 << UInt32(place)
        }
        words[9] = UInt32(truncatingIfNeeded: match.isFilled)
        words[10] = UInt32(truncatingIfNeeded: match.isFilled >> 32)
        guard match.isFilled.nonzeroBitCount <= Self.mostCaptures else { return nil }
        var filled = match.isFilled
        var place = 0
        while filled != 0 {
            let tokens = match.ranges[filled.trailingZeroBitCount]
            filled &= filled - 1
            let range = (tokens.lowerBound - whole.lowerBound) << 3 | tokens.count
            words[11 + place / 5] |= UInt32(range << (place % 5 * 6))
            place += 1
        }
    }
}
