/// One step of a compiled pattern.
///
/// The machine is Thompson's, run by backtracking with a memory of what was tried
/// (Cox, "Regular Expression Matching: the Virtual Machine Approach", 2009).
struct Instruction: Equatable {
    enum Operation: UInt8, CaseIterable {
        /// The pattern holds.
        case match
        /// Goes on at `a`; if that fails, at `b`.
        case fork
        /// Goes on at `a`.
        case jump
        /// The capture of slot `a` starts, or ends.
        case open, close

        // Gaps: move nothing.
        case space, nospace, start, para, end, line

        // Tokens: take one, or with `isNegated` take none and ask that the test fail.
        /// A category of the set whose low half is `a` and whose high one is `b`.
        case category
        /// The folded hash, halved likewise.
        case text
        /// A hash of set `a`.
        case textSet
        /// A text of list `a`, exactly so written.
        case exact
        /// A value from `a` to `b`.
        case num, ordinal
        /// `a` ASCII digits.
        case digits
        case decade
        /// String `a`, folded.
        case prefix, suffix
        /// A hit of class list `a`.
        case hit

        var isGap: Bool {
            rawValue >= Operation.space.rawValue && rawValue <= Operation.line.rawValue
        }
        var takesTokens: Bool { rawValue >= Operation.category.rawValue }
    }

    var operation: Operation
    var isNegated = false
    var a: UInt32 = 0
    var b: UInt32 = 0

    /// `a` and `b` as one number.
    @inline(__always)
    var wide: UInt64 { UInt64(b) << 32 | UInt64(a) }

    init(operation: Operation, isNegated: Bool = false, a: UInt32 = 0, b: UInt32 = 0) {
        self.operation = operation
        self.isNegated = isNegated
        self.a = a
        self.b = b
    }

    init(operation: Operation, wide: UInt64) {
        self.init(
            operation: operation, a: UInt32(truncatingIfNeeded: wide),
            b: UInt32(truncatingIfNeeded: wide >> 32))
    }
}

extension TokenTest {
    /// The instruction, with strings numbered by `intern`.
    func instruction(_ intern: (String) -> UInt32) -> Instruction {
        if let categories = CategorySet(self) {
            return Instruction(operation: .category, wide: categories.bits)
        }
        switch self {
        case .decade: return Instruction(operation: .decade)
        case .num(let low, let high): return Instruction(operation: .num, a: low, b: high)
        case .ordinal(let low, let high): return Instruction(operation: .ordinal, a: low, b: high)
        case .digits(let count): return Instruction(operation: .digits, a: count)
        case .prefix(let text): return Instruction(operation: .prefix, a: intern(text))
        case .suffix(let text): return Instruction(operation: .suffix, a: intern(text))
        default: return Instruction(operation: .category)
        }
    }
}

extension GapTest {
    var instruction: Instruction {
        switch self {
        case .space: return Instruction(operation: .space)
        case .nospace: return Instruction(operation: .nospace)
        case .start: return Instruction(operation: .start)
        case .para: return Instruction(operation: .para)
        case .end: return Instruction(operation: .end)
        case .line: return Instruction(operation: .line)
        }
    }
}
