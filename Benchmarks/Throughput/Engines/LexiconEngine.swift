import Dragoman
import Lexicon
import Segmentation

/// Look-up of phrases in texts that are segmented already.
final class LexiconEngine: Engine {
    private let lexicon: Lexicon
    private let segmenter: Segmenter
    private let memory = FormMemory()
    private var buffers: [TokenBuffer] = []
    private var hits = HitBuffer()

    init(_ extractor: Extractor) throws {
        lexicon = extractor.lexicon
        segmenter = try Segmenter()
    }

    func run(_ corpus: Corpus, _ watch: inout Stopwatch) throws -> Answer {
        var answer = Answer()
        for batch in corpus.batches {
            segmenter.segment(batch, into: &buffers)
            watch.time {
                for place in 0..<batch.count {
                    lexicon.findHits(in: &buffers[place], into: &hits, memory)
                    answer.add(
                        bytes: buffers[place].utf8.count, items: hits.phraseCount,
                        digest: UInt64(hits.longest))
                }
            }
        }
        return answer
    }

    /// The look-up that remembers nothing finds the same.
    func check(_ answer: Answer, _ corpus: Corpus) throws {
        var plain = HitBuffer()
        var count = 0
        for batch in corpus.batches {
            segmenter.segment(batch, into: &buffers)
            for place in 0..<batch.count {
                lexicon.findHits(in: &buffers[place], into: &hits, memory)
                lexicon.findHits(in: buffers[place], into: &plain)
                try expect(hits.all(), plain.all(), "hits")
                count += plain.phraseCount
            }
        }
        try expect(answer.items, count, "hits")
    }
}

extension Segmenter {
    /// Segments each text into a buffer of its own, of which there may be more from before.
    func segment(_ texts: ArraySlice<[UInt8]>, into buffers: inout [TokenBuffer]) {
        while buffers.count < texts.count { buffers.append(TokenBuffer()) }
        for (index, text) in texts.enumerated() { segment(text, into: &buffers[index]) }
    }
}
