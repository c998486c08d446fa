/// First and last days.
extension DatePoint {
    /// The days that the point covers; `nil` where a part of it is unknown or out of range.
    public var days: ClosedRange<Day>? {
        guard isValid else { return nil }
        switch self {
        case .millennium(let number): return DatePoint.days(period: number, length: 1000)
        case .century(let number): return DatePoint.days(period: number, length: 100)
        case .decade(let number): return DatePoint.days(period: number, length: 10)
        case .year(let year): return year.map { DatePoint.days(years: $0, count: 1) }
        case .half(let year, let half):
            return year.map { DatePoint.days(year: $0, month: half * 6 - 5, count: 6) }
        case .season(let year, let season):
            return year.map {
                DatePoint.days(
                    year: season == .winter ? $0 - 1 : $0, month: season.firstMonth, count: 3)
            }
        case .quarter(let year?, let quarter?):
            return DatePoint.days(year: year, month: quarter * 3 - 2, count: 3)
        case .month(let year?, let month?):
            return DatePoint.days(year: year, month: month, count: 1)
        case .week(let year?, let week?):
            let monday = Day(isoYear: year, week: week)
            return monday...monday + 6
        case .weekend(let year?, let week?):
            let monday = Day(isoYear: year, week: week)
            return monday + 5...monday + 6
        case .weekday(let year?, let week?, let weekday):
            let day = Day(isoYear: year, week: week) + (weekday.rawValue - 1)
            return day...day
        case .day(let year?, let month?, let day?):
            return Day(year: year, month: month, day: day).map { $0...$0 }
        default: return nil
        }
    }

    /// First and last day as ISO 8601 writes them: ``days`` without the arithmetic for what most points are.
    public var ends: (first: String, last: String)? {
        guard isValid else { return nil }
        switch self {
        case .year(let year?) where year > 0:
            guard let first = Digits.date(year, 1, 1), let last = Digits.date(year, 12, 31) else {
                return nil
            }
            return (first, last)
        case .month(let year?, let month?) where year > 0:
            let count = Day.count(year: year, month: month)
            guard let first = Digits.date(year, month, 1),
                let last = Digits.date(year, month, count)
            else { return nil }
            return (first, last)
        case .day(let year?, let month?, let day?) where year > 0:
            return Digits.date(year, month, day).map { ($0, $0) }
        default:
            guard let days else { return nil }
            let first = days.lowerBound.description
            return (first, days.lowerBound == days.upperBound ? first : days.upperBound.description)
        }
    }

    /// The day, if the point is a known one.
    public var day: Day? {
        grain == .day ? days?.lowerBound : nil
    }

    private static func days(years first: Int, count: Int) -> ClosedRange<Day> {
        Day(unchecked: first, 1, 1)...Day(unchecked: first + count, 1, 1) - 1
    }

    /// Millennia, centuries and decades: those before Christ count backwards from 1 BC.
    private static func days(period: Int, length: Int) -> ClosedRange<Day> {
        if period == 0 {
            // There is no year 0 of our era: the first period has one year less.
            return Day(unchecked: 1, 1, 1)...Day(unchecked: length, 1, 1) - 1
        }
        if period > 0 { return days(years: period * length, count: length) }
        let back = -1 - period
        let first = -(back * length + length - 1) + 1
        let last = back == 0 ? 0 : 1 - back * length
        return Day(unchecked: first, 1, 1)...Day(unchecked: last, 12, 31)
    }

    private static func days(year: Int, month: Int, count: Int) -> ClosedRange<Day> {
        let next = month - 1 + count
        return Day(unchecked: year, month, 1)...Day(
            unchecked: year + next / 12, next % 12 + 1, 1) - 1
    }
}
