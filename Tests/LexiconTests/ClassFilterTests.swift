import Segmentation
import Testing

@testable import Lexicon

@Suite struct ClassFilterTests {
    private static let rows = [
        "a\t\tx\tany\t\t", "a b\t\tx\tany\t\t", "b\t\ty\tany\t\t", "c\t\tx\tany\t\t",
        "c\t\tz\tany\t\t", "b d\t\tx\tany\t\t", "e\t\tz\tname\t\t",
    ]

    @Test(arguments: ["x", "y", "z", "unknown"])
    func `It passes over no hit, and of no phrase only over those of other classes`(
        name: String
    ) throws {
        let lexicon = try Lexicon([LexiconImage(image(Self.rows))])
        let segmenter = try Segmenter()
        let classes = lexicon.classes(matching: name)
        let filter = ClassFilter(classes)
        // One memory after another: what was learned with the first says nothing of the second.
        for memory in [FormMemory(), FormMemory(), nil] {
            for seed in 0..<6 {
                var text = TokenBuffer()
                var hits = HitBuffer()
                segmenter.segment(sample(seed), into: &text)
                if let memory {
                    lexicon.findHits(in: &text, into: &hits, memory)
                } else {
                    lexicon.findHits(in: text, into: &hits)
                }
                let count = text.tokens.count
                for range in [0..<count, 3..<count - 1, 60..<70, 64..<64, 63..<65] {
                    var found: [Int] = []
                    filter.forEachStart(in: range, hits) { token, _ in found.append(token) }
                    #expect(found == found.sorted() && found.allSatisfy(range.contains))
                    for token in range {
                        let all = Array(hits.startingAt(token))
                        let isWanted = all.contains { !$0.classes.isDisjoint(with: classes) }
                        let isFound = found.contains(token)
                        #expect(isFound || !isWanted)
                        let isPlain = hits.withView {
                            $0.indexUnlessListed(startingAt: token) != nil
                        }
                        if isPlain { #expect(isFound == isWanted) }
                    }
                }
            }
        }
    }

    private func sample(_ seed: Int) -> String {
        let words = ["a", "b", "c", "d", "E", "e", ".", "f"]
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        return (0..<150).map { _ in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return words[Int(state >> 33) % words.count]
        }.joined(separator: " ")
    }
}
