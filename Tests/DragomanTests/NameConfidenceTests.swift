import Testing

@testable import Dragoman

@Suite struct `Confidence of names` {
    private let text = """
        # how sure
        label\tmargin\tright\tcount\tconfidence
        PERSON\t0\t5\t10\t0.5
        PERSON\t100\t9\t10\t0.83
        PLACE\t10\t1\t1\t0.67
        """

    @Test(arguments: [
        (0, 0, 0.5), (0, 99, 0.5), (0, 100, 0.83), (0, 5_000, 0.83), (2, 0, 0.67),
        (2, 11, 0.67),
    ])
    func `that of the bin the margin falls in`(_ kind: Int, _ margin: Int, _ value: Double) throws {
        #expect(try NameConfidence(text: text).confidence(kind, margin: margin) == value)
    }

    @Test func `none for a kind that was not measured`() throws {
        #expect(try NameConfidence(text: text).confidence(1, margin: 50) == nil)
    }

    @Test func `lines are read back`() throws {
        let confidence = try NameConfidence(text: text)
        #expect(try NameConfidence(text: confidence.lines()).bins == confidence.bins)
    }

    @Test(arguments: [
        "PERSON\t0\t5\t10", "DATE\t0\t5\t10\t0.5", "PERSON\tx\t5\t10\t0.5",
        "PERSON\t0\t5\t10\t1.5", "PERSON\t9\t5\t10\t0.5\nPERSON\t8\t5\t10\t0.6",
        "PERSON\t8\t5\t10\t0.5\nPERSON\t9\t5\t10\t0.4",
    ])
    func `a bad line is named`(_ lines: String) {
        let number = 1 + lines.split(separator: "\n").count
        #expect {
            try NameConfidence(text: "# bad\n" + lines)
        } throws: { error in
            guard case .confidence(let line, _) = error as? ExtractorError else { return false }
            return line == number
        }
    }

    @Test func `names have it where it was asked for, what has a value of its own has none`() throws
    {
        var options = Extractor.Options()
        let text = "Taro Kono flew to Paris on 3 May 2019. Blinko said the Zork lost."
        #expect(
            try Extractor(options: options).extract(text).mentions.allSatisfy {
                $0.confidence == nil
            })
        options.confidence = true
        let mentions = try Extractor(options: options).extract(text).mentions
        for mention in mentions {
            #expect((mention.confidence != nil) == (mention.label != .date))
        }
        let first = try #require(mentions.first?.confidence)
        #expect(first > 0.9)
        #expect(mentions.contains { $0.confidence ?? 1 < first })
    }

    @Test func `it changes nothing else`() throws {
        var options = Extractor.Options()
        let text =
            "Taro Kono flew to Paris on 3 May 2019 with Kono’s aides, as the Kyoto Protocol asks."
        let plain = try Extractor(options: options).extract(text)
        options.confidence = true
        var document = try Extractor(options: options).extract(text)
        for index in document.mentions.indices { document.mentions[index].confidence = nil }
        #expect(document.mentions == plain.mentions)
        #expect(document.entities == plain.entities)
    }
}
