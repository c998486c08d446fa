/// The `value` of a TIMEX3 annotation (TimeML 1.2.1), and intervals of two values as ISO 8601 writes them.
public enum TimexValue: Hashable, Sendable {
    /// `2019-02-12`, `2019-W07`, `199`
    case date(DatePoint)
    /// A time of a day; of an unknown day if there is none (`T14:30`).
    case time(DatePoint?, TimeOfDay)
    /// `P3D`
    case duration(TimexDuration)
    /// `PAST_REF`
    case reference(Reference)
    /// `2019-02-15/2019-02-17`: from one to the other, both in it.
    indirect case interval(TimexValue, TimexValue)

    /// Times that are known only by their relation to the present.
    public enum Reference: String, Sendable, CaseIterable {
        /// Before the present.
        case past = "PAST_REF"
        /// Now, as the text sees it.
        case present = "PRESENT_REF"
        /// After the present.
        case future = "FUTURE_REF"
    }

    /// How exact the value is; of an interval, the more exact end. `nil` for durations and references.
    public var grain: Grain? {
        switch self {
        case .date(let point): point.grain
        case .time(_, let time): time.grain
        case .interval(let from, let to): [from.grain, to.grain].compactMap { $0 }.min()
        case .duration, .reference: nil
        }
    }

    /// The days that the value covers or lies in, where they are known.
    public var days: ClosedRange<Day>? {
        switch self {
        case .date(let point): return point.days
        case .time(let point, _): return point?.days
        case .interval(let from, let to):
            guard let first = from.days?.lowerBound, let last = to.days?.upperBound, first <= last
            else { return nil }
            return first...last
        case .duration, .reference: return nil
        }
    }

    /// First and last of ``days``, as ISO 8601 writes them.
    public var ends: (first: String, last: String)? {
        switch self {
        case .date(let point), .time(let point?, _): return point.ends
        case .interval:
            return days.map { ($0.lowerBound.description, $0.upperBound.description) }
        case .time, .duration, .reference: return nil
        }
    }

    /// The point of the calendar, if the value is one or a time of one.
    public var point: DatePoint? {
        switch self {
        case .date(let point): point
        case .time(let point, _): point
        case .duration, .reference, .interval: nil
        }
    }
}

extension TimexValue: CustomStringConvertible {
    /// As TIMEX3 writes it; ``init(_:)`` reads it back.
    public var description: String {
        switch self {
        case .date(let point): point.description
        case .time(let point, let time): (point?.description ?? "") + "T" + time.description
        case .duration(let duration): duration.description
        case .reference(let reference): reference.rawValue
        case .interval(let from, let to): from.description + "/" + to.description
        }
    }
}

extension DatePoint: CustomStringConvertible {
    /// As TIMEX3 writes it: `2019-02-12`, `XXXX-02`, `2019-W07`, `199`, `BC0044`.
    public var description: String {
        if let text = plain { return text }
        switch self {
        case .millennium(let number): return String(number)
        case .century(let number): return DatePoint.period(number, 2)
        case .decade(let number): return DatePoint.period(number, 3)
        default: break
        }
        let prefix = DatePoint.yearText(year)
        switch self {
        case .half(_, let half): return prefix + "-H\(half)"
        case .season(_, let season): return prefix + "-" + season.rawValue
        case .quarter(_, let quarter): return prefix + "-Q" + Digits.padded(quarter, 1)
        case .month(_, let month): return prefix + "-" + Digits.padded(month, 2)
        case .week(_, let week): return prefix + "-W" + Digits.padded(week, 2)
        case .weekend(_, let week): return prefix + "-W" + Digits.padded(week, 2) + "-WE"
        case .weekday(_, let week, let weekday):
            return prefix + "-W" + Digits.padded(week, 2) + "-\(weekday.rawValue)"
        case .day(_, let month, let day):
            return prefix + "-" + Digits.padded(month, 2) + "-" + Digits.padded(day, 2)
        default: return prefix
        }
    }

    /// The text of a day, month or year of our era that is known: it is the same in TIMEX3 and EDTF.
    public var plain: String? {
        switch self {
        case .year(let year?) where year > 0: Digits.date(year)
        case .month(let year?, let month?) where year > 0: Digits.date(year, month)
        case .day(let year?, let month?, let day?) where year > 0: Digits.date(year, month, day)
        default: nil
        }
    }

    /// `2019`, `BC0044` for astronomical -43, `XXXX`.
    private static func yearText(_ year: Int?) -> String {
        guard let year, year <= 0 else { return Digits.padded(year, 4) }
        return "BC" + Digits.padded(1 - year, 4)
    }

    private static func period(_ number: Int, _ width: Int) -> String {
        number < 0 ? "BC" + Digits.padded(-1 - number, width) : Digits.padded(number, width)
    }
}
