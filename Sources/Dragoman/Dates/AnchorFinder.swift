import Chronology

/// The date of writing: given, read from the text, or inferred.
struct AnchorFinder {
    let source: DateText
    let tense: TenseReader

    struct Found {
        var anchor: Anchor
        /// The day, month or year; without a year if that is ambiguous.
        var point: DatePoint
        var hasDateline: Bool
    }

    func find(given: DocumentDate?, _ expressions: [DateExpression]) -> Found? {
        let index = DatelineFinder(text: source.text).find(expressions)
        if let given {
            let anchor = Anchor(
                value: given.point.description, source: .given, why: ["given by the caller"])
            return Found(anchor: anchor, point: given.point, hasDateline: index != nil)
        }
        guard let index, case .calendar(let point, _, _) = expressions[index].reading else {
            return nil
        }
        let quote = "the dateline says “\(source.text.text(of: expressions[index].tokens))”"
        if point.days != nil {
            let anchor = Anchor(value: point.description, source: .dateline, why: [quote])
            return Found(anchor: anchor, point: point, hasDateline: true)
        }
        guard case .day(_, let month?, let day?) = point else { return nil }
        var inference = inference(month, day, expressions, dateline: index)
        var outcome = inference.outcome()
        if outcome.years.count > 1 {
            inference.named = OfficeTerms(source: source).named()
            outcome = inference.outcome()
        }
        let why = [quote] + outcome.why
        guard outcome.years.count == 1, let year = outcome.years.first else {
            let reason =
                outcome.years.isEmpty
                ? "no year fits" : "\(outcome.years.count) years fit, so none is chosen"
            let anchor = Anchor(
                value: point.description, source: .ambiguous, why: why + [reason])
            return Found(anchor: anchor, point: point, hasDateline: true)
        }
        let dated = DatePoint.day(year: year, month: month, day: day)
        let anchor = Anchor(
            value: dated.description, source: .inferred, why: why + ["only \(year) fits"])
        return Found(anchor: anchor, point: dated, hasDateline: true)
    }

    private func inference(
        _ month: Int, _ day: Int, _ expressions: [DateExpression], dateline: Int
    ) -> YearInference {
        var inference = YearInference(month: month, day: day)
        inference.terms = OfficeTerms(source: source).terms()
        let lead = expressions[dateline].tokens.upperBound
        for expression in expressions.dropFirst(dateline + 1) {
            switch expression.reading {
            case .weekday(let weekday, nil, _):
                // The first sentences say on which day the news came.
                guard inference.weekday == nil, expression.tokens.lowerBound < lead + 90 else {
                    break
                }
                let isAhead = tense.direction(around: expression.tokens) == .future
                inference.weekday = (weekday, isAhead)
            case .calendar(let point, nil, _), .interval(.calendar(let point, nil, _), _):
                guard let year = point.year, tense.direction(around: expression.tokens) != .future
                else { break }
                inference.yearsTold.append(year)
            default: break
            }
        }
        return inference
    }
}
