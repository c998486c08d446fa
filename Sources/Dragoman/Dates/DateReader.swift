import Chronology
import Grammar
import Lexicon
import Segmentation

/// Reads the matches of the date rules: one family of forms a file.
struct DateReader {
    let text: TokenBuffer
    let hits: HitBuffer
    let lexicon: Lexicon
    let profile: DateProfile

    /// The expressions of all matches that can be read, overlaps settled.
    func expressions(in all: [RuleMatches]) -> [DateExpression] {
        var found: [DateExpression] = numericDates()
        for matches in all {
            for match in matches {
                let rule = matches.rule(of: match)
                guard let label = Label(rawValue: rule.label), label.isTemporal,
                    rule.evidence == nil,
                    rule["profile"].map({ $0 == profile.rawValue }) ?? true
                else { continue }
                let view = DateMatch(
                    text: text, hits: hits, lexicon: lexicon, matches: matches, match: match,
                    rule: rule)
                if let expression = expression(view, label) { found.append(expression) }
            }
        }
        return DateReader.settled(found)
    }

    private func expression(_ match: DateMatch, _ label: Label) -> DateExpression? {
        guard let reading = reading(match) else { return nil }
        var expression = DateExpression(
            tokens: match.match.span, label: label, rule: match.rule.id,
            priority: match.rule.priority, reading: reading, mod: match.mod)
        if case .interval(let first, let second) = reading,
            let a = match.tokens("a"), let b = match.tokens("b")
        {
            expression.parts = [(a, first), (b, second)].map { tokens, reading in
                DateExpression(
                    tokens: tokens, label: label, rule: match.rule.id,
                    priority: match.rule.priority, reading: reading)
            }
            // The first part takes the words before it: `the years 1755–57`.
            expression.parts[0].tokens =
                expression.tokens.lowerBound..<expression.parts[0].tokens.upperBound
        }
        if match.rule["form"] == "slashed" { expression.swapped = slashed(match, dayFirst: true) }
        return expression
    }

    private func reading(_ match: DateMatch) -> DateReading? {
        switch match.rule["form"] {
        case "calendar": calendar(match)
        case "year": year(match)
        case "fiscal": fiscalYear(match)
        case "iso": slashed(match, dayFirst: false)
        case "slashed": slashed(match, dayFirst: false)
        case "years": years(match)
        case "days": days(match)
        case "decade": decade(match)
        case "century": century(match)
        case "season": season(match)
        case "quarter": quarter(match)
        case "half": half(match)
        case "dayword": dayWord(match)
        case "dir": directed(match)
        case "weekday": weekday(match)
        case "offset": offset(match)
        case "nth": nth(match)
        case "then": .then
        case "holiday": holiday(match)
        case "reference": reference(match)
        case "recent": recent(match)
        case "count": duration(match)
        case "longword": longWord(match)
        case "setword", "every", "rate": set(match)
        case "clock": clock(match)
        case "part": match.part.map { .part($0, nil) }
        default: nil
        }
    }

    /// One expression for each stretch of tokens: the longest, of equally long ones that of the higher priority.
    static func settled(_ found: [DateExpression]) -> [DateExpression] {
        let ordered = found.enumerated().sorted { a, b in
            let (x, y) = (a.element, b.element)
            return (-x.tokens.count, -x.priority, x.tokens.lowerBound, a.offset)
                < (-y.tokens.count, -y.priority, y.tokens.lowerBound, b.offset)
        }.map(\.element)
        var taken = Set<Int>()
        var kept: [DateExpression] = []
        for expression in ordered where taken.isDisjoint(with: expression.tokens) {
            taken.formUnion(expression.tokens)
            kept.append(expression)
        }
        return kept.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
}
