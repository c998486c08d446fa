import Lexicon
import Segmentation

/// Runs the code of one pattern from one token, through every way in which it can match, each state once.
struct Machine {
    /// What a capture holds while the machine runs.
    struct Slot {
        var open: Int32 = -1
        var start: Int32 = -1
        var end: Int32 = -1
        var hit: Int32 = -1

        /// What was captured, if it is not empty.
        var tokens: Range<Int>? {
            start >= 0 && start < end ? Int(start)..<Int(end) : nil
        }
    }

    /// A state to go back to; with a negative `pc`, a slot to set back.
    private struct Frame {
        var pc: Int32
        var position: Int32
        var hit: Int32
        var isLicensed: Bool
        var slot = Slot()
    }

    /// What the machine reads.
    struct Text {
        let tokens: TokenBuffer
        let hits: HitBuffer
        let rules: LinkedRules
    }

    /// Instructions run so far: the measure of work.
    private(set) var steps = 0
    /// The captures of the best match.
    private(set) var best: [Slot] = []
    private var slots: [Slot] = []
    private var stack: [Frame] = []
    /// Number of the run in which a state was seen, by memory cell, offset and licence.
    private var seen: [UInt32] = []
    private var run: UInt32 = 0

    /// Makes room for the largest of the rules.
    init(for rules: LinkedRules) {
        let memory = rules.runnables.map(\.memory).max() ?? 0
        let slotCount = rules.runnables.map(\.slots.count).max() ?? 0
        seen = Array(repeating: 0, count: memory * (Limits.window + 1) * 2)
        slots = Array(repeating: Slot(), count: slotCount)
        best = slots
    }

    /// Where the longest match that `accepts` ends, the most preferred of the longest; nil if there is none.
    ///
    /// - Parameters:
    ///   - origin: the token from which a match may start although a sentence starts there.
    ///   - endings: given to match backward, from the token before `start` on; then any match will do.
    mutating func longestMatch(
        _ text: Text, rule: LinkedRules.Runnable, entry: Int, from start: Int, origin: Int?,
        endings: HitEndings? = nil, stopsAtFirst: Bool, accepts: (Int) -> Bool
    ) -> Int? {
        let isBackward = endings != nil
        beginRun(slotCount: rule.slots.count)
        var longest: Int?
        var pc = entry
        var position = start
        var hit: Int32 = -1
        var isLicensed = false
        while true {
            thread: while true {
                steps += 1
                let step = text.rules.code[pc]
                if step.memory != Instruction.noMemory {
                    let offset = isBackward ? start - position : position - start
                    let cell = Int(step.memory) * (Limits.window + 1) + offset
                    let state = cell * 2 + (isLicensed ? 1 : 0)
                    if seen[state] == run { break thread }
                    seen[state] = run
                }
                switch step.operation {
                case .match:
                    if position > longest ?? -1, accepts(position) {
                        longest = position
                        for slot in 0..<rule.slots.count { best[slot] = slots[slot] }
                        if stopsAtFirst { return longest }
                    }
                    break thread
                case .fork:
                    stack.append(
                        Frame(
                            pc: Int32(step.b), position: Int32(position), hit: hit,
                            isLicensed: isLicensed))
                    pc = Int(step.a)
                case .jump: pc = Int(step.a)
                case .open, .close:
                    capture(step, at: position, hit: hit, text)
                    pc += 1
                case .space, .nospace, .start, .para, .end, .line:
                    let holds = text.gap(step.operation, before: position)
                    guard holds != step.isNegated else { break thread }
                    if step.operation == .para && holds { isLicensed = true }
                    pc += 1
                default:
                    let index = isBackward ? position - 1 : position
                    if step.isNegated {
                        guard !text.takes(step, at: index) else { break thread }
                        pc += 1
                        continue thread
                    }
                    guard
                        position == origin || isLicensed
                            || text.isOpen(before: position, rule.boundaries)
                    else { break thread }
                    if step.operation == .hit {
                        guard
                            let (length, found) = takeHits(
                                step, text, pc: pc, from: start, at: position, endings)
                        else { break thread }
                        position += isBackward ? -length : length
                        hit = Int32(found)
                    } else {
                        guard abs(position - start) < Limits.window, text.takes(step, at: index)
                        else { break thread }
                        position += isBackward ? -1 : 1
                        hit = -1
                    }
                    isLicensed = false
                    pc += 1
                }
            }
            guard let frame = backtrack() else { return longest }
            pc = Int(frame.pc)
            position = Int(frame.position)
            hit = frame.hit
            isLicensed = frame.isLicensed
        }
    }

    private mutating func beginRun(slotCount: Int) {
        if run == .max {
            for index in seen.indices { seen[index] = 0 }
            run = 0
        }
        run += 1
        stack.removeAll(keepingCapacity: true)
        for slot in 0..<slotCount { slots[slot] = Slot() }
    }

    /// The last state that was put off; slots are set back on the way.
    private mutating func backtrack() -> Frame? {
        while let frame = stack.popLast() {
            if frame.pc >= 0 { return frame }
            slots[Int(-1 - frame.pc)] = frame.slot
        }
        return nil
    }

    private mutating func capture(_ step: Instruction, at position: Int, hit: Int32, _ text: Text) {
        let slot = Int(step.a)
        if !stack.isEmpty {
            stack.append(
                Frame(
                    pc: Int32(-1 - slot), position: 0, hit: 0, isLicensed: false, slot: slots[slot])
            )
        }
        if step.operation == .open {
            slots[slot].open = Int32(position)
        } else {
            slots[slot].start = slots[slot].open
            slots[slot].end = Int32(position)
            let isHit = hit >= 0 && text.hits.hits[Int(hit)].start == slots[slot].open
            slots[slot].hit = isHit ? hit : -1
        }
    }

    /// Takes the longest hit of the classes and puts the shorter ones off.
    private mutating func takeHits(
        _ step: Instruction, _ text: Text, pc: Int, from start: Int, at position: Int,
        _ endings: HitEndings?
    ) -> (length: Int, hit: Int)? {
        let classes = text.rules.classSets[Int(step.a)]
        let places =
            endings?.places(endingAt: position)
            ?? text.hits.indices(startingAt: position)
        var longest: (length: Int, hit: Int)?
        for place in places.reversed() {
            let index = endings?.hit(place) ?? place
            let hit = text.hits.hits[index]
            let length = hit.tokens.count
            guard !hit.classes.isDisjoint(with: classes),
                abs(position - start) + length <= Limits.window
            else { continue }
            if let shorter = longest {
                let end = position + (endings == nil ? shorter.length : -shorter.length)
                stack.append(
                    Frame(
                        pc: Int32(pc + 1), position: Int32(end), hit: Int32(shorter.hit),
                        isLicensed: false))
            }
            longest = (length, index)
        }
        return longest
    }
}
