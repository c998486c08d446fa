import Dragoman

/// The extraction in memory: strings in, documents out.
final class ExtractionEngine: Engine {
    private let extractor: Extractor
    /// How many mentions there must be, where that is known.
    private let mentions: Int?

    /// - Parameter labels: what to ask for; what else is computed is the extractor's business.
    init(_ labels: Set<Label> = Label.standard, mentions: Int? = nil) throws {
        var options = Extractor.Options()
        options.labels = labels
        extractor = try Extractor(options: options)
        self.mentions = mentions
    }

    func run(_ corpus: Corpus, _ watch: inout Stopwatch) throws -> Answer {
        watch.time {
            var answer = Answer()
            for text in corpus.documents { add(extractor.extract(text), to: &answer) }
            return answer
        }
    }

    private func add(_ document: Document, to answer: inout Answer) {
        var digest = UInt64(document.entities.count)
        for mention in document.mentions {
            let range = mention.utf8Range
            digest = Answer.mix(digest, UInt64(range.lowerBound << 32 | range.upperBound))
        }
        answer.add(
            bytes: document.text.utf8.count, items: document.mentions.count, digest: digest)
    }

    /// The documents give the same from the last to the first, and as many mentions as were written.
    func check(_ answer: Answer, _ corpus: Corpus) throws {
        var watch = Stopwatch()
        try expect(try run(corpus.reversed, &watch), answer, "backward")
        if let mentions { try expect(answer.items, mentions, "mentions") }
    }
}
