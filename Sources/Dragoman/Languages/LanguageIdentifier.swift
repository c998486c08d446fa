import Segmentation

/// Tells in which language a text is written, by the words that every text has: `the`, `und`, `les`, `и`.
///
/// It counts, in the first ``tokensRead`` tokens, the words of each language that the table knows; a name of a month or a day
/// counts for two. The first of the languages is that of the text unless another has more than twice its words, and so many
/// that they are no chance: a title or a sentence quoted does not change it, and a text in a language that is not known is
/// taken for one of the first. A text of the first language is known after some twenty tokens.
final class LanguageIdentifier: Sendable {
    /// Tokens that are looked at.
    static let tokensRead = 512
    /// One of so many tokens at least is a word of the text's language: a fifth of any text is.
    private static let leastPart = 10
    /// So many words more than all others have settle it for the first language.
    private static let lead = 8

    private let table: LanguageTable
    /// The first language, by its place in the table.
    private let home: Int
    /// One bit for each language that a text may be in.
    private let allowed: UInt32

    /// - Parameter languages: by their places in the table; there is at least one.
    init(_ table: LanguageTable, _ languages: [Int]) {
        self.table = table
        home = languages[0]
        allowed = languages.reduce(0) { $0 | 1 << UInt32($1) }
    }

    /// The language of a text, by its place in the table.
    func language(of tokens: [Token]) -> Int {
        guard allowed != 1 << UInt32(home) else { return home }
        return tokens.withUnsafeBufferPointer { tokens in
            let start = UnsafeBufferPointer(rebasing: tokens.prefix(Self.tokensRead))
            let least = max(2, start.count / Self.leastPart)
            return mayBeOther(start, least) ? likeliest(start, least) : home
        }
    }

    /// Whether the words of all other languages together are enough for one of them: mostly they are not, and nothing more
    /// need be counted.
    private func mayBeOther(_ tokens: UnsafeBufferPointer<Token>, _ least: Int) -> Bool {
        let others = allowed & ~(1 << UInt32(home))
        var own = 0
        var other = 0
        for token in tokens {
            let languages = table.languages(of: token.hash)
            if languages.isEmpty || Self.isInitial(token) { continue }
            if languages.count(home) > 0 {
                own += languages.count(home)
                if own - other >= Self.lead { return false }
            }
            if languages.common & others != 0 { other += 1 }
            if languages.calendar & others != 0 { other += 2 }
        }
        return other >= max(least, 2 * own + 1)
    }

    /// The language that has the most words, if they are enough.
    private func likeliest(_ tokens: UnsafeBufferPointer<Token>, _ least: Int) -> Int {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: LanguageTable.mostLanguages) {
            counts in
            counts.initialize(repeating: 0)
            for token in tokens {
                let languages = table.languages(of: token.hash)
                if languages.isEmpty || Self.isInitial(token) { continue }
                for language in counts.indices where allowed >> UInt32(language) & 1 != 0 {
                    counts[language] += languages.count(language)
                }
            }
            // Of those with as many words, the first.
            let most = counts.indices.reduce(home) { counts[$1] > counts[$0] ? $1 : $0 }
            return counts[most] >= max(least, 2 * counts[home] + 1) ? most : home
        }
    }

    /// `E` is an initial more often than the Italian `and`.
    @inline(__always)
    private static func isInitial(_ token: Token) -> Bool { token.shape == .initial }
}
