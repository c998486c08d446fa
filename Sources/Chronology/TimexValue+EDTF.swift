/// Extended Date/Time Format, ISO 8601-2:2019 (level 2 for halves and quarters).
extension TimexValue {
    /// The value in EDTF; `nil` for what it cannot say: durations, references, times of no known day.
    ///
    /// - Parameter isApproximate: `circa`, which EDTF marks with `~`.
    public func edtf(isApproximate: Bool = false) -> String? {
        if !isApproximate, case .date(let point) = self { return point.edtf }
        let mark = isApproximate ? "~" : ""
        switch self {
        case .date(let point): return point.edtf.map { $0.contains("/") ? $0 : $0 + mark }
        case .time(let point, let time): return TimexValue.edtf(point, time)
        case .interval(let from, let to):
            guard let first = from.interval?.from, let last = to.interval?.to else { return nil }
            return first + mark + "/" + last + mark
        case .duration, .reference: return nil
        }
    }

    /// A value as the ends of an interval: weeks are intervals themselves.
    private var interval: (from: String, to: String)? {
        switch self {
        case .date(let point), .time(let point?, _):
            guard let text = point.edtf else { return nil }
            let parts = text.split(separator: "/").map(String.init)
            guard let first = parts.first, let last = parts.last else { return nil }
            return (first, last)
        default: return nil
        }
    }

    /// EDTF wants the seconds of a time; a time that has none is a day only.
    private static func edtf(_ point: DatePoint?, _ time: TimeOfDay) -> String? {
        guard let point, let day = point.day else { return point?.edtf }
        guard case .clock(let hour, let minute?, let second?, let zone) = time else {
            return day.description
        }
        let clock = TimeOfDay.clock(hour: hour, minute: minute, second: second, zone: zone)
        return "\(day)T\(clock)"
    }
}

extension DatePoint {
    /// The point in EDTF: `199X`, `19XX`, `2019-21`, `XXXX-02-12`; weeks, and periods up to our era's first, as intervals.
    public var edtf: String? {
        if let text = plain { return text }
        switch self {
        case .millennium(let number) where number > 0: return "\(number)XXX"
        case .century(let number) where number > 0: return Digits.padded(number, 2) + "XX"
        case .decade(let number) where number > 0: return Digits.padded(number, 3) + "X"
        case .millennium, .century, .decade:
            // The first of our era lacks the year 0, which `00XX` has.
            return days.map {
                "\(Digits.isoYear($0.lowerBound.year))/\(Digits.isoYear($0.upperBound.year))"
            }
        case .week, .weekend: return days.map { "\($0.lowerBound)/\($0.upperBound)" }
        case .weekday: return days.map { "\($0.lowerBound)" }
        default: break
        }
        let year = year.map(Digits.isoYear) ?? "XXXX"
        switch self {
        case .half(_, let half): return "\(year)-\(39 + half)"
        case .season(_, let season): return "\(year)-\(season.edtf)"
        case .quarter(_, let quarter): return quarter.map { "\(year)-\(32 + $0)" } ?? year
        case .month(_, let month): return "\(year)-\(Digits.padded(month, 2))"
        case .day(_, let month, let day):
            return "\(year)-\(Digits.padded(month, 2))-\(Digits.padded(day, 2))"
        default: return year
        }
    }
}
