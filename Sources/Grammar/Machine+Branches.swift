import Lexicon
import Segmentation

/// Taking one branch.
extension Machine {
    /// Puts off the other branches and does what the one that is taken does where it starts.
    @inline(__always)
    mutating func set(
        out ways: UInt32, _ branch: Branch, _ state: State, _ text: MatchText
    ) {
        if ways != 0 { putOff(state, ways) }
        if branch.captureCount != 0 { capture(branch, state, text) }
    }

    /// Whether the gap is as a branch wants it.
    func holds(_ branch: Branch, at position: Int, _ text: MatchText) -> Bool {
        for place in Int(branch.firstAction)..<Int(branch.firstAction) &+ Int(branch.gapCount) {
            let action = text.actions[place]
            if text.gap(action.gap, before: position) == action.flag { return false }
        }
        return true
    }

    /// Takes the longest hit of the classes and puts the shorter ones off; false if there is none.
    mutating func takeHits(
        _ branch: Branch, _ state: inout State, _ ways: UInt32, _ text: MatchText
    ) -> Bool {
        let action = Int(branch.firstAction) &+ Int(branch.gapCount) &+ Int(branch.captureCount)
        let classes = text.classSets[Int(text.actions[action].number)]
        let from = state.position
        let room = Limits.window &- (isBackward ? start &- from : from &- start)
        var isFound = false
        var walk = text.hits(at: from, isBackward: isBackward)
        while let hit = text.next(of: classes, &walk) {
            let length = Int(text.hits[hit].end) &- Int(text.hits[hit].start)
            guard length <= room else { continue }
            if isFound {
                putOff(state, 0)
            } else {
                set(out: ways, branch, state, text)
                isFound = true
            }
            state = State(
                junction: Int(branch.target),
                position: isBackward ? from &- length : from &+ length,
                hit: Int32(truncatingIfNeeded: hit), isLicensed: false)
        }
        return isFound
    }

    mutating func capture(_ branch: Branch, _ state: State, _ text: MatchText) {
        let slots = slotMemory.elements
        let first = Int(branch.firstAction) &+ Int(branch.gapCount)
        for place in first..<first &+ Int(branch.captureCount) {
            let action = text.actions[place]
            let slot = Int(action.number)
            if stack.count > 0 {
                stack.push(
                    Thread(
                        junction: Int32(truncatingIfNeeded: -1 - slot), position: 0,
                        slot: slots[slot]))
            }
            if !action.flag {
                slots[slot].open = Int32(truncatingIfNeeded: state.position)
                continue
            }
            slots[slot].start = slots[slot].open
            slots[slot].end = Int32(truncatingIfNeeded: state.position)
            let isHit =
                state.hit >= 0 && text.hits[Int(state.hit)].start == slots[slot].open
            slots[slot].hit = isHit ? state.hit : -1
        }
    }
}
