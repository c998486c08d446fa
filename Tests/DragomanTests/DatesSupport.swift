import Dragoman
import Testing

/// A text in which brackets stand around the temporal expressions, and their values in order.
struct DateCase: Sendable, CustomTestStringConvertible {
    var marked: String
    var values: [String]

    init(_ marked: String, _ values: String...) {
        self.marked = marked
        self.values = values
    }

    var testDescription: String { marked }

    /// The text, and the UTF-8 ranges that are marked in it.
    var parsed: (text: String, spans: [Range<Int>]) {
        var text = ""
        var spans: [Range<Int>] = []
        var open = 0
        for character in marked {
            switch character {
            case "[": open = text.utf8.count
            case "]": spans.append(open..<text.utf8.count)
            default: text.append(character)
            }
        }
        return (text, spans)
    }

    /// Checks that an extraction gives just these spans and values.
    func check(
        _ given: Extractor? = nil, date: String? = "2019-02-12", profile: DateProfile = .house,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let (text, spans) = parsed
        let extractor =
            given ?? (profile == .house ? DateCase.extractor : DateCase.timeMLExtractor)
        let document = extractor.extract(text, date: date)
        let found = document.mentions.map { mention in
            "\(document.text(of: mention)) = \(mention.date?.timex ?? "")"
        }
        let bytes = Array(text.utf8)
        let expected = zip(spans, values).map { span, value in
            "\(String(decoding: bytes[span], as: UTF8.self)) = \(value)"
        }
        #expect(spans.count == values.count, "the case itself", sourceLocation: sourceLocation)
        #expect(found == expected, sourceLocation: sourceLocation)
    }

    static let extractor = extractor(.house)
    private static let timeMLExtractor = extractor(.timeml)

    private static func extractor(_ profile: DateProfile) -> Extractor {
        var options = Extractor.Options()
        options.labels = [.date, .time, .duration, .set]
        options.dateProfile = profile
        do { return try Extractor(options: options) } catch { fatalError("\(error)") }
    }
}
