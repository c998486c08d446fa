/// Walks the code of rules from junction to junction.
struct JunctionBuilder {
    private let code: UnsafeBufferPointer<Instruction>
    /// The number of the test of each instruction.
    private let numbers: UnsafeBufferPointer<UInt32>
    private var drafts = ScratchStack(filledWith: Draft())
    private var branches = ScratchStack(filledWith: Branch.none)
    private var guards = ScratchStack(filledWith: BranchGuard.none)
    private var actions = ScratchStack(filledWith: BranchAction())

    /// A junction and where its parts are among those of all.
    private struct Draft: BitwiseCopyable {
        var junction = Junction()
        var firstBranch = 0
        var firstGuard = 0
    }

    /// By instruction: its junction, counted from 1.
    private let junctionOf: Scratch<UInt32>
    /// By junction: in how many ways it is reached; two are as good as many.
    private var ways = ScratchStack(filledWith: UInt8(0))
    /// The instructions whose junctions are still to be made: the first is that of the last draft.
    private var waiting = ScratchStack(filledWith: 0)

    private var path = Path()
    /// By instruction: the last walk that came by with nothing asked.
    private let passed: Scratch<UInt32>
    private var walk: UInt32 = 0
    private var walked = 0
    private var isBackward = false

    /// What is asked and done on the way from a junction to a branch's end.
    private struct Path {
        var gaps = ScratchStack(filledWith: BranchAction())
        var captures = ScratchStack(filledWith: BranchAction())
        /// Instructions whose tests must fail.
        var failed = ScratchStack(filledWith: 0)
        var isLicensing = false

        var asksNothing: Bool { gaps.count == 0 && failed.count == 0 }
        /// Whether it is better to stop at a junction than to go on.
        var isLong: Bool { captures.count == 128 || failed.count == 128 }

        /// How much it holds, and whether it is licensing.
        var state: (Int, Int, Int, Bool) { (gaps.count, captures.count, failed.count, isLicensing) }

        mutating func cut(to state: (Int, Int, Int, Bool)) {
            gaps.cut(to: state.0)
            captures.cut(to: state.1)
            failed.cut(to: state.2)
            isLicensing = state.3
        }

        mutating func add(_ gap: BranchAction) {
            for place in 0..<gaps.count
            where gaps[place].gap == gap.gap && gaps[place].flag == gap.flag { return }
            gaps.push(gap)
        }
    }

    /// - Parameters:
    ///   - code: stays where it is as long as the builder is used, and so do `numbers`.
    init(_ code: UnsafeBufferPointer<Instruction>, _ numbers: UnsafeBufferPointer<UInt32>) {
        self.code = code
        self.numbers = numbers
        junctionOf = Scratch(zeros: code.count)
        passed = Scratch(zeros: code.count)
    }

    /// The junctions, and their numbers by ``add(entry:isBackward:)``.
    var built: (junctions: Junctions, numbers: [UInt32]) {
        var numbers: [UInt32] = []
        numbers.reserveCapacity(drafts.count)
        var next = 0
        for number in 0..<drafts.count {
            numbers.append(UInt32(next))
            let junction = drafts[number].junction
            next += 1 + Int(junction.branchCount) + Int(junction.guardCount)
        }
        let words = Pinned<Junctions.Words>(count: next) { words in
            var next = 0
            func put<Part: BitwiseCopyable>(_ part: Part) {
                words.initializeElement(at: next, to: unsafeBitCast(part, to: Junctions.Words.self))
                next += 1
            }
            for number in 0..<drafts.count {
                let draft = drafts[number]
                put(draft.junction)
                for place in 0..<Int(draft.junction.branchCount) {
                    var branch = branches[draft.firstBranch + place]
                    branch.target = branch.kind == .match ? 0 : numbers[Int(branch.target)]
                    put(branch)
                }
                for place in 0..<Int(draft.junction.guardCount) {
                    put(guards[draft.firstGuard + place])
                }
            }
        }
        return (Junctions(words: words, actions: actions.pinned), numbers)
    }

    /// How many junctions there are.
    var count: Int { drafts.count }

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

    /// Gives memory cells to the junctions from `first` on that can be reached in several ways; gives their number.
    mutating func giveCells(from first: Int) -> Int {
        var cells = 0
        for number in first..<drafts.count where ways[number] > 1 {
            var draft = drafts[number]
            draft.junction.cell = UInt16(cells)
            drafts[number] = draft
            cells += 1
        }
        return cells
    }

    /// The number of the junction at an instruction, which gets so many ways more.
    private mutating func junction(at pc: Int, ways count: UInt8) -> UInt32 {
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

    /// Adds the branches that are reached from an instruction; false if they become too many.
    private mutating func follow(_ start: Int, _ draft: inout Draft, entersForks: Bool)
        -> Bool
    {
        let before = path.state
        defer { path.cut(to: before) }
        var pc = start
        while true {
            // Whoever came by with nothing asked found all that is to be found.
            if passed.elements[pc] == walk, !path.isLicensing { return true }
            if path.asksNothing { passed.elements[pc] = walk }
            walked += 1
            // Only code that goes in a circle is so long without a fork: it leads nowhere.
            guard walked <= (entersForks ? 512 : 2 * Limits.code) else { return !entersForks }
            let step = code[pc]
            let isLate =
                entersForks && step.operation == .fork
                && branches.count - draft.firstBranch >= Junction.mostBranches / 2
            if path.isLong || isLate { return add(.go, to: pc, pc, &draft) }
            switch step.operation {
            case .fork:
                guard entersForks else {
                    return add(.go, to: Int(step.a), pc, &draft)
                        && add(.go, to: Int(step.b), pc, &draft)
                }
                guard follow(Int(step.a), &draft, entersForks: true) else { return false }
                pc = Int(step.b)
            case .jump: pc = Int(step.a)
            case .open, .close:
                path.captures.push(
                    BranchAction(flag: step.operation == .close, number: step.a))
                pc += 1
            case .match: return add(.match, to: nil, pc, &draft)
            case let operation where operation.isGap:
                path.add(BranchAction(gap: operation, flag: step.isNegated))
                if operation == .para, !step.isNegated { path.isLicensing = true }
                pc += 1
            case _ where step.isNegated:
                path.failed.push(pc)
                pc += 1
            case .hit: return add(.hit, to: pc + 1, pc, &draft)
            default: return add(.token, to: pc + 1, pc, &draft)
            }
        }
    }

    private mutating func add(
        _ kind: Branch.Kind, to target: Int?, _ pc: Int, _ draft: inout Draft
    ) -> Bool {
        let place = branches.count - draft.firstBranch
        guard place < Junction.mostBranches else { return false }
        let bit = UInt32(1) << UInt32(place)
        var branch = Branch(
            kind: kind, isLicensing: path.isLicensing, gapCount: UInt8(path.gaps.count),
            captureCount: UInt8(path.captures.count), firstAction: UInt32(actions.count))
        for place in 0..<path.gaps.count { actions.push(path.gaps[place]) }
        for place in 0..<path.captures.count { actions.push(path.captures[place]) }
        if kind == .hit { actions.push(BranchAction(number: code[pc].a)) }
        // Hits of several lengths arrive at several tokens, from several tokens at one.
        if let target { branch.target = junction(at: target, ways: kind == .hit ? 2 : 1) }
        let isFree = kind == .match || kind == .go
        if !isFree { branch.test = numbers[pc] }
        if isFree || kind == .hit && isBackward { draft.junction.always |= bit }
        if kind == .hit { draft.junction.ofHits |= bit }
        if isFree || path.isLicensing { draft.junction.unbound |= bit }
        branches.push(branch)
        for place in 0..<path.failed.count { addGuard(path.failed[place], bit, draft) }
        return true
    }

    private mutating func addGuard(_ pc: Int, _ branch: UInt32, _ draft: Draft) {
        let classes = code[pc].operation == .hit ? code[pc].a : BranchGuard.noClasses
        for place in draft.firstGuard..<guards.count where guards[place].test == numbers[pc] {
            var known = guards[place]
            known.branches |= branch
            guards[place] = known
            return
        }
        guards.push(BranchGuard(test: numbers[pc], classes: classes, branches: branch))
    }
}
