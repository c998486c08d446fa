import Lexicon

/// How often words, and phrases of a class, are met in running text: what anchors are chosen by.
///
/// Guesses, by a million words. They decide how much work is done, never what matches.
public struct Commonness: Sendable {
    private var words: [String: Double] = [:]
    private var classes: [String: Double] = [:]

    /// Nothing is known but how long words are.
    public init() {}

    /// Takes the frequencies of words from their weights in classes `word` and below, which are Zipf's times 30.
    public init(_ sources: [LexiconSource]) {
        for entry in sources.flatMap(\.entries) where Self.isWord(entry.className) {
            words[entry.name.lowercased()] = Self.perMillion(entry.weight)
        }
        for entry in sources.flatMap(\.entries) {
            let sum = ([entry.name] + entry.aliases).reduce(0) { $0 + frequency(ofPhrase: $1) }
            var name = Substring(entry.className)
            while true {
                classes[String(name), default: 0] += sum
                guard let dot = name.lastIndex(of: ".") else { break }
                name = name[..<dot]
            }
        }
    }

    private static func isWord(_ name: String) -> Bool { name == "word" || name.hasPrefix("word.") }

    /// 10 to the power of weight / 30, of a thousand million.
    private static func perMillion(_ weight: UInt8) -> Double {
        var value = 0.001
        for _ in 0..<weight { value *= 1.079_775_162_4 }
        return value
    }

    private func frequency(ofPhrase phrase: String) -> Double {
        let known = words[phrase.lowercased()]
        let isName = phrase.lowercased() != phrase
        if isName { return (known ?? 1) / 20 }
        return known ?? 0.2
    }

    /// How often a token of a text is met.
    func frequency(of token: String, isExact: Bool) -> Double {
        let isCapitalized = token.utf8.first.map { (0x41...0x5A).contains($0) } ?? false
        let isLetters = token.utf8.contains { (0x61...0x7A).contains($0 | 0x20) || $0 >= 0x80 }
        if token.utf8.contains(where: { (0x30...0x39).contains($0) }) { return 10 }
        if !isLetters { return 20_000 }
        if !words.isEmpty {
            let known = words[token.lowercased()] ?? 1
            return isExact && isCapitalized ? known / 10 : known
        }
        // Frequent words are short (Zipf, 1935).
        let guess: Double = token.utf8.count < 4 ? 2000 : token.utf8.count < 6 ? 500 : 50
        return isExact && isCapitalized ? guess / 10 : guess
    }

    /// How often a phrase of a class is met.
    func frequency(ofClass name: String) -> Double { classes[name] ?? 300 }

    /// How often a token that passes a test is met; nil if too often to be of help.
    func frequency(of test: TokenTest) -> Double? {
        switch test {
        case .decade: return 50
        case .ordinal: return 100
        case .digits, .num: return 3000
        case .prefix: return 1000
        case .suffix: return 10_000
        default: return nil
        }
    }
}
