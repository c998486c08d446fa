import SeededRandom

/// Writes news that never was: sentences of ``NewsTemplates`` with names, words and dates put in.
///
/// Names come from the lexicon files, so that they are found, and so do ordinary words, as often as English has them.
/// The same files, seed and size give the same texts on every machine.
struct NewsWriter {
    /// What an unnamed run uses.
    static let seed: UInt64 = 20_190_212

    private var random: SplitMix64
    private let bags: [String: WordBag]

    /// - Parameter lexicon: the folder with the lexicon files.
    init(lexicon: String, seed: UInt64 = NewsWriter.seed) throws {
        random = SplitMix64(seed: seed)
        let weighted = { (row: [Substring: Substring]) in Int(row["weight"] ?? "") ?? 1 }
        bags = [
            "given": try WordBag(lexicon, "given-names.tsv", chance: weighted),
            "surname": try WordBag(lexicon, "surnames.tsv", chance: weighted),
            "city": try WordBag(lexicon, "cities.tsv", chance: weighted),
            "country": try WordBag(lexicon, "countries.tsv"),
            "org": try WordBag(lexicon, "organizations.tsv"),
            "treaty": try WordBag(lexicon, "treaties.tsv"),
            "role": try WordBag(lexicon, "roles.tsv") { $0["class"] == "role" ? 1 : 0 },
            "noun": try WordBag(lexicon, ordinary: "word.noun"),
            "verb": try WordBag(lexicon, ordinary: "word.verb"),
            "adj": try WordBag(lexicon, ordinary: "word.adj"),
            "adv": try WordBag(lexicon, ordinary: "word.adv"),
        ]
    }

    /// Stories of 1 to 8 KB, of `size` bytes or a little more together.
    mutating func corpus(_ size: Int) -> Corpus {
        var stories: [String] = []
        var total = 0
        while total < size {
            let story = story(of: 1_000 + random.below(7_000))
            total += story.utf8.count
            stories.append(story)
        }
        return Corpus("news", stories)
    }

    /// A story with a dateline, in paragraphs of one to four sentences.
    private mutating func story(of size: Int) -> String {
        var story = fill(NewsTemplates.dateline)
        while true {
            for sentence in 0...random.below(4) {
                if sentence > 0 { story += " " }
                // Two in five sentences name something.
                let templates =
                    random.below(5) < 2 ? NewsTemplates.telling : NewsTemplates.plain
                story += fill(templates[random.below(templates.count)])
            }
            if story.utf8.count >= size { return story }
            story += "\n\n"
        }
    }

    private mutating func fill(_ template: String) -> String {
        var result = ""
        for (index, part) in template.split(separator: "{", omittingEmptySubsequences: false)
            .enumerated()
        {
            guard index > 0, let end = part.firstIndex(of: "}") else {
                result += part
                continue
            }
            result += word(String(part[..<end])) + part[part.index(after: end)...]
        }
        return result
    }

    /// What is put in for a name in braces.
    private mutating func word(_ name: String) -> String {
        switch name {
        case "person": return draw("given") + " " + draw("surname")
        case "date": return date()
        case "year": return String(1900 + random.below(125))
        case "number": return String(2 + random.below(9_998))
        case "weekday": return NewsTemplates.weekdays[random.below(7)]
        case "agency":
            return NewsTemplates.agencies[random.below(NewsTemplates.agencies.count)]
        default: return draw(name)
        }
    }

    private mutating func draw(_ bag: String) -> String { bags[bag]?.draw(&random) ?? bag }

    /// A day with its year, the American way or the British.
    mutating func date() -> String {
        let day = 1 + random.below(28)
        let month = NewsTemplates.months[random.below(12)]
        let year = 1900 + random.below(125)
        return random.below(2) == 0 ? "\(month) \(day), \(year)" : "\(day) \(month) \(year)"
    }
}
