import Dragoman
import Grammar
import Lexicon
import Segmentation

/// The rules over texts that are segmented and looked up already.
final class RulesEngine: Engine {
    private let lexicon: Lexicon
    private let segmenter: Segmenter
    private let memory = FormMemory()
    private let matchers: [Matcher]
    private var matches: [RuleMatches]
    private var buffers: [TokenBuffer] = []
    private var hits: [HitBuffer] = []

    init(_ extractor: Extractor) throws {
        let lexicon = extractor.lexicon
        self.lexicon = lexicon
        segmenter = try Segmenter()
        let rules = try lexicon.images.filter { !$0[.rules].isEmpty }.map {
            LinkedRules(try RuleProgram(bytes: $0[.rules]), lexicon: lexicon)
        }
        matchers = rules.map { Matcher($0) }
        matches = rules.map { RuleMatches($0) }
    }

    func run(_ corpus: Corpus, _ watch: inout Stopwatch) throws -> Answer {
        var answer = Answer()
        for batch in corpus.batches {
            segmenter.segment(batch, into: &buffers)
            while hits.count < batch.count { hits.append(HitBuffer()) }
            for index in batch.indices {
                let place = index - batch.startIndex
                lexicon.findHits(in: &buffers[place], into: &hits[place], memory)
            }
            watch.time {
                for place in 0..<batch.count { match(place, &answer) }
            }
        }
        return answer
    }

    private func match(_ place: Int, _ answer: inout Answer) {
        var items = 0
        var digest: UInt64 = 0
        for number in matchers.indices {
            matchers[number].match(buffers[place], hits: hits[place], into: &matches[number])
            items += matches[number].count
            for match in matches[number] {
                digest = Answer.mix(digest, UInt64(match.rule << 32 | match.span.lowerBound))
            }
        }
        answer.add(bytes: buffers[place].utf8.count, items: items, digest: digest)
    }

    /// New matchers find the same, the last text first: nothing is left over from text to text.
    func check(_ answer: Answer, _ corpus: Corpus) throws {
        let other = RulesEngine(like: self)
        var watch = Stopwatch()
        try expect(try other.run(corpus.reversed, &watch), answer, "backward")
    }

    private init(like other: RulesEngine) {
        lexicon = other.lexicon
        segmenter = other.segmenter
        matchers = other.matchers.map { Matcher($0.rules) }
        matches = other.matchers.map { RuleMatches($0.rules) }
    }
}
