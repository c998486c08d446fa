import Dragoman
import SeededRandom

/// Names or words of a lexicon file, drawn as often as their weight says.
struct WordBag {
    let words: [String]
    /// Sums of the chances up to and with each word.
    private let sums: [Int]

    /// - Parameters:
    ///   - lexicon: the folder with the lexicon files.
    ///   - row: says whether a row, by column name, is wanted, and how often it is drawn.
    init(
        _ lexicon: String, _ file: String, chance: (_ row: [Substring: Substring]) -> Int
    ) throws {
        var words: [String] = []
        var sums: [Int] = []
        var header: [Substring] = []
        for line in try Files.text(at: "\(lexicon)/\(file)").split(separator: "\n")
        where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            if header.isEmpty {
                header = fields
                continue
            }
            let row = Dictionary(zip(header, fields)) { first, _ in first }
            let chance = chance(row)
            if chance > 0 {
                words.append(String(fields[0]))
                sums.append((sums.last ?? 0) + chance)
            }
        }
        guard !words.isEmpty else { throw BenchmarkError("\(lexicon)/\(file) has no words") }
        self.words = words
        self.sums = sums
    }

    /// Each word as often as any other.
    init(_ lexicon: String, _ file: String) throws {
        try self.init(lexicon, file) { _ in 1 }
    }

    /// Words of one class, as often as they occur in English: their weight is 30 times the logarithm of that.
    init(_ lexicon: String, ordinary name: String) throws {
        try self.init(lexicon, "words.tsv") { row in
            guard row["class"] == name[...], let weight = Int(row["weight"] ?? "") else { return 0 }
            // By tenfold steps, so that no rounding of a floating-point function decides.
            var chance = 1
            for _ in 0..<weight / 30 { chance *= 10 }
            return chance * (weight % 30 + 4) / 4
        }
    }

    func draw(_ random: inout SplitMix64) -> String {
        let place = random.below(sums[sums.count - 1])
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > place { high = middle } else { low = middle + 1 }
        }
        return words[low]
    }
}
