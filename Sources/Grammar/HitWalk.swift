import Lexicon

/// A walk over the hits that start or end at a token, the shortest first.
struct HitWalk {
    /// The token whose hits are walked over, and the last one that is looked at.
    fileprivate var start: Int
    fileprivate let last: Int
    /// Where the hits must end; -1 for anywhere.
    fileprivate let end: Int
    fileprivate var first = 0
    fileprivate var next = 0

    /// The hits that end before a token.
    fileprivate init(start: Int, last: Int) {
        self.start = start
        self.last = last
        end = start
    }

    /// The hits that start at a token.
    fileprivate init(start: Int, last: Int, first: Int, next: Int) {
        self.start = start
        self.last = last
        end = -1
        self.first = first
        self.next = next
    }
}

extension MatchText {
    /// The hits that start at `position` or, looking back, end before it.
    @inline(__always)
    func hits(at position: Int, isBackward: Bool) -> HitWalk {
        guard !isBackward else { return HitWalk(start: position, last: position &- hits.longest) }
        let hits = position < tokens.count ? hits(startingAt: position) : 0..<0
        return HitWalk(
            start: position, last: position, first: hits.lowerBound, next: hits.upperBound)
    }

    /// The next of the hits that are of `classes`, the shortest first; nil if there are no more.
    @inline(__always)
    func next(of classes: ClassSet, _ walk: inout HitWalk) -> Int? {
        while true {
            while walk.next > walk.first {
                walk.next &-= 1
                if !hits[walk.next].classes.isDisjoint(with: classes),
                    walk.end < 0 || Int(hits[walk.next].end) == walk.end
                {
                    return walk.next
                }
            }
            guard walk.start > walk.last, walk.start > 0 else { return nil }
            walk.start &-= 1
            if walk.start == walk.end &- 1 || startsPhrase(walk.start) {
                let found = hits(startingAt: walk.start)
                (walk.first, walk.next) = (found.lowerBound, found.upperBound)
            }
        }
    }
}
