/// Settles which of the expressions that overlap stands.
///
/// What overlaps nothing costs nothing; of what does, only as much is read as it takes.
struct DateOverlaps {
    enum Origin {
        /// Index among those that were read without rules.
        case read(Int)
        /// Index of a match of a program.
        case match(program: Int, Int)
    }

    private struct Candidate {
        var tokens: Range<Int>
        var priority: Int
        var origin: Origin
    }

    private var candidates: [Candidate] = []
    private var isOrdered = true

    mutating func add(_ tokens: Range<Int>, _ priority: Int, _ origin: Origin) {
        if let last = candidates.last, last.tokens.lowerBound > tokens.lowerBound {
            isOrdered = false
        }
        candidates.append(Candidate(tokens: tokens, priority: priority, origin: origin))
    }

    /// The readable ones that stand, in the order of the text.
    mutating func settled(_ read: (Origin) -> DateExpression?) -> [DateExpression] {
        // Swift's sort keeps the order of equals.
        if !isOrdered { candidates.sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }
        var result: [DateExpression] = []
        var start = 0
        while start < candidates.count {
            var end = start + 1
            var reach = candidates[start].tokens.upperBound
            while end < candidates.count, candidates[end].tokens.lowerBound < reach {
                reach = max(reach, candidates[end].tokens.upperBound)
                end += 1
            }
            if end == start + 1 {
                if let expression = read(candidates[start].origin) { result.append(expression) }
            } else {
                settle(start..<end, &result, read)
            }
            start = end
        }
        return result
    }

    private mutating func settle(
        _ group: Range<Int>, _ result: inout [DateExpression], _ read: (Origin) -> DateExpression?
    ) {
        candidates[group].sort {
            (-$0.tokens.count, -$0.priority, $0.tokens.lowerBound)
                < (-$1.tokens.count, -$1.priority, $1.tokens.lowerBound)
        }
        let first = result.count
        for candidate in candidates[group] {
            guard !result[first...].contains(where: { $0.tokens.overlaps(candidate.tokens) }),
                let expression = read(candidate.origin)
            else { continue }
            result.append(expression)
        }
        result[first...].sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
}
