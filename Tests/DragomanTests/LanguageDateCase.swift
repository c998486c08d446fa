import Dragoman
import Synchronization
import Testing

extension DateCase {
    /// Checks an extraction from a text that is known to be in a language.
    func check(
        in language: Language, date: String? = "2019-02-12",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        check(try Self.extractor(language), date: date, sourceLocation: sourceLocation)
    }

    private static let extractors = Mutex<[Language: Extractor]>([:])

    /// One for all cases of a language.
    static func extractor(_ language: Language) throws -> Extractor {
        try extractors.withLock { extractors in
            if let extractor = extractors[language] { return extractor }
            var options = Extractor.Options()
            options.labels = [.date, .time, .duration, .set]
            options.languages = [language]
            let extractor = try Extractor(options: options)
            extractors[language] = extractor
            return extractor
        }
    }
}
