import Grammar
import Lexicon
import Segmentation
import Synchronization

/// The languages that an extractor reads dates in. What an image holds for others than its own is made ready when the
/// first text in the language comes.
final class LanguageKnowledge: Sendable {
    /// The place of the image's own language in ``languages``.
    static let own = 0

    let languages: [Language]
    /// The places of those that texts may be in, the likeliest first.
    let wanted: [Int]
    private let table: LanguageTable?
    private let identifier: LanguageIdentifier?
    /// What the user adds to the words and rules of every language.
    private let images: [LexiconImage]
    private let rules: RuleProgram?
    private let ready = Mutex<[Int: DateKnowledge]>([:])

    /// - Parameters:
    ///   - images: the one that knows the languages, then the user's.
    ///   - rules: the user's.
    ///   - wanted: the languages that texts may be in, the likeliest first; `nil` for all.
    /// - Throws: ``ExtractorError`` for a language that the image has not, and what is wrong with a damaged image.
    init(
        _ images: [LexiconImage], rules: RuleProgram?, wanted: [Language]?
    ) throws {
        table = try images.first.flatMap { try LanguageTable($0) }
        let languages = table?.languages ?? [.english]
        self.languages = languages
        self.wanted = try (wanted ?? languages).map { language in
            guard let place = languages.firstIndex(of: language) else {
                throw ExtractorError.language(language, known: languages)
            }
            return place
        }
        if self.wanted.isEmpty { throw ExtractorError.noLanguage }
        identifier = table.map { [wanted = self.wanted] in LanguageIdentifier($0, wanted) }
        self.images = Array(images.dropFirst())
        self.rules = rules
        // An image that comes from a file is read whole before it is used.
        if images.first?.isTrusted == false {
            for place in languages.indices.dropFirst() { _ = try knowledge(of: place) }
        }
    }

    /// The language of a text, by its place in ``languages``.
    func language(of tokens: [Token]) -> Int {
        identifier?.language(of: tokens) ?? Self.own
    }

    /// What is known of a language other than the image's own, by its place.
    func knowledge(of language: Int) throws -> DateKnowledge? {
        guard language != Self.own, let table else { return nil }
        return try ready.withLock { ready in
            if let known = ready[language] { return known }
            let image = try table.image(of: language)
            let lexicon = try Lexicon([image] + images)
            let programs = [try RuleProgram(image: image)] + (rules.map { [$0] } ?? [])
            let known = DateKnowledge(
                lexicon: lexicon, rules: programs.map { LinkedRules($0, lexicon: lexicon) })
            ready[language] = known
            return known
        }
    }
}
