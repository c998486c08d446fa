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
        if branch.captureCount != 0 { note(branch, state, text) }
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
    @inline(__always)
    mutating func takeHits(
        _ branch: Branch, _ state: inout State, _ ways: UInt32, _ text: MatchText
    ) -> Bool {
        let action = Int(branch.firstAction) &+ Int(branch.gapCount) &+ Int(branch.captureCount)
        let classes = Int(text.actions[action].number)
        if isBackward { return takeHitsBefore(branch, classes, &state, ways, text) }
        guard state.position < text.tokens.count else { return false }
        guard let hit = text.hits.indexUnlessListed(startingAt: state.position) else {
            return takeListedHits(branch, classes, &state, ways, text)
        }
        guard state.position < start &+ Limits.window,
            !text.hits[hit].classes.isDisjoint(with: text.classSets[classes])
        else { return false }
        var isFound = false
        take(hit, to: state.position &+ 1, &isFound, branch, &state, ways, text)
        return true
    }

    @inline(never)
    private mutating func takeListedHits(
        _ branch: Branch, _ classes: Int, _ state: inout State, _ ways: UInt32, _ text: MatchText
    ) -> Bool {
        let classes = text.classSets[classes]
        let farthest = start &+ Limits.window
        var isFound = false
        let hits = text.hits(startingAt: state.position)
        var hit = hits.upperBound
        while hit > hits.lowerBound {
            hit &-= 1
            let end = Int(text.hits[hit].end)
            guard !text.hits[hit].classes.isDisjoint(with: classes), end <= farthest else {
                continue
            }
            take(hit, to: end, &isFound, branch, &state, ways, text)
        }
        return isFound
    }

    /// The same for a context that is read backward.
    @inline(never)
    private mutating func takeHitsBefore(
        _ branch: Branch, _ classes: Int, _ state: inout State, _ ways: UInt32, _ text: MatchText
    ) -> Bool {
        let classes = text.classSets[classes]
        let farthest = start &- Limits.window
        var isFound = false
        var walk = text.hits(endingAt: state.position)
        while let hit = text.next(of: classes, &walk) {
            let first = Int(text.hits[hit].start)
            guard first >= farthest else { continue }
            take(hit, to: first, &isFound, branch, &state, ways, text)
        }
        return isFound
    }

    /// Takes one of the hits of a branch, and puts the one off that was taken before.
    @inline(__always)
    private mutating func take(
        _ hit: Int, to position: Int, _ isFound: inout Bool, _ branch: Branch,
        _ state: inout State, _ ways: UInt32, _ text: MatchText
    ) {
        if isFound {
            putOff(state, 0)
        } else {
            set(out: ways, branch, state, text)
            isFound = true
        }
        state = State(
            junction: Int(branch.target), position: position,
            hit: Int32(truncatingIfNeeded: hit), isLicensed: false)
    }

    @inline(__always)
    private mutating func note(_ branch: Branch, _ state: State, _ text: MatchText) {
        let first = Int(branch.firstAction) &+ Int(branch.gapCount)
        var place = first
        while place < first &+ Int(branch.captureCount) {
            let action = text.actions[place]
            let slot = Int32(truncatingIfNeeded: action.number)
            notes.push(
                Note(
                    slot: action.flag ? ~slot : slot,
                    position: Int32(truncatingIfNeeded: state.position), hit: state.hit))
            place &+= 1
        }
    }
}
