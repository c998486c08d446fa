import Lexicon
import Segmentation

/// Runs the code of one pattern from one token, through every way in which it can match, each state once.
///
/// ``begin(_:from:)`` sets it up; ``next(_:)`` gives the ends of matches, in the order of preference.
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

    /// Where a thread is.
    struct Thread: BitwiseCopyable {
        var junction: Int32
        var position: Int32
        /// The hit that was taken last, if no token was taken since; -1 if not.
        var hit: Int32 = -1
        /// The branches that are left to try; 0 for a junction that was not entered yet.
        var ways: UInt32 = 0
        /// How many of ``notes`` are its own.
        var noteCount: Int32 = 0
        /// Whether a paragraph's start was asked for right here.
        var isLicensed = false
    }

    /// Where a capture starts or ends: what was noted later than a thread was put off is forgotten when it goes on.
    struct Note: BitwiseCopyable {
        /// The slot; its complement where the capture ends.
        var slot: Int32
        var position: Int32
        /// The hit that was taken last.
        var hit: Int32
    }

    /// Branches followed so far: the measure of work.
    private(set) var steps = 0
    /// The captures of the match that was kept.
    var best: UnsafeMutableBufferPointer<Slot> { bestSlots.elements }
    private let bestSlots: Scratch<Slot>
    private var slotCount = 0
    var stack = ScratchStack(filledWith: Thread(junction: 0, position: 0))
    var notes = ScratchStack(filledWith: Note(slot: 0, position: 0, hit: -1))
    /// Number of the run in which a state was seen, by offset, memory cell and licence.
    private let seenMemory: Scratch<UInt32>
    private var run: UInt32 = 0
    /// Memory cells of the rule that runs.
    private var cells = 0

    private(set) var start = 0
    private var origin = -1
    private(set) var isBackward = false
    private var boundaries: TokenFlags = []

    /// Makes room for the largest of the rules.
    init(for rules: LinkedRules) {
        let memory = Int(rules.tables.rules.elements.map(\.memory).max() ?? 0)
        let slotCount = Int(rules.tables.rules.elements.map(\.slotCount).max() ?? 0)
        seenMemory = Scratch(zeros: memory * (Limits.window + 1) * 2)
        bestSlots = Scratch(repeating: Slot(), count: slotCount)
    }

    /// Makes ready to run a rule from the token before which its match starts.
    mutating func begin(_ rule: LinkedTables.Runnable, from start: Int) {
        begin(rule, Int(rule.junction), start, isBackward: false)
        origin = start
        slotCount = Int(rule.slotCount)
    }

    /// Makes ready to see whether a context of a rule holds, which captures nothing and stays in its sentence.
    mutating func begin(
        _ rule: LinkedTables.Runnable, _ context: LinkedTables.Context, from start: Int,
        isBackward: Bool
    ) {
        begin(rule, Int(context.junction), start, isBackward: isBackward)
        origin = -1
    }

    private mutating func begin(
        _ rule: LinkedTables.Runnable, _ junction: Int, _ start: Int, isBackward: Bool
    ) {
        if run == .max {
            seenMemory.elements.update(repeating: 0)
            run = 0
        }
        run += 1
        cells = Int(rule.memory)
        self.start = start
        self.isBackward = isBackward
        boundaries = rule.boundaries
        stack.removeAll()
        notes.removeAll()
        stack.push(Thread(junction: Int32(junction), position: Int32(start)))
    }

    /// Where the next match ends; nil if there are no more.
    @inline(never)
    mutating func next(_ text: MatchText) -> Int? {
        while let thread = stack.pop() {
            notes.cut(to: Int(thread.noteCount))
            if let end = follow(thread, text) { return end }
        }
        return nil
    }

    /// Keeps the captures of the match that ``next(_:)`` gave.
    mutating func keep(_ text: MatchText) {
        let best = best
        for slot in 0..<slotCount { best[slot] = Slot() }
        for place in 0..<notes.count {
            let note = notes[place]
            guard note.slot < 0 else {
                best[Int(note.slot)].open = note.position
                continue
            }
            let slot = Int(~note.slot)
            let open = best[slot].open
            let isHit = note.hit >= 0 && Int32(text.hits[Int(note.hit)].start) == open
            best[slot] = Slot(
                open: open, start: open, end: note.position, hit: isHit ? note.hit : -1)
        }
    }

    /// Keeps the one capture of a match that is one hit.
    mutating func keep(hit: Int, _ tokens: Range<Int>, in rule: LinkedTables.Runnable) {
        steps += 1
        for slot in 0..<Int(rule.slotCount) { best[slot] = Slot() }
        guard rule.hitSlot >= 0 else { return }
        best[Int(rule.hitSlot)] = Slot(
            open: Int32(tokens.lowerBound), start: Int32(tokens.lowerBound),
            end: Int32(tokens.upperBound), hit: Int32(hit))
    }

    /// Where a running thread is.
    struct State {
        var junction: Int
        var position: Int
        var hit: Int32
        var isLicensed: Bool
    }

    /// Runs a thread until it matches or fails.
    @inline(__always)
    private mutating func follow(_ thread: Thread, _ text: MatchText) -> Int? {
        var state = State(
            junction: Int(thread.junction), position: Int(thread.position), hit: thread.hit,
            isLicensed: thread.isLicensed)
        var ways = thread.ways
        var isEntered = ways != 0
        while true {
            if !isEntered { ways = enter(state, text) }
            guard ways != 0 else { return nil }
            isEntered = true
            steps &+= 1
            let branch = text.junctions.branch(ways.trailingZeroBitCount, at: state.junction)
            ways &= ways &- 1
            if branch.gapCount != 0, !holds(branch, at: state.position, text) { continue }
            if branch.kind == .hit {
                guard takeHits(branch, &state, ways, text) else { continue }
            } else {
                set(out: ways, branch, state, text)
                switch branch.kind {
                case .match: return state.position
                case .go: state.isLicensed = state.isLicensed || branch.isLicensing
                default:
                    state.position &+= isBackward ? -1 : 1
                    state.hit = -1
                    state.isLicensed = false
                }
            }
            state.junction = Int(branch.target)
            isEntered = false
        }
    }

    /// The branches to be tried from a junction; none if it was entered here before.
    @inline(__always)
    private mutating func enter(_ state: State, _ text: MatchText) -> UInt32 {
        let junction = text.junctions.junction(state.junction)
        let offset = isBackward ? start &- state.position : state.position &- start
        if junction.cell != Junction.noCell {
            let seen = seenMemory.elements
            let index =
                (offset &* cells &+ Int(junction.cell)) &* 2 &+ (state.isLicensed ? 1 : 0)
            if seen[index] == run { return 0 }
            seen[index] = run
        }
        if junction.isEnd { return 1 }
        var ways = text.ways(
            from: junction, state.junction,
            at: isBackward ? state.position &- 1 : state.position)
        if state.position != origin, !state.isLicensed,
            !text.isOpen(before: state.position, boundaries)
        {
            ways &= junction.unbound
        }
        if offset >= Limits.window { ways &= text.waysWithoutToken(from: junction, state.junction) }
        return ways
    }

    @inline(__always)
    mutating func putOff(_ state: State, _ ways: UInt32) {
        stack.push(
            Thread(
                junction: Int32(truncatingIfNeeded: state.junction),
                position: Int32(truncatingIfNeeded: state.position), hit: state.hit, ways: ways,
                noteCount: Int32(truncatingIfNeeded: notes.count), isLicensed: state.isLicensed))
    }
}
