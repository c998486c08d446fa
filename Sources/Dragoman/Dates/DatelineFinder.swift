import Chronology
import Segmentation

/// Finds the expression that says when the document was written: `TOKYO, February 12. /TASS/.`,
/// `LONDON, March 5 (Reuters) -`, `Date: 12 February 2019`, or a line near the top that holds only a date.
struct DatelineFinder {
    let text: TokenBuffer

    /// The index of the dateline's date among `expressions`.
    func find(_ expressions: [DateExpression]) -> Int? {
        // A dateline stands before the report; what comes later belongs to another one, quoted.
        let candidates = expressions.indices.filter { index in
            guard case .calendar(let point, nil, _) = expressions[index].reading else {
                return false
            }
            return point.grain == .day && expressions[index].tokens.lowerBound < 400
        }
        return candidates.first { isAfterPlace(expressions[$0].tokens) }
            ?? candidates.first { isHeader(expressions[$0].tokens) }
            ?? candidates.first { isAlone(expressions[$0].tokens) }
    }

    /// Place names in capitals from the start of the line, then the date, then what ends a dateline.
    private func isAfterPlace(_ tokens: Range<Int>) -> Bool {
        let start = lineStart(tokens.lowerBound)
        let before = start..<tokens.lowerBound
        guard 2...12 ~= before.count,
            isMark(before.upperBound - 1, [",", ".", "(", "/", "—", "-"]),
            text.tokens[start].shape == .upper || text.tokens[start].shape == .capitalized,
            before.allSatisfy({ isPartOfPlace($0) })
        else { return false }
        let hasCapitals = before.contains { text.tokens[$0].shape == .upper }
        let after = tokens.upperBound
        guard after < text.tokens.count else { return false }
        let closes = isMark(after, ["(", "/", "—", "–", "-", "_", ":"])
        let stops =
            isMark(after, [".", ","]) && after + 1 < text.tokens.count
            && isMark(after + 1, ["/", "(", "—", "–", "-", "_"])
        return closes || stops || (hasCapitals && isMark(after, [".", ","]))
    }

    private func isPartOfPlace(_ token: Int) -> Bool {
        text.tokens[token].shape.startsWithCapital
            || isMark(token, [",", ".", "-", "/", "(", ")", "’", "'"])
            || ["of", "the", "and", "de", "al"].contains(text.text(at: token))
    }

    /// `Date:`, `Published on`, `Updated:` before the date.
    private func isHeader(_ tokens: Range<Int>) -> Bool {
        let start = lineStart(tokens.lowerBound)
        guard 1...4 ~= tokens.lowerBound - start else { return false }
        return ["date", "published", "updated", "posted", "issued", "released", "sent", "dated"]
            .contains(text.text(at: start).lowercased())
    }

    /// The line holds the date and a time at most.
    private func isAlone(_ tokens: Range<Int>) -> Bool {
        guard tokens.lowerBound < 100, lineStart(tokens.lowerBound) == tokens.lowerBound else {
            return false
        }
        var end = tokens.upperBound
        while end < text.tokens.count, end < tokens.upperBound + 8,
            !text.tokens[end].flags.contains(.lineStart)
        {
            let token = text.tokens[end]
            guard token.flags.contains(.hasDigit) || token.kind == .symbol || token.shape == .upper
            else { return false }
            end += 1
        }
        return end == text.tokens.count || text.tokens[end].flags.contains(.lineStart)
    }

    private func lineStart(_ token: Int) -> Int {
        var start = token
        while start > 0, token - start < 16, !text.tokens[start].flags.contains(.lineStart) {
            start -= 1
        }
        return start
    }

    private func isMark(_ token: Int, _ marks: Set<String>) -> Bool {
        marks.contains(text.text(at: token))
    }
}
