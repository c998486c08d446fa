import Segmentation

/// Tells in which language a text is written, by the words that every text has: `the`, `und`, `les`, `и`.
///
/// It counts, in the first ``tokensRead`` tokens, the words of each language that the table knows; a name of a month or a day
/// counts for two. The first of the languages is that of the text unless another has more than twice its words, and so many
/// that they are no chance: a title or a sentence quoted does not change it, and a text in a language that is not known is
/// taken for one of the first. A text of the first language is known after some twenty tokens.
struct LanguageIdentifier: Sendable {
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
    func language(of text: TokenBuffer) -> Int {
        let homeBit = UInt32(1) << UInt32(home)
        guard allowed != homeBit else { return home }
        return withUnsafeTemporaryAllocation(
            of: Int.self, capacity: LanguageTable.mostLanguages
        ) { counts in
            counts.initialize(repeating: 0)
            var lead = 0
            for token in text.tokens.prefix(Self.tokensRead) {
                let languages = table.languages(of: token.hash)
                // `E` is an initial more often than the Italian `and`.
                if languages.isEmpty || token.shape == .initial { continue }
                var bits = (languages.common | languages.calendar) & allowed
                if bits == 0 { continue }
                lead += bits & homeBit == 0 ? -1 : 1
                if lead == Self.lead { return home }
                while bits != 0 {
                    let language = bits.trailingZeroBitCount
                    counts[language] += languages.calendar >> UInt32(language) & 1 == 0 ? 1 : 2
                    bits &= bits &- 1
                }
            }
            // Of those with as many words, the first.
            let most = counts.indices.reduce(home) { counts[$1] > counts[$0] ? $1 : $0 }
            let least = max(2, min(text.tokens.count, Self.tokensRead) / Self.leastPart)
            return counts[most] >= max(least, 2 * counts[home] + 1) ? most : home
        }
    }
}
