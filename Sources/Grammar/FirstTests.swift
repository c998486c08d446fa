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
    ///   - start: where the code of the rule starts.
    ///   - memory: for the longest code of a rule.
    init(
        _ code: [Instruction], _ numbers: [UInt32], from entries: [Int], _ start: Int,
        _ memory: inout Memory
    ) {
        for entry in entries { memory.waiting.append(Found(pc: entry, guards: 0)) }
        while let next = memory.waiting.popLast() {
            let pc = next.pc
            guard let all = memory.reach(pc - start, next.guards) else { continue }
            let step = code[pc]
            func go(_ target: Int, _ guards: UInt64) {
                memory.waiting.append(Found(pc: target, guards: guards))
            }
            switch step.operation {
            case .match: canEnd = true
            case .fork:
                go(Int(step.a), all)
                go(Int(step.b), all)
            case .jump: go(Int(step.a), all)
            case let operation where operation.takesTokens && !step.isNegated: break
            case let operation where operation.takesTokens:
                go(pc + 1, all | bit(of: numbers[pc]))
            default: go(pc + 1, all)
            }
        }
        for place in memory.touched {
            let step = code[place + start]
            if step.operation.takesTokens, !step.isNegated {
                found.append(Found(pc: place + start, guards: memory.cells[place].guards))
            }
            memory.cells[place] = Memory.Cell()
        }
        memory.touched.removeAll(keepingCapacity: true)
    }

    /// What is used again from rule to rule.
    struct Memory {
        struct Cell {
            var guards: UInt64 = 0
            var isReached = false
        }

        /// By instruction of the rule; all zero between uses.
        fileprivate var cells: [Cell]
        fileprivate var touched: [Int] = []
        fileprivate var waiting: [Found] = []

        /// - Parameter longest: the most instructions that a rule has.
        init(longest: Int) { cells = Array(repeating: Cell(), count: longest) }

        /// The tests that must have failed at an instruction, if that is news.
        fileprivate mutating func reach(_ place: Int, _ guards: UInt64) -> UInt64? {
            guard cells[place].isReached else {
                cells[place] = Cell(guards: guards, isReached: true)
                touched.append(place)
                return guards
            }
            let both = cells[place].guards & guards
            guard both != cells[place].guards else { return nil }
            cells[place].guards = both
            return both
        }
    }

    /// The bit of a test that must fail; none for those after the first 64, which are not asked for then.
    private mutating func bit(of test: UInt32) -> UInt64 {
        if let place = negated.firstIndex(of: test) { return 1 << UInt64(place) }
        guard negated.count < 64 else { return 0 }
        negated.append(test)
        return 1 << UInt64(negated.count - 1)
    }
}
