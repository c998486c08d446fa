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
        if outcome.years.count > 1, !outcome.isContradictory {
            inference.named = OfficeTerms(source: source).named()
            outcome = inference.outcome()
        }
        let why = [quote] + outcome.why
        guard outcome.years.count == 1, let year = outcome.years.first else {
            let reason = "\(outcome.years.count) years fit, so none is chosen"
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
        inference.evidence = OfficeTerms(source: source).terms().map(YearEvidence.office)
        inference.evidence += weekdays(expressions)
        let lead = expressions[dateline].tokens.upperBound
        var order = EventOrder()
        for expression in expressions.dropFirst(dateline + 1) {
            switch expression.reading {
            case .weekday(let weekday, nil, _):
                // The first sentences say on which days the news came.
                guard expression.tokens.lowerBound < lead + 90,
                    !inference.weekdays.contains(where: { $0.day == weekday })
                else { break }
                let isAhead = tense.direction(around: expression.tokens) == .future
                inference.weekdays.append((weekday, isAhead))
            case .calendar(let point, nil, _), .interval(.calendar(let point, nil, _), _):
                let isFuture = tense.direction(around: expression.tokens) == .future
                // `the line of 1971 is to be respected`: what a noun is of may be past.
                if isFuture, !isWhen(expression.tokens) { break }
                order.add(point, isFuture: isFuture)
            default: break
            }
        }
        inference.evidence += order.evidence
        return inference
    }

    /// Whether a date says when something is, and not which.
    private func isWhen(_ tokens: Range<Int>) -> Bool {
        tokens.lowerBound > 0 && source.says(anyOf: Self.before, at: tokens.lowerBound - 1)
    }

    private static let before: [StaticString] = [
        "in", "on", "by", "until", "till", "before", "from",
    ]

    /// More days than say anything new: seven weekdays in leap years and others.
    private static let enough = 14

    /// The days without a year that have their weekday in them or beside them: `Saturday, February 16`.
    private func weekdays(_ expressions: [DateExpression]) -> [YearEvidence] {
        var found: [YearEvidence] = []
        for (index, expression) in expressions.enumerated() where found.count < Self.enough {
            guard case .calendar(.day(nil, let month?, let day?), nil, _) = expression.reading
            else { continue }
            var weekday = source.word(expression.tokens) { $0.weekday }
            if weekday == nil, index > 0,
                case .weekday(let before, nil, _) = expressions[index - 1].reading,
                expression.tokens.lowerBound - expressions[index - 1].tokens.upperBound <= 1
            {
                weekday = before
            }
            guard let weekday else { continue }
            let evidence = YearEvidence.weekday(weekday, month: month, day: day)
            if !found.contains(evidence) { found.append(evidence) }
        }
        return found
    }
}
