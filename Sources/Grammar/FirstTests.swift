/// Which tests code can make first of a token, and what must not hold of that token when it gets there.
///
/// It is asked once a rule, when rules are linked. Gaps are taken to be as the code wants them.
struct FirstTests {
    /// A test that takes a token.
    struct Found {
        var pc: Int
        /// Tests that the token must have failed: one bit for each of ``FirstTests/negated``.
        var guards: UInt64
    }

    private(set) var found: [Found] = []
    /// Whether the code can hold without taking a token.
    private(set) var canEnd = false
    /// Numbers of tests, by bit of ``Found/guards``.
    private(set) var negated: [UInt32] = []

    /// - Parameters:
    ///   - entries: where the code is entered.
    ///   - memory: as long as the code, all zero; left so.
    init(
        _ code: [Instruction], _ numbers: [UInt32], from entries: [Int], _ memory: inout [Memory]
    ) {
        var touched: [Int] = []
        var waiting = entries.map { Found(pc: $0, guards: 0) }
        while let (pc, guards) = waiting.popLast().map({ ($0.pc, $0.guards) }) {
            if memory[pc].isReached {
                let both = memory[pc].guards & guards
                guard both != memory[pc].guards else { continue }
                memory[pc].guards = both
            } else {
                memory[pc] = Memory(guards: guards, isReached: true)
                touched.append(pc)
            }
            let step = code[pc]
            let all = memory[pc].guards
            switch step.operation {
            case .match: canEnd = true
            case .fork:
                waiting.append(Found(pc: Int(step.a), guards: all))
                waiting.append(Found(pc: Int(step.b), guards: all))
            case .jump: waiting.append(Found(pc: Int(step.a), guards: all))
            case let operation where operation.takesTokens && !step.isNegated: break
            case let operation where operation.takesTokens:
                waiting.append(Found(pc: pc + 1, guards: all | bit(of: numbers[pc])))
            default: waiting.append(Found(pc: pc + 1, guards: all))
            }
        }
        for pc in touched {
            if code[pc].operation.takesTokens, !code[pc].isNegated {
                found.append(Found(pc: pc, guards: memory[pc].guards))
            }
            memory[pc] = Memory()
        }
    }

    struct Memory {
        var guards: UInt64 = 0
        var isReached = false
    }

    /// The bit of a test that must fail; none for those after the first 64, which are not asked for then.
    private mutating func bit(of test: UInt32) -> UInt64 {
        if let place = negated.firstIndex(of: test) { return 1 << UInt64(place) }
        guard negated.count < 64 else { return 0 }
        negated.append(test)
        return 1 << UInt64(negated.count - 1)
    }
}
