import Dragoman
import Interchange
import Segmentation

/// A value that an option may have, where it is one of several.
struct Choice: Sendable {
    let name: String
    /// What it means, in a few words; empty where the name says it.
    var summary = ""

    /// The start of ``summary``, for a menu: what stands in brackets or behind a semicolon is left to the help.
    var brief: String {
        let start = summary.prefix { $0 != "(" && $0 != ";" }
        return String(start.last == " " ? start.dropLast() : start)
    }
}

/// A type whose cases are the values of an option.
protocol OptionChoice: RawRepresentable<String>, CaseIterable {
    /// What the value means, in a few words.
    var summary: String { get }
}

extension OptionChoice {
    static var choices: [Choice] {
        allCases.map { Choice(name: $0.rawValue, summary: $0.summary) }
    }

    /// Reads a value that somebody wrote, in any case.
    ///
    /// - Parameter what: what it was written for, as `value “x” for --output`.
    /// - Throws: ``UsageError``, which names what was meant, or else all that there are.
    init(choice given: some StringProtocol, as what: String) throws(UsageError) {
        let match = Self.allCases.first { $0.rawValue.lowercased() == given.lowercased() }
        guard let match else {
            let names = Self.allCases.map(\.rawValue)
            let hint = Suggestion.text(for: given, among: names)
            let known = hint.isEmpty ? ": " + names.joined(separator: ", ") : hint
            throw UsageError(description: "unknown \(what)\(known)")
        }
        self = match
    }
}

extension InputFormat: OptionChoice {
    var summary: String {
        switch self {
        case .text: "the whole input is one document"
        case .lines: "each line is a document"
        case .jsonl: "each line is a JSON object with the text in one of its members"
        case .html: "the whole input is one page, in which offsets count"
        case .csv: "each row is a document, with the text in one of its columns"
        case .tsv: "the same, with tabulators between the columns"
        case .warc: "each page or text of an archive of the web is a document (WARC, WET)"
        }
    }
}

extension OffsetUnit: OptionChoice {
    var summary: String {
        switch self {
        case .codepoint: "Unicode code points, as Python counts"
        case .utf8: "bytes of UTF-8"
        case .utf16: "code units of UTF-16, as JavaScript and Java count"
        case .grapheme: "characters as a reader sees them"
        }
    }
}

extension DateProfile: OptionChoice {
    var summary: String {
        switch self {
        case .house: "a range is one mention: 1939-45"
        case .timeml: "a range is two, as TimeML has it: 1939 and 45"
        }
    }
}

extension Label: OptionChoice {
    var summary: String {
        switch self {
        case .person: "people"
        case .organization: "organizations"
        case .place: "places"
        case .date: "dates and ranges of dates"
        case .treaty: "treaties"
        case .time: "times of day; only when asked for, as are the next two"
        case .duration: "lengths of time"
        case .set: "what recurs: every Monday"
        }
    }
}

extension Language {
    static var choices: [Choice] { builtIn.map { Choice(name: $0.code) } }
}
