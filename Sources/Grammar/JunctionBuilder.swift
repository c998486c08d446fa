/// Walks the code of rules from junction to junction.
struct JunctionBuilder {
    let code: UnsafeBufferPointer<Instruction>
    /// The number of the test of each instruction.
    let numbers: UnsafeBufferPointer<UInt32>
    private var words: ScratchStack<Junctions.Words>
    /// Of the rule whose code is walked.
    private var drafts = ScratchStack(filledWith: Draft())
    var branches = ScratchStack(filledWith: Branch.none)
    var guards = ScratchStack(filledWith: BranchGuard.none)
    var actions = ScratchStack(filledWith: BranchAction())

    /// A junction and where its parts are among those of all.
    struct Draft: BitwiseCopyable {
        var junction = Junction()
        var firstBranch = 0
        var firstGuard = 0
    }

    /// By instruction: its junction among those of the rule, counted from 1.
    private let junctionOf: Scratch<UInt32>
    /// By junction: in how many ways it is reached; two are as good as many.
    private var ways = ScratchStack(filledWith: UInt8(0))
    /// The instructions whose junctions are still to be made.
    private var waiting = ScratchStack(filledWith: 0)

    var path = Path()
    /// By instruction: the last walk that came by with nothing asked.
    let passed: Scratch<UInt32>
    var walk: UInt32 = 0
    var walked = 0
    var isBackward = false

    /// - Parameters:
    ///   - code: stays where it is as long as the builder is used, and so do `numbers`.
    init(_ code: UnsafeBufferPointer<Instruction>, _ numbers: UnsafeBufferPointer<UInt32>) {
        self.code = code
        self.numbers = numbers
        words = ScratchStack(filledWith: Junctions.Words(), capacity: code.count * 3 / 2)
        junctionOf = Scratch(zeros: code.count)
        passed = Scratch(zeros: code.count)
    }

    /// The junctions of all rules that were finished.
    var built: Junctions { Junctions(words: words.pinned, actions: actions.pinned) }

    /// Writes the junctions of a rule down, and makes ready for the next rule.
    ///
    /// - Returns: their numbers, by those that ``add(entry:isBackward:)`` gave.
    mutating func finishRule() -> [UInt32] {
        var numbers: [UInt32] = []
        numbers.reserveCapacity(drafts.count)
        var next = words.count
        for number in 0..<drafts.count {
            numbers.append(UInt32(next))
            let junction = drafts[number].junction
            next += 1 + Int(junction.branchCount) + Int(junction.guardCount)
        }
        for number in 0..<drafts.count {
            let draft = drafts[number]
            words.push(unsafeBitCast(draft.junction, to: Junctions.Words.self))
            for place in 0..<Int(draft.junction.branchCount) {
                var branch = branches[draft.firstBranch + place]
                branch.target = branch.kind == .match ? 0 : numbers[Int(branch.target)]
                words.push(unsafeBitCast(branch, to: Junctions.Words.self))
            }
            for place in 0..<Int(draft.junction.guardCount) {
                let asked = guards[draft.firstGuard + place]
                words.push(unsafeBitCast(asked, to: Junctions.Words.self))
            }
        }
        drafts.removeAll()
        ways.removeAll()
        branches.removeAll()
        guards.removeAll()
        return numbers
    }

    /// The junctions of the code that is entered at `entry`; gives the number of the first.
    mutating func add(entry: Int, isBackward: Bool) -> UInt32 {
        self.isBackward = isBackward
        let first = junction(at: entry, ways: 1)
        while let pc = waiting.pop() {
            let number = Int(junctionOf.elements[pc]) - 1
            if !fill(number, from: pc, entersForks: true) {
                _ = fill(number, from: pc, entersForks: false)
            }
        }
        return first
    }

    /// Gives memory cells to the junctions that can be reached in several ways; gives their number.
    mutating func giveCells() -> Int {
        var cells = 0
        for number in 0..<drafts.count where ways[number] > 1 {
            var draft = drafts[number]
            draft.junction.cell = UInt16(cells)
            drafts[number] = draft
            cells += 1
        }
        return cells
    }

    /// The number of the junction at an instruction, which gets so many ways more.
    mutating func junction(at pc: Int, ways count: UInt8) -> UInt32 {
        var pc = pc
        var jumps = 0
        while code[pc].operation == .jump, jumps < 64 {
            pc = Int(code[pc].a)
            jumps += 1
        }
        if junctionOf.elements[pc] == 0 {
            drafts.push(Draft())
            ways.push(0)
            junctionOf.elements[pc] = UInt32(drafts.count)
            waiting.push(pc)
        }
        let number = junctionOf.elements[pc] - 1
        ways[Int(number)] = min(ways[Int(number)] + count, 2)
        return number
    }

    /// - Parameter entersForks: whether branches lead beyond the first fork; if not, there are never too many.
    /// - Returns: whether there were few enough.
    private mutating func fill(_ number: Int, from pc: Int, entersForks: Bool) -> Bool {
        let (branchCount, guardCount, actionCount) = (branches.count, guards.count, actions.count)
        walk += 1
        walked = 0
        path.cut(to: (0, 0, 0, false))
        var draft = Draft(firstBranch: branchCount, firstGuard: guardCount)
        guard follow(pc, &draft, entersForks: entersForks), guards.count - guardCount < 256 else {
            branches.cut(to: branchCount)
            guards.cut(to: guardCount)
            actions.cut(to: actionCount)
            return false
        }
        draft.junction.branchCount = UInt8(branches.count - branchCount)
        draft.junction.guardCount = UInt8(guards.count - guardCount)
        drafts[number] = draft
        return true
    }
}
