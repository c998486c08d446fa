import Chronology
import Segmentation

/// Finds the expression that says when the document was written: `TOKYO, February 12. /TASS/.`,
/// `LONDON, March 5 (Reuters) -`, `Date: 12 February 2019`, or a line near the top that holds only a date.
struct DatelineFinder {
    let text: TokenBuffer

    /// The index of the dateline's date among `expressions`.
    func find(_ expressions: [DateExpression]) -> Int? {
        var header: Int?
        var alone: Int?
        for (index, expression) in expressions.enumerated() {
            // A dateline stands before the report; what comes later belongs to another one, quoted.
            guard expression.tokens.lowerBound < 400 else { break }
            guard case .calendar(let point, nil, _) = expression.reading, point.grain == .day else {
                continue
            }
            if isAfterPlace(expression.tokens) { return index }
            if header == nil, isHeader(expression.tokens) { header = index }
            if alone == nil, isAlone(expression.tokens) { alone = index }
        }
        return header ?? alone
    }

    /// Place names in capitals from the start of the line, then the date, then what ends a dateline.
    private func isAfterPlace(_ tokens: Range<Int>) -> Bool {
        let start = lineStart(tokens.lowerBound)
        let before = start..<tokens.lowerBound
        guard 2...12 ~= before.count,
            text.says(anyOf: Self.beforeDate, at: before.upperBound - 1),
            text.tokens[start].shape.startsWithCapital || text.says(anyOf: Self.opening, at: start),
            before.allSatisfy({ isPartOfPlace($0) })
        else { return false }
        let hasCapitals = before.contains { text.tokens[$0].shape == .upper }
        let after = tokens.upperBound
        guard after < text.tokens.count else { return false }
        let closes = text.says(anyOf: Self.opening, at: after) || text.says(":", at: after)
        let stops =
            isStop(after) && after + 1 < text.tokens.count
            && text.says(anyOf: Self.opening, at: after + 1)
        return closes || stops || (hasCapitals && isStop(after))
    }

    /// Whether the text is a report whose dateline has no date: `WASHINGTON (AP) —`.
    func isUndatedReport() -> Bool {
        var start = 0
        while start < min(text.tokens.count, 60) {
            if text.has(.lineStart, at: start), text.tokens[start].shape.startsWithCapital {
                var end = start
                while end < min(text.tokens.count, start + 8), isPartOfPlace(end) {
                    if text.says(")", at: end) || text.says("/", at: end), end > start + 2,
                        end + 1 < text.tokens.count,
                        text.says(anyOf: ["-", "—", "–", "_"], at: end + 1)
                    {
                        return true
                    }
                    end += 1
                }
            }
            start += 1
        }
        return false
    }

    private func isPartOfPlace(_ token: Int) -> Bool {
        text.tokens[token].shape.startsWithCapital
            || text.says(anyOf: Self.inPlace, at: token)
    }

    /// `Date:`, `Published on`, `Updated:` before the date.
    private func isHeader(_ tokens: Range<Int>) -> Bool {
        let start = lineStart(tokens.lowerBound)
        guard 1...4 ~= tokens.lowerBound - start else { return false }
        return text.says(anyOf: Self.headers, at: start)
    }

    /// The line holds the date and a time at most.
    private func isAlone(_ tokens: Range<Int>) -> Bool {
        guard tokens.lowerBound < 100, lineStart(tokens.lowerBound) == tokens.lowerBound else {
            return false
        }
        var end = tokens.upperBound
        while end < text.tokens.count, end < tokens.upperBound + 8,
            !text.has(.lineStart, at: end)
        {
            let token = text.tokens[end]
            guard token.flags.contains(.hasDigit) || token.kind == .symbol || token.shape == .upper
            else { return false }
            end += 1
        }
        return end == text.tokens.count || text.has(.lineStart, at: end)
    }

    private func lineStart(_ token: Int) -> Int {
        var start = token
        while start > 0, token - start < 16, !text.has(.lineStart, at: start) {
            start -= 1
        }
        return start
    }

    private func isStop(_ token: Int) -> Bool { text.says(anyOf: [".", ","], at: token) }

    private static let beforeDate: [StaticString] = [",", ".", "(", "/", "—", "-"]
    private static let opening: [StaticString] = ["(", "/", "—", "–", "-", "_"]
    private static let inPlace: [StaticString] = [
        ",", ".", "-", "/", "(", ")", "’", "'", "of", "the", "and", "de", "al",
    ]
    private static let headers: [StaticString] = [
        "date", "published", "updated", "posted", "issued", "released", "sent", "dated",
    ]
}
