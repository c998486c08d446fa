import Lexicon
import Segmentation

/// Runs the code of one pattern from one token, through every way in which it can match, each state once.
///
/// ``begin(_:from:origin:isBackward:entry:)`` sets it up; ``next(_:)`` gives the ends of matches, in the order of preference.
struct Machine {
    /// What a capture holds while the machine runs.
    struct Slot: BitwiseCopyable {
        var open: Int32 = -1
        var start: Int32 = -1
        var end: Int32 = -1
        var hit: Int32 = -1

        /// What was captured, if it is not empty.
        var tokens: Range<Int>? {
            start >= 0 && start < end ? Int(start)..<Int(end) : nil
        }
    }

    /// Where a thread is; with a negative `pc`, a slot to set back.
    private struct Thread: BitwiseCopyable {
        var pc: Int32
        var position: Int32
        /// The hit that was taken last, if no token was taken since; -1 if not.
        var hit: Int32 = -1
        /// Whether a paragraph's start was asked for right here.
        var isLicensed = false
        var slot = Slot()
    }

    /// Instructions run so far: the measure of work.
    private(set) var steps = 0
    /// The captures of the match that was kept.
    var best: UnsafeMutableBufferPointer<Slot> { bestSlots.elements }
    private let bestSlots: Scratch<Slot>
    private let slotMemory: Scratch<Slot>
    private var slotCount = 0
    private var stack = ScratchStack(filledWith: Thread(pc: 0, position: 0))
    /// Number of the run in which a state was seen, by offset, memory cell and licence.
    private let seenMemory: Scratch<UInt32>
    private var run: UInt32 = 0
    /// Memory cells of the code that runs.
    private var cells = 0

    private var start = 0
    private var origin = -1
    private var isBackward = false
    private var boundaries: TokenFlags = []

    /// Makes room for the largest of the rules.
    init(for rules: LinkedRules) {
        let memory = rules.tables.rules.elements.map(\.memory).max() ?? 0
        let slotCount = rules.tables.rules.elements.map(\.slotCount).max() ?? 0
        seenMemory = Scratch(zeros: memory * (Limits.window + 1) * 2)
        slotMemory = Scratch(repeating: Slot(), count: slotCount)
        bestSlots = Scratch(repeating: Slot(), count: slotCount)
    }

    /// Makes ready to run the code at `entry`.
    ///
    /// - Parameters:
    ///   - start: the token before which the match starts; or, if `isBackward`, ends.
    ///   - origin: the token from which a match may start although a sentence starts there; -1 for none.
    mutating func begin(
        _ rule: LinkedTables.Runnable, from start: Int, origin: Int, isBackward: Bool, entry: Int
    ) {
        if run == .max {
            seenMemory.elements.update(repeating: 0)
            run = 0
        }
        run += 1
        cells = rule.memory
        self.start = start
        self.origin = origin
        self.isBackward = isBackward
        boundaries = rule.boundaries
        slotCount = rule.slotCount
        for slot in 0..<slotCount { slotMemory.elements[slot] = Slot() }
        stack.removeAll()
        stack.push(Thread(pc: Int32(entry), position: Int32(start)))
    }

    /// Where the next match ends; nil if there are no more.
    mutating func next(_ text: MatchText) -> Int? {
        while let thread = stack.pop() {
            if thread.pc < 0 {
                slotMemory.elements[Int(-1 - thread.pc)] = thread.slot
            } else if let end = follow(thread, text) {
                return end
            }
        }
        return nil
    }

    /// Keeps the captures of the match that ``next(_:)`` gave.
    mutating func keep() {
        for slot in 0..<slotCount { best[slot] = slotMemory.elements[slot] }
    }

    /// Keeps the one capture of a match that is one hit.
    mutating func keep(hit: Int, _ tokens: Range<Int>, in rule: LinkedTables.Runnable) {
        steps += 1
        for slot in 0..<rule.slotCount { best[slot] = Slot() }
        guard rule.hitSlot >= 0 else { return }
        best[rule.hitSlot] = Slot(
            open: Int32(tokens.lowerBound), start: Int32(tokens.lowerBound),
            end: Int32(tokens.upperBound), hit: Int32(hit))
    }

    /// Runs a thread until it matches or fails.
    private mutating func follow(_ thread: Thread, _ text: MatchText) -> Int? {
        let seen = seenMemory.elements
        var pc = Int(thread.pc)
        var state = State(
            position: Int(thread.position), hit: thread.hit, isLicensed: thread.isLicensed)
        while true {
            steps += 1
            let step = text.code[pc]
            if step.memory != LinkedTables.Step.noMemory {
                let offset = isBackward ? start &- state.position : state.position &- start
                let index = (offset &* cells &+ Int(step.memory)) &* 2 &+ (state.isLicensed ? 1 : 0)
                if seen[index] == run { return nil }
                seen[index] = run
            }
            switch step.operation {
            case .match: return state.position
            case .fork:
                // Most ways fail at their first token; those need not be put off.
                if fails(Int(step.a), state, text) {
                    pc = Int(step.b)
                } else {
                    if !fails(Int(step.b), state, text) {
                        putOff(Int(step.b), state)
                    }
                    pc = Int(step.a)
                }
            case .jump: pc = Int(step.a)
            case .open, .close:
                capture(step, state, text)
                pc += 1
            case .gap:
                let holds = text.gap(step.gap, before: state.position)
                guard holds != step.isNegated else { return nil }
                if step.gap == .para && holds { state.isLicensed = true }
                pc += 1
            case .test, .hit:
                guard take(step, pc, &state, text) else { return nil }
                pc += 1
            }
        }
    }

    /// Where a running thread is.
    private struct State {
        var position: Int
        var hit: Int32
        var isLicensed: Bool
    }

    @inline(__always)
    private mutating func putOff(_ pc: Int, _ state: State) {
        stack.push(
            Thread(
                pc: Int32(pc), position: Int32(state.position), hit: state.hit,
                isLicensed: state.isLicensed))
    }

    /// Whether a thread would fail at its next test.
    @inline(__always)
    private func fails(_ pc: Int, _ state: State, _ text: MatchText) -> Bool {
        let step = text.code[Int(text.code[pc].next)]
        guard step.operation.isOfToken else { return false }
        // Looking back, hits are taken by where they end.
        if isBackward, step.operation == .hit, !step.isNegated { return false }
        let index = isBackward ? state.position - 1 : state.position
        return text.takes(step, at: index) == step.isNegated
    }

    /// Takes a token or a hit, or if the step is negated sees that none is there to take.
    @inline(__always)
    private mutating func take(
        _ step: LinkedTables.Step, _ pc: Int, _ state: inout State, _ text: MatchText
    ) -> Bool {
        let index = isBackward ? state.position - 1 : state.position
        if step.isNegated { return !text.takes(step, at: index) }
        guard
            state.position == origin || state.isLicensed
                || text.isOpen(before: state.position, boundaries)
        else { return false }
        if step.operation == .hit { return takeHits(step, pc, &state, text) }
        guard abs(state.position - start) < Limits.window, text.takes(step, at: index) else {
            return false
        }
        state = State(
            position: isBackward ? state.position - 1 : state.position + 1, hit: -1,
            isLicensed: false)
        return true
    }

    /// Takes the longest hit of the classes and puts the shorter ones off.
    private mutating func takeHits(
        _ step: LinkedTables.Step, _ pc: Int, _ state: inout State, _ text: MatchText
    ) -> Bool {
        var longest: State?
        text.forEachHit(
            of: text.classSets[Int(step.b)], at: state.position, isBackward: isBackward
        ) { index in
            let length = Int(text.hits[index].end - text.hits[index].start)
            guard abs(state.position - start) + length <= Limits.window else { return }
            if let shorter = longest { putOff(pc + 1, shorter) }
            longest = State(
                position: state.position + (isBackward ? -length : length),
                hit: Int32(truncatingIfNeeded: index), isLicensed: false)
        }
        guard let longest else { return false }
        state = longest
        return true
    }

    private mutating func capture(_ step: LinkedTables.Step, _ state: State, _ text: MatchText) {
        let slots = slotMemory.elements
        let slot = Int(step.a)
        if stack.count > 0 {
            stack.push(Thread(pc: Int32(-1 - slot), position: 0, slot: slots[slot]))
        }
        if step.operation == .open {
            slots[slot].open = Int32(state.position)
        } else {
            slots[slot].start = slots[slot].open
            slots[slot].end = Int32(state.position)
            let isHit =
                state.hit >= 0 && text.hits[Int(state.hit)].start == slots[slot].open
            slots[slot].hit = isHit ? state.hit : -1
        }
    }
}
