/// Why an extractor cannot be made.
public enum ExtractorError: Error, Equatable, CustomStringConvertible {
    /// `--date` or ``Extractor/Options/date`` is no date of the calendar.
    case date(String)
    /// The weights in an image cannot be read.
    case weights(line: Int, String)
    /// How sure names are, in an image, cannot be read.
    case confidence(line: Int, String)
    /// The lexicon image.
    case lexicon(String)
    /// The compiled rules.
    case rules(String)
    /// ``Extractor/Options/languages`` names one that the lexicon does not have.
    case language(Language, known: [Language])
    /// ``Extractor/Options/languages`` names none.
    case noLanguage

    public var description: String {
        switch self {
        case .date(let text):
            "“\(text)” is no date: give YYYY, YYYY-MM or YYYY-MM-DD of the calendar"
        case .weights(let line, let message): "names.weights:\(line): \(message)"
        case .confidence(let line, let message): "names.confidence:\(line): \(message)"
        case .lexicon(let message): message
        case .rules(let message): "rules: \(message)"
        case .language(let language, let known):
            "no language “\(language)”: \(known.map(\.code).joined(separator: ", "))"
        case .noLanguage: "texts must be in some language: give one at least"
        }
    }
}
