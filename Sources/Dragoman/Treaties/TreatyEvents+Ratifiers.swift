import Segmentation

/// Who ratified a treaty.
extension TreatyEvents {
    /// `ratified by Peru and Ecuador`, `both Peru and Ecuador have ratified`, `Japan's ratification`, `the Japanese
    /// Diet ratified`; none where the treaty itself stands before the verb: `was ratified`.
    func ratifiers(_ event: Event, _ sentence: Range<Int>) -> [TreatyParties.State] {
        let next = event.token + 1
        if next < sentence.upperBound, source.isAny(.by, next) {
            let reach = next..<min(next + 12, sentence.upperBound)
            let end = reach.first { source.isAny(.stops, $0) } ?? reach.upperBound
            return parties.once(in: next..<end)
        }
        var end = event.token
        while end > sentence.lowerBound, source.isAny([.auxiliary, .adverb], end - 1) {
            if source.isAny(.be, end - 1) { return [] }
            end -= 1
        }
        return chain(endingAt: end, sentence)
    }

    /// The states of a list that ends where the verb begins: `Peru, Chile and Ecuador`.
    private func chain(endingAt end: Int, _ sentence: Range<Int>) -> [TreatyParties.State] {
        var found = parties.states(in: sentence.lowerBound..<end)
        var limit = end
        var first = found.endIndex
        while let state = found.popLast(), isLink(state.tokens.upperBound..<limit) {
            first -= 1
            limit = state.tokens.lowerBound
        }
        return parties.once(in: parties.states(in: sentence.lowerBound..<end)[first...])
    }

    /// Whether nothing stands in a gap but what joins states, or a parliament: `the parliaments of Peru and Ecuador`.
    private func isLink(_ gap: Range<Int>) -> Bool {
        gap.count <= 4
            && gap.allSatisfy {
                source.isAny([.and, .comma, .lead, .legislature], $0)
                    || source.text.tokens[$0].flags.contains(.clitic)
            }
    }
}
