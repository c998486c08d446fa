import SeededRandom

/// Texts that are hard on one part of the engine.
enum Adversarial {
    /// All capitals: every word could be a name.
    static func capitals(_ news: Corpus) -> Corpus {
        Corpus("capitals", news.documents.map { $0.uppercased() })
    }

    /// All digits, in groups and without.
    static func digits(_ size: Int) -> Corpus {
        var random = SplitMix64(seed: 1)
        var text = ""
        while text.utf8.count < size {
            text += String(random.below(1 << (1 + random.below(40))))
            text += [" ", " ", ", ", ".", "-", "/", "\n"][random.below(7)]
        }
        return Corpus("digits", [text])
    }

    /// Letters without a space, a thousand documents' worth in one word.
    static func unbroken(_ size: Int) -> Corpus {
        var random = SplitMix64(seed: 2)
        let text = (0..<size).map { _ in UInt8(ascii: "a") + UInt8(random.below(26)) }
        return Corpus("no spaces", [String(decoding: text, as: UTF8.self)], isSpaced: false)
    }

    /// Names of the lexicon and nothing between them.
    static func names(_ lexicon: String, _ size: Int) throws -> Corpus {
        let files = [
            "countries.tsv", "cities.tsv", "organizations.tsv", "treaties.tsv", "people.tsv",
            "given-names.tsv", "surnames.tsv",
        ]
        let bags = try files.map { try WordBag(lexicon, $0) }
        var random = SplitMix64(seed: 3)
        return Corpus("names", documents(size) { bags[random.below(bags.count)].draw(&random) })
    }

    /// Nothing but dates, and how many.
    static func dates(_ writer: NewsWriter, _ size: Int) -> (corpus: Corpus, count: Int) {
        var writer = writer
        var count = 0
        let texts = documents(size, separator: "; ") {
            count += 1
            return writer.date()
        }
        return (Corpus("dates", texts), count)
    }

    /// Documents of 5 KB or so, put together of what `next` gives.
    private static func documents(
        _ size: Int, separator: String = " ", next: () -> String
    ) -> [String] {
        var documents: [String] = []
        var total = 0
        while total < size {
            var text = next()
            while text.utf8.count < 5_000 { text += separator + next() }
            total += text.utf8.count
            documents.append(text)
        }
        return documents
    }
}
