import Lexicon

/// A walk over the hits that end before a token, the shortest first.
struct HitWalk {
    fileprivate let end: Int
    /// The token whose hits are walked over, and the first one that is looked at.
    fileprivate var start: Int
    fileprivate let first: Int
    fileprivate var hits = 0..<0

    fileprivate init(end: Int, first: Int) {
        self.end = end
        self.first = first
        start = end
    }
}

extension MatchText {
    /// The hits that end before `position`.
    func hits(endingAt position: Int) -> HitWalk {
        HitWalk(end: position, first: max(0, position &- hits.longest))
    }

    /// The next of the hits that are of `classes`; nil if there are no more.
    func next(of classes: ClassSet, _ walk: inout HitWalk) -> Int? {
        while true {
            while let hit = walk.hits.popLast() {
                if Int(hits[hit].end) == walk.end, !hits[hit].classes.isDisjoint(with: classes) {
                    return hit
                }
            }
            guard walk.start > walk.first else { return nil }
            walk.start &-= 1
            if walk.start == walk.end &- 1 || startsPhrase(walk.start) {
                walk.hits = hits(startingAt: walk.start)
            }
        }
    }
}
