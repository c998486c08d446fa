import Chronology

/// What a set says of how often, and where ranges and lengths of time begin and end.
extension DateResolver {
    /// `nil` for most expressions.
    func details(_ reading: DateReading, _ value: TimexValue) -> DateDetails? {
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
        switch extent {
        case .endsAt(let base):
            let end = known(context.point(of: base))
            return (count.flatMap { end?.shifted(by: -$0, grain) }, end)
        case .beginsAt(let base):
            let begin = known(context.point(of: base))
            return (begin, count.flatMap { begin?.shifted(by: $0, grain) })
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
}
