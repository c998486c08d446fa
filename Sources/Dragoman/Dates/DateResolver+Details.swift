import Chronology

/// What a set says of how often, and where ranges and lengths of time begin and end.
extension DateResolver {
    /// `nil` for most expressions.
    func box(_ reading: DateReading, _ value: TimexValue) -> DateValue.Box? {
        switch reading {
        case .set, .span, .written: break
        default: guard case .interval = value else { return nil }
        }
        return details(reading, value).map(DateValue.Box.init)
    }

    private func details(_ reading: DateReading, _ value: TimexValue) -> DateDetails? {
        switch reading {
        case .set(_, nil, nil): nil
        case .set(_, let quant, let freq): DateDetails(quant: quant, freq: freq)
        case .span(let duration, let extent): details(duration, extent)
        case .written(_, _, let written): details(value, written)
        default: details(value, nil)
        }
    }

    private func details(_ value: TimexValue, _ written: CalendarDate?) -> DateDetails? {
        if case .interval(let from, let to) = value {
            return DateDetails(
                beginPoint: from.description, endPoint: to.description, calendar: written)
        }
        return written.map { DateDetails(calendar: $0) }
    }

    private func details(_ duration: TimexDuration, _ extent: Extent) -> DateDetails? {
        let (begin, end) = ends(of: duration, extent)
        if begin == nil, end == nil { return nil }
        return DateDetails(beginPoint: begin?.description, endPoint: end?.description)
    }

    /// The first and last points of a length of time, as far as they are known; that which is counted is as fine as the
    /// unit.
    private func ends(
        of duration: TimexDuration, _ extent: Extent
    ) -> (begin: DatePoint?, end: DatePoint?) {
        let part = duration.parts[0]
        let isPlain = duration.parts.count == 1 && part.amount.fraction.isEmpty
        let grain = part.unit.grain
        let count = isPlain ? part.amount.whole : nil
        func ends(to end: DatePoint?) -> (DatePoint?, DatePoint?) {
            (count.flatMap { end?.shifted(by: -$0, grain) }, end)
        }
        func ends(from begin: DatePoint?) -> (DatePoint?, DatePoint?) {
            (begin, count.flatMap { begin?.shifted(by: $0, grain) })
        }
        switch extent {
        case .endsAt(let base): return ends(to: known(context.point(of: base)))
        case .endsOn(let point): return ends(to: point)
        case .beginsAt(let base): return ends(from: known(context.point(of: base)))
        case .beginsOn(let point): return ends(from: point)
        case .opens(let outer):
            guard grain >= .day, let days = days(of: outer) else { return (nil, nil) }
            let begin = DatePoint.unit(grain, of: days.lowerBound)
            return (begin, count.flatMap { begin.advanced(by: $0 - 1) })
        case .closes(let outer):
            guard grain >= .day, let days = days(of: outer) else { return (nil, nil) }
            let end = DatePoint.unit(grain, of: days.upperBound)
            return (count.flatMap { end.advanced(by: 1 - $0) }, end)
        }
    }

    private func known(_ point: DatePoint?) -> DatePoint? { point?.days == nil ? nil : point }

    private func days(of reading: DateReading) -> ClosedRange<Day>? {
        resolve(reading, 0..<0, clockDay: nil).value.days
    }

    /// Where a length of time lies whose first or last day, or both, are said behind it: `the six months to June 30`,
    /// `three weeks beginning on 5 May`, `three days, from 5 to 7 May`.
    func details(
        of duration: FoundDate, before expression: DateExpression, _ value: TimexValue
    ) -> DateDetails? {
        let gap = duration.tokens.upperBound..<expression.tokens.lowerBound
        guard 1...3 ~= gap.count, !gap.contains(where: startsSentence) else { return nil }
        let link = text.says(",", at: gap.lowerBound) ? gap.lowerBound + 1 : gap.lowerBound
        guard link < gap.upperBound,
            (link + 1..<gap.upperBound).allSatisfy({ text.says(anyOf: Self.prepositions, at: $0) })
        else { return nil }
        if case .interval(let from, let to) = value {
            guard text.says(anyOf: Self.betweens, at: link) else { return nil }
            return DateDetails(beginPoint: from.description, endPoint: to.description)
        }
        guard let point = known(value.point),
            case .duration(let length)? = TimexValue(duration.notation.timex)
        else { return nil }
        if text.says(anyOf: Self.starts, at: link) {
            return details(length, .beginsOn(point))
        }
        return text.says(anyOf: Self.ends, at: link) ? details(length, .endsOn(point)) : nil
    }

    private static let betweens: [StaticString] = ["from", "between", "("]
    private static let starts: [StaticString] = ["starting", "beginning", "commencing"]
    private static let ends: [StaticString] = ["to", "until", "till", "ending", "ended"]
    private static let prepositions: [StaticString] = ["on", "in", "with", "at"]
}
