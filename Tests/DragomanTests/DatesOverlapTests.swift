import Chronology
import SeededRandom
import Testing

@testable import Dragoman

/// Which of the expressions that overlap stand.
struct DatesOverlapTests {
    /// What the rule says, word by word: the longest first, then the higher priority, then the first.
    private func naive(_ spans: [(tokens: Range<Int>, priority: Int)]) -> [Range<Int>] {
        let ordered = spans.enumerated().sorted { a, b in
            let (x, y) = (a.element, b.element)
            return (-x.tokens.count, -x.priority, x.tokens.lowerBound, a.offset)
                < (-y.tokens.count, -y.priority, y.tokens.lowerBound, b.offset)
        }
        var kept: [Range<Int>] = []
        for (_, span) in ordered where !kept.contains(where: { $0.overlaps(span.tokens) }) {
            kept.append(span.tokens)
        }
        return kept.sorted { $0.lowerBound < $1.lowerBound }
    }

    @Test func `Small and large groups are settled alike`() {
        var random = SplitMix64(seed: 11)
        for round in 0..<200 {
            let count = Int.random(in: 1...(round % 2 == 0 ? 8 : 80), using: &random)
            let spans = (0..<count).map { _ in
                let start = Int.random(in: 0..<60, using: &random)
                let end = start + Int.random(in: 1...6, using: &random)
                return (tokens: start..<end, priority: Int.random(in: 0...2, using: &random))
            }.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
            var overlaps = DateOverlaps()
            for (index, span) in spans.enumerated() {
                overlaps.add(span.tokens, span.priority, .read(index))
            }
            let found = overlaps.settled { origin in
                guard case .read(let index) = origin else { return nil }
                return DateExpression(
                    tokens: spans[index].tokens, label: .date, rule: "", reading: .then)
            }
            #expect(found.map(\.tokens) == naive(spans))
        }
    }

    @Test func `A long chain of dates ends`() {
        let text = String(repeating: "12 May ", count: 3000)
        #expect(DateCase.extractor.extract(text, date: "2019-02-12").mentions.count >= 1500)
    }
}
