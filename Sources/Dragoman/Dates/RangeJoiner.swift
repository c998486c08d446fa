import Chronology
import Segmentation

/// Joins two whole expressions to a range, or takes ranges apart, as the guidelines want it.
struct RangeJoiner {
    let source: DateText
    let profile: DateProfile

    private var text: TokenBuffer { source.text }

    func arranged(_ expressions: [DateExpression]) -> [DateExpression] {
        guard needsArranging(expressions) else { return expressions }
        var result: [DateExpression] = []
        result.reserveCapacity(expressions.count)
        for expression in expressions {
            let isPair = !expression.parts.isEmpty && isConjoined(expression)
            if isPair || (profile == .timeml && !expression.parts.isEmpty) {
                result += expression.parts
            } else if profile == .house, let last = result.last, let joined = join(last, expression)
            {
                result[result.count - 1] = joined
            } else {
                result.append(expression)
            }
        }
        return result
    }

    /// Whether an expression is of two, or two stand as near each other as the ends of a range do.
    private func needsArranging(_ expressions: [DateExpression]) -> Bool {
        var end = -3
        for expression in expressions {
            if !expression.parts.isEmpty || expression.tokens.lowerBound - end <= 2 { return true }
            end = expression.tokens.upperBound
        }
        return false
    }

    /// `May 4 and 9`: two dates; `May 4 and 5` is a stretch of two days.
    private func isConjoined(_ expression: DateExpression) -> Bool {
        guard expression.parts.count == 2,
            case .calendar(let from, _, _) = expression.parts[0].reading,
            case .calendar(let to, _, _) = expression.parts[1].reading
        else { return false }
        let areNear: Bool
        switch (from, to) {
        case (.day(_, _, let first?), .day(_, _, let second?)): areNear = second - first == 1
        case (.century, .century): areNear = false
        default: return false
        }
        let gap = expression.parts[0].tokens.upperBound..<expression.parts[1].tokens.lowerBound
        return !areNear && gap.contains(where: joinsTwo)
            && !isBetween(expression.tokens)
    }

    /// `and`, `or`, or such a word of the language.
    private func joinsTwo(_ token: Int) -> Bool {
        text.says(anyOf: ["and", "or"], at: token) || source.joinsTwo(token)
    }

    private func isBetween(_ tokens: Range<Int>) -> Bool {
        tokens.lowerBound > 0 && text.says("between", at: tokens.lowerBound - 1)
    }

    private func join(_ a: DateExpression, _ b: DateExpression) -> DateExpression? {
        guard a.parts.isEmpty, b.parts.isEmpty,
            let link = link(a.tokens.upperBound, b.tokens.lowerBound)
        else { return nil }
        let isSameGrain: Bool
        switch (a.reading, b.reading) {
        case (.calendar(let from, nil, nil), .calendar(let to, nil, nil)):
            guard isOrdered(from, to) else { return nil }
            isSameGrain = from.grain == to.grain
        case (.weekday(let from, nil, nil), .weekday(let to, nil, nil)):
            // `Friday and Saturday` are two.
            guard from != to, !text.says("and", at: link) else { return nil }
            isSameGrain = true
        default: return nil
        }
        guard
            text.says(anyOf: Self.dashes, at: link)
                || isSameGrain && text.says(anyOf: Self.ends, at: link)
                || isSameGrain && text.says("and", at: link) && isBetween(a.tokens)
        else { return nil }
        return DateExpression(
            tokens: a.tokens.lowerBound..<b.tokens.upperBound, label: .date, rule: "date.range",
            reading: .interval(a.reading, b.reading), parts: [a, b])
    }

    /// The word between two expressions, a comma before it aside.
    private func link(_ start: Int, _ end: Int) -> Int? {
        switch end - start {
        case 1: start
        case 2 where text.says(",", at: start): start + 1
        default: nil
        }
    }

    private static let dashes: [StaticString] = ["-", "–", "—", "through"]
    private static let ends: [StaticString] = ["to", "until", "till"]

    private func isOrdered(_ from: DatePoint, _ to: DatePoint) -> Bool {
        guard let first = from.days, let last = to.days else {
            // A year that the first lacks is that of the second, or the one before.
            return from.year == nil && (from.month == nil) == (to.month == nil)
        }
        return first.lowerBound <= last.upperBound
    }
}
