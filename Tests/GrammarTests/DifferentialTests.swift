import Grammar
import Lexicon
import SeededRandom
import Segmentation
import Testing

/// The machine finds what plain recursion finds.
@Suite struct DifferentialTests {
    @Test(arguments: 0..<16)
    func agreesWithTheNaiveMatcher(seed: Int) throws {
        let workshop = try Workshop()
        var random = SplitMix64(seed: UInt64(seed))
        var compared = 0
        for _ in 0..<40 {
            let pattern = Node.random(depth: 4, captures: true, using: &random)
            let left = context(using: &random)
            let right = context(using: &random)
            let crosses = Bool.random(using: &random)
            var lines = "pattern \(pattern.source)"
            if let left { lines += "\nleft \(left.isNegative ? "not " : "")(\(left.node.source))" }
            if let right {
                lines += "\nright \(right.isNegative ? "not " : "")(\(right.node.source))"
            }
            if crosses { lines += "\nacross sentences" }
            guard let rules = try? workshop.rules(Workshop.file(lines)) else { continue }
            let matcher = Matcher(rules)
            var matches = RuleMatches(rules)
            for _ in 0..<8 {
                let text = sample(using: &random)
                var tokens = TokenBuffer()
                var hits = HitBuffer()
                workshop.read(text, &tokens, &hits)
                matcher.match(tokens, hits: hits, into: &matches)
                let naive = NaiveMatcher(
                    tokens: tokens, hits: hits, lexicon: workshop.lexicon,
                    crossesSentences: crosses)
                let expected = expected(naive, pattern, left, right)
                let found = matches.map { match in
                    shown(match.whole) { matches[match, $0]?.tokens }
                }
                #expect(found == expected, "\(lines)\nin “\(text)”")
                compared += expected.count
            }
        }
        #expect(compared > 50)
    }

    /// Junctions hold few branches: what has more is cut in several.
    @Test(arguments: 0..<6)
    func agreesOnWideChoices(seed: Int) throws {
        let workshop = try Workshop()
        var random = SplitMix64(seed: UInt64(seed) &+ 500)
        var compared = 0
        for _ in 0..<6 {
            let wide = Node.choice(
                (0..<Int.random(in: 20...90, using: &random)).map { _ in
                    .sequence([
                        .random(depth: 1, captures: false, using: &random),
                        .random(depth: 0, captures: false, using: &random),
                    ])
                })
            let pattern = Node.sequence([
                .repeated(.capture("p", wide), 0...1, "?"), .repeated(wide, 1...2, "{1,2}"),
            ])
            guard let rules = try? workshop.rules(Workshop.file("pattern \(pattern.source)"))
            else { continue }
            let matcher = Matcher(rules)
            var matches = RuleMatches(rules)
            for _ in 0..<4 {
                var tokens = TokenBuffer()
                var hits = HitBuffer()
                workshop.read(sample(using: &random), &tokens, &hits)
                matcher.match(tokens, hits: hits, into: &matches)
                let naive = NaiveMatcher(
                    tokens: tokens, hits: hits, lexicon: workshop.lexicon, crossesSentences: false)
                let expected = expected(naive, pattern, nil, nil)
                let found = matches.map { match in
                    shown(match.whole) { matches[match, $0]?.tokens }
                }
                #expect(found == expected)
                compared += expected.count
            }
        }
        #expect(compared > 10)
    }

    private typealias Context = (node: Node, isNegative: Bool)

    private func context(using random: inout SplitMix64) -> Context? {
        guard Int.random(in: 0..<3, using: &random) == 0 else { return nil }
        return (
            .random(depth: 2, captures: false, using: &random), Bool.random(using: &random)
        )
    }

    private func sample(using random: inout SplitMix64) -> String {
        let gaps = [" ", " ", " ", "\n\n", ". ", ""]
        return (0..<Int.random(in: 0...9, using: &random)).map { _ in
            (["a", "b", "c", "A", "B", "C", "."].randomElement(using: &random) ?? "a")
                + (gaps.randomElement(using: &random) ?? " ")
        }.joined()
    }

    private func expected(
        _ naive: NaiveMatcher, _ pattern: Node, _ left: Context?, _ right: Context?
    ) -> [String] {
        naive.tokens.tokens.indices.compactMap { start in
            if let left, naive.holds(left: left.node, before: start) == left.isNegative {
                return nil
            }
            let ways = naive.ways(pattern, from: .init(end: start), origin: start).filter { way in
                right.map { naive.holds(right: $0.node, at: way.end) != $0.isNegative } ?? true
            }
            guard let longest = ways.map(\.end).max(), longest > start,
                let best = ways.first(where: { $0.end == longest })
            else { return nil }
            return shown(start..<longest) { best.captures[$0].flatMap { $0.isEmpty ? nil : $0 } }
        }
    }

    private func shown(_ whole: Range<Int>, _ capture: (String) -> Range<Int>?) -> String {
        let captures = ["p", "q"].map { name in
            "\(name)=\(capture(name).map { "\($0)" } ?? "-")"
        }
        return "\(whole) \(captures.joined(separator: " "))"
    }
}
