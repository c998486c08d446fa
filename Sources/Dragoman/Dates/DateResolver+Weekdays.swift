import Chronology

/// Weekdays: which of the weeks is meant; and what ends a range.
extension DateResolver {
    /// The day of a weekday: back from the anchor unless the text looks forward.
    func weekday(_ weekday: Weekday, _ selector: Selector?, _ tokens: Range<Int>) -> Resolved {
        let base = selector.map { context.point(of: $0.base) } ?? context.point(of: .speech)
        guard let today = base?.day else {
            return result(.weekday(year: nil, nil, weekday))
        }
        let direction: Direction
        switch selector {
        case .some(let selector) where selector.offset < 0: direction = .before
        case .some(let selector) where selector.offset > 0: direction = .after
        case .some(let selector): direction = selector.base == .speech ? .future : .nearest
        case nil where context.mode == .story && context.story != nil: direction = .future
        case nil:
            let isAhead = tense.direction(around: tokens) == .future
            if !isAhead, let newsDay = context.newsDay {
                return result(DatePoint(newsDay.nearest(weekday, .past)))
            }
            direction = isAhead ? .future : .past
        }
        return result(DatePoint(today.nearest(weekday, direction)))
    }

    /// `Monday through Friday`, `July-September`: the second comes after the first.
    func rangeEnd(
        of index: Int, _ expressions: [DateExpression], _ found: [FoundDate]
    ) -> Resolved? {
        guard index > 0, isRange(expressions[index - 1].tokens, expressions[index].tokens),
            let first = TimexValue(found[index - 1].notation.timex)?.point
        else { return nil }
        switch (expressions[index - 1].reading, expressions[index].reading) {
        case (.weekday(_, nil, _), .weekday(let weekday, nil, let time)):
            return first.day.map { result(DatePoint($0.nearest(weekday, .after))).on(time) }
        case (.calendar(_, nil, _), .calendar(let point, nil, let time)):
            guard point.year == nil, point.grain == first.grain, let days = first.days,
                let last = point.inYear(nearestTo: days, .after)
            else { return nil }
            return result(last).on(time)
        default: return nil
        }
    }

    private func isRange(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        second.lowerBound == first.upperBound + 1
            && text.says(anyOf: Self.rangeLinks, at: first.upperBound)
    }

    private static let rangeLinks: [StaticString] = ["through", "to", "until", "-", "–", "—"]

    /// The day of the news, where it is not that of writing: news is of the day or of the day before, and where an agency's
    /// report opens with what happened six days ago by its weekday, it comes from where the next day has begun.
    func newsDay(_ expressions: [DateExpression]) -> Day? {
        guard context.mode == .news, let today = context.anchor?.day,
            let lead = expressions.first(where: { $0.reading.isWeekday }),
            case .weekday(let weekday, nil, _) = lead.reading,
            lead.tokens.lowerBound < Self.leadLength, today.nearest(weekday, .past) == today + (-6),
            tense.direction(around: lead.tokens) == .past,
            DatelineFinder(text: text).isUndatedReport()
        else { return nil }
        return today + 1
    }

    /// In tokens, the dateline's among them.
    private static let leadLength = 60
}

extension DateReading {
    /// Whether it is a weekday, whatever stands with it.
    fileprivate var isWeekday: Bool {
        if case .weekday = self { return true }
        return false
    }
}
