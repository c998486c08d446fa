/// One step of a compiled pattern: twelve bytes.
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
        case any, word, number, punct, decade
        case cap, upper, lower, initial, capitalized, mixed
        /// Folded hash, `a` its low half and `b` its high one.
        case text
        /// Entry `a` of the exact texts.
        case exact
        /// A value from `a` to `b`.
        case num, ordinal
        /// `a` ASCII digits.
        case digits
        /// String `a`, folded.
        case prefix, suffix
        /// A hit of class list `a`.
        case hit

        var isGap: Bool {
            rawValue >= Operation.space.rawValue && rawValue <= Operation.line.rawValue
        }
        var takesTokens: Bool { rawValue >= Operation.any.rawValue }
    }

    var operation: Operation
    var isNegated = false
    /// Number of the memory cell of an instruction that can be reached in several ways; set when rules are linked.
    var memory = Instruction.noMemory
    var a: UInt32 = 0
    var b: UInt32 = 0

    static let noMemory = UInt16.max
}

extension TokenTest {
    /// The instruction, with strings numbered by `intern`.
    func instruction(_ intern: (String) -> UInt32) -> Instruction {
        switch self {
        case .cap: return Instruction(operation: .cap)
        case .upper: return Instruction(operation: .upper)
        case .lower: return Instruction(operation: .lower)
        case .initial: return Instruction(operation: .initial)
        case .capitalized: return Instruction(operation: .capitalized)
        case .mixed: return Instruction(operation: .mixed)
        case .word: return Instruction(operation: .word)
        case .number: return Instruction(operation: .number)
        case .punct: return Instruction(operation: .punct)
        case .any: return Instruction(operation: .any)
        case .decade: return Instruction(operation: .decade)
        case .num(let low, let high): return Instruction(operation: .num, a: low, b: high)
        case .ordinal(let low, let high): return Instruction(operation: .ordinal, a: low, b: high)
        case .digits(let count): return Instruction(operation: .digits, a: count)
        case .prefix(let text): return Instruction(operation: .prefix, a: intern(text))
        case .suffix(let text): return Instruction(operation: .suffix, a: intern(text))
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
