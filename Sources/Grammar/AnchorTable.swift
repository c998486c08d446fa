/// Where in a text the anchors of rules are.
struct AnchorTable {
    /// By rule; ascending.
    private var places: [[Int]]
    /// By rule: the first place that a later start can still need.
    private var next: [Int]

    /// Tokens of the longest hit in the text.
    private var longestHit = 0

    init(ruleCount: Int) {
        places = Array(repeating: [], count: ruleCount)
        next = Array(repeating: 0, count: ruleCount)
    }

    /// Finds the anchors in a text.
    mutating func fill(_ text: MatchText, _ index: KeyIndex) {
        for rule in places.indices {
            places[rule].removeAll(keepingCapacity: true)
            next[rule] = 0
        }
        longestHit = 0
        for hit in text.hits { longestHit = max(longestHit, Int(hit.end - hit.start)) }
        for token in text.tokens.indices {
            index.forEachRule(at: token, text) { rule in
                if places[rule].last != token { places[rule].append(token) }
            }
        }
    }

    /// Whether an anchor of `rule` is so many tokens after `start`; starts are asked for in ascending order.
    mutating func hasAnchor(_ rule: Int, _ runnable: LinkedTables.Runnable, from start: Int) -> Bool
    {
        while next[rule] < places[rule].count,
            places[rule][next[rule]] < start + runnable.leastAnchorOffset
        {
            next[rule] += 1
        }
        return next[rule] < places[rule].count
            && places[rule][next[rule]] <= start + runnable.mostAnchorOffset
                + runnable.anchorPhrases * longestHit
    }
}
