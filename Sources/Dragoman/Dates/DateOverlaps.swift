import Grammar

/// Settles which of the expressions that overlap stands.
///
/// What overlaps nothing costs nothing; of what does, only as much is read as it takes.
struct DateOverlaps {
    enum Origin {
        /// Index among those that were read without rules.
        case read(Int)
        case match(program: Int, RuleMatch)
    }

    private struct Candidate {
        var tokens: Range<Int>
        var priority: Int
        var origin: Origin

        /// Whether this one stands where both cannot: the longer, then that of the higher priority, then the first.
        func precedes(_ other: Candidate) -> Bool {
            if tokens.count != other.tokens.count { return tokens.count > other.tokens.count }
            if priority != other.priority { return priority > other.priority }
            return tokens.lowerBound < other.tokens.lowerBound
        }
    }

    private var candidates: [Candidate] = []
    private var isOrdered = true
    /// Candidates and tokens looked at: the measure of the work.
    private(set) var steps = 0

    /// Makes ready for another text.
    mutating func removeAll() {
        candidates.removeAll(keepingCapacity: true)
        isOrdered = true
        steps = 0
    }

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
        result.reserveCapacity(candidates.count)
        var start = 0
        while start < candidates.count {
            var end = start + 1
            var reach = candidates[start].tokens.upperBound
            while end < candidates.count, candidates[end].tokens.lowerBound < reach {
                reach = max(reach, candidates[end].tokens.upperBound)
                end += 1
            }
            steps += end - start
            if end == start + 1 {
                if let expression = read(candidates[start].origin) { result.append(expression) }
            } else {
                settle(start..<end, &result, read)
            }
            start = end
        }
        return result
    }

    /// Most groups are of two or three.
    private mutating func settle(
        _ group: Range<Int>, _ result: inout [DateExpression], _ read: (Origin) -> DateExpression?
    ) {
        if group.count > DateOverlaps.smallGroup {
            let ordered = candidates[group].enumerated().sorted { a, b in
                a.element.precedes(b.element)
                    || !b.element.precedes(a.element) && a.offset < b.offset
            }.map(\.element)
            settleMany(ordered, &result, read)
            return
        }
        for index in group.dropFirst() {
            var place = index
            while place > group.lowerBound, candidates[place].precedes(candidates[place - 1]) {
                candidates.swapAt(place, place - 1)
                place -= 1
                steps += 1
            }
        }
        let first = result.count
        for index in group {
            let tokens = candidates[index].tokens
            var place = result.count
            while place > first, result[place - 1].tokens.lowerBound >= tokens.lowerBound {
                place -= 1
                steps += 1
            }
            let isFree =
                (place == first || result[place - 1].tokens.upperBound <= tokens.lowerBound)
                && (place == result.count || result[place].tokens.lowerBound >= tokens.upperBound)
            if isFree, let expression = read(candidates[index].origin) {
                result.insert(expression, at: place)
            }
        }
    }

    /// The same for a group of any size, whose members stand in their order of precedence: `12 May 12 May 12 May …`.
    private mutating func settleMany(
        _ ordered: [Candidate], _ result: inout [DateExpression],
        _ read: (Origin) -> DateExpression?
    ) {
        let start = ordered.map(\.tokens.lowerBound).min() ?? 0
        let end = ordered.map(\.tokens.upperBound).max() ?? start
        var isTaken = [Bool](repeating: false, count: end - start)
        let first = result.count
        for candidate in ordered {
            let places = candidate.tokens.lowerBound - start..<candidate.tokens.upperBound - start
            steps += places.count
            guard !places.contains(where: { isTaken[$0] }), let expression = read(candidate.origin)
            else { continue }
            for place in places { isTaken[place] = true }
            result.append(expression)
        }
        result[first...].sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    static let smallGroup = 12
}
