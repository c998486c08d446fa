/// The best way to read a window: a semi-Markov search over spans and labels.
///
/// Every token stands outside or inside one span; the reading with the largest sum wins, and of equal ones the one
/// that ends its first span later, with the earlier label.
package struct NameSearch {
    let scorer: NameScorer
    let weights: NameWeights

    package init(scorer: NameScorer, weights: NameWeights) {
        self.scorer = scorer
        self.weights = weights
    }

    /// The best reading's spans, in order.
    ///
    /// - Parameters:
    ///   - right: the right spans, while fitting.
    ///   - cost: the margin that fitting asks for.
    package func best(
        in window: Range<Int>, right: [Range<Int>: Int] = [:], cost: FittingCost? = nil
    ) -> [NameSpan] {
        let count = window.count
        // sums[i]: best sum of the tokens before i; steps[i]: how it ends.
        var sums = [Float](repeating: 0, count: count + 1)
        var steps = [NameSpan?](repeating: nil, count: count + 1)
        let candidates = spans(in: window, right: right, cost: cost)
        for end in 1...max(count, 1) where end <= count {
            sums[end] = sums[end - 1]
            for candidate in candidates[end] {
                let start = candidate.tokens.lowerBound - window.lowerBound
                let sum = sums[start] + candidate.score
                if sum > sums[end] {
                    sums[end] = sum
                    steps[end] = candidate
                }
            }
        }
        var result: [NameSpan] = []
        var end = count
        while end > 0 {
            if let span = steps[end] {
                result.append(span)
                end = span.tokens.lowerBound - window.lowerBound
            } else {
                end -= 1
            }
        }
        return result.reversed()
    }

    /// The spans of a window that may be names, by where they end, each with its best label.
    private func spans(
        in window: Range<Int>, right: [Range<Int>: Int], cost: FittingCost?
    ) -> [[NameSpan]] {
        var result = [[NameSpan]](repeating: [], count: window.count + 1)
        for start in window where canStart(start) {
            let limit = min(window.upperBound, start + NameWindows.longestName)
            for end in start + 1...limit where canEnd(end - 1) {
                let tokens = start..<end
                var (person, organization, place) = scorer.scores(tokens, weights)
                if let cost {
                    let label = right[tokens]
                    person += label == 0 ? -cost.right : cost.wrong
                    organization += label == 1 ? -cost.right : cost.wrong
                    place += label == 2 ? -cost.right : cost.wrong
                }
                var label = 0
                var score = person
                var second: Float = 0
                for (index, other) in [(1, organization), (2, place)] {
                    if other > score {
                        second = max(second, score)
                        score = other
                        label = index
                    } else {
                        second = max(second, other)
                    }
                }
                if score > 0 {
                    result[end - window.lowerBound].append(
                        NameSpan(tokens: tokens, label: label, score: score, margin: score - second)
                    )
                }
            }
        }
        return result
    }

    /// Whether the search could choose these tokens as a name.
    package func isReachable(_ tokens: Range<Int>) -> Bool {
        tokens.count <= NameWindows.longestName && canStart(tokens.lowerBound)
            && canEnd(tokens.upperBound - 1)
    }

    func canStart(_ index: Int) -> Bool {
        let p = scorer.properties[index]
        return scorer.analyzer.isNameable(p) || p.contains(.hasDigit)
    }

    func canEnd(_ index: Int) -> Bool {
        let p = scorer.properties[index]
        return scorer.analyzer.isNameable(p) || p.contains(.hasDigit)
            || NameWindows.isLegalPeriod(scorer.text, scorer.properties, index)
            || (p.contains(.orgHead) || p.contains(.placeHead) || p.contains(.lower))
                && index > 0 && scorer.analyzer.isNameable(scorer.properties[index - 1])
    }
}

/// What fitting takes from a right span and gives to a wrong one before it looks which is chosen: the margin that it
/// asks for. More for the right ones makes a model that finds more.
package struct FittingCost {
    package var right: Float
    package var wrong: Float

    package init(right: Float, wrong: Float) {
        self.right = right
        self.wrong = wrong
    }
}
