import CICU
import SeededRandom
import Testing

@testable import Segmentation

@Suite("sentence boundaries equal ICU's")
struct SentenceRulesTests {
    private static func ends(
        _ tokens: [Token], _ text: JoinedText, before index: Int
    ) -> Bool {
        tokens.withUnsafeBufferPointer { SentenceFinder.endsSentence($0, text, before: index) }
    }

    /// The tokens that start sentences if ICU's iterator runs over the whole text.
    private func starts(_ buffer: TokenBuffer) throws -> [UInt32] {
        guard !buffer.tokens.isEmpty else { return [] }
        var starts: [UInt32] = [0]
        var lineBreaks = LineBreaks()
        try buffer.utf8.withUnsafeBufferPointer { text in
            try lineBreaks.withJoinedLines(of: text, LineIndex(plainly: text)) { joined in
                var index = 0
                for boundary in try icuBoundaries(CICU_SENTENCES, Array(joined), capacity: 512) {
                    let first = index
                    while index < buffer.tokens.count, buffer.tokens[index].start < boundary.end {
                        index += 1
                    }
                    if index > first, index < buffer.tokens.count,
                        Self.ends(buffer.tokens, joined, before: index)
                    {
                        starts.append(UInt32(index))
                    }
                }
            }
        }
        return starts
    }

    @Test("on random texts", arguments: 0..<40)
    func random(seed: UInt64) throws {
        let segmenter = try Segmenter()
        var generator = SplitMix64(seed: seed)
        var buffer = TokenBuffer()
        for _ in 0..<500 {
            let text = randomText(&generator) + randomText(&generator)
            segmenter.segment(text, into: &buffer)
            #expect(buffer.sentenceStarts == (try starts(buffer)), "\(text.debugDescription)")
        }
    }

    @Test(
        "on texts in which stops are many",
        arguments: [
            "He said “Go.” She went. (It was late.) They left... Then? No! ok. 3.5 m. vs. 4",
            "A.B.C. d. E.) f.\n\nG. “h.” I.j K.L m.N 1.A 2. B 3.a",
            "これは文です。次の文。「引用。」終わり？ はい！", "Что? Да. Нет! «Он ушёл.» Она.\u{2029}Это.",
            "a. \u{301}B. c.\u{301} D?\u{200D} E.\r\nF.\rG.\u{85}H. ",
        ])
    func stops(text: String) throws {
        let segmenter = try Segmenter()
        var buffer = TokenBuffer()
        segmenter.segment(text, into: &buffer)
        #expect(buffer.sentenceStarts == (try starts(buffer)))
    }
}
