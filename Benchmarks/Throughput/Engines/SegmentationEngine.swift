import Segmentation

/// Tokens and sentences, and nothing else.
final class SegmentationEngine: Engine {
    private let segmenter: Segmenter
    private var buffer = TokenBuffer()

    init() throws { segmenter = try Segmenter() }

    func run(_ corpus: Corpus, _ watch: inout Stopwatch) throws -> Answer {
        watch.time {
            var answer = Answer()
            for text in corpus.utf8 {
                segmenter.segment(text, into: &buffer)
                answer.add(
                    bytes: buffer.utf8.count, items: buffer.tokens.count,
                    digest: UInt64(buffer.sentenceStarts.count))
            }
            return answer
        }
    }

    /// All boundaries and their statuses are those that ICU itself gives over UTF-16, and no token is lost.
    func check(_ answer: Answer, _ corpus: Corpus) throws {
        let icu = try ICUEngine(converts: true)
        var tokens = 0
        for text in corpus.utf8 {
            let boundaries = try segmenter.words(text)
            for (ours, theirs) in zip(boundaries, try icu.boundaries(text)) {
                try expect(ours, theirs, "a segment")
            }
            try expect(boundaries.count, try icu.count(text).count, "segments")
            segmenter.segment(text, into: &buffer)
            tokens += buffer.tokens.count
            let words = boundaries.count { $0.status >= 100 }
            let found = buffer.tokens.count { $0.kind != .symbol && !$0.flags.contains(.clitic) }
            try expect(found, words, "words of ICU's that are tokens")
        }
        try expect(answer.items, tokens, "tokens")
    }
}
