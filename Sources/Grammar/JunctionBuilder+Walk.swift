/// From a junction through forks and gaps to the next tests of a token.
extension JunctionBuilder {
    /// What is asked and done on the way from a junction to a branch's end.
    struct Path {
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

    /// Adds the branches that are reached from an instruction; false if they become too many.
    mutating func follow(_ start: Int, _ draft: inout Draft, entersForks: Bool)
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
            guard walked <= (entersForks ? 128 : 2 * Limits.code) else { return !entersForks }
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

    mutating func add(
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

    mutating func addGuard(_ pc: Int, _ branch: UInt32, _ draft: Draft) {
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
