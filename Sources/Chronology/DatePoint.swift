/// A stretch of the calendar that one TIMEX3 value names, from a day to a millennium; parts may be unknown.
///
/// Years are astronomical: 0 is 1 BC.
public enum DatePoint: Hashable, Sendable {
    /// `2`: the years 2000 to 2999.
    case millennium(Int)
    /// `19`: 1900 to 1999. Before Christ the numbers are negative: -1 is 99 to 1 BC (`BC00`).
    case century(Int)
    /// `199`: 1990 to 1999. Before Christ the numbers are negative: -5 is 49 to 40 BC (`BC004`).
    case decade(Int)
    /// `1990`; of no year that is known, `XXXX`.
    case year(Int?)
    /// `1990-H1`: half 1 or 2.
    case half(year: Int?, Int)
    /// `1990-SU`
    case season(year: Int?, Season)
    /// `1990-Q3`, `XXXX-QX`: quarter 1 to 4.
    case quarter(year: Int?, Int?)
    /// `1990-07`, `XXXX-07`: month 1 to 12.
    case month(year: Int?, Int?)
    /// `1990-W30`: a week of ISO 8601, 1 to 53.
    case week(year: Int?, Int?)
    /// `1990-W30-WE`: the weekend of such a week.
    case weekend(year: Int?, Int?)
    /// A weekday of a week of ISO 8601 that may be unknown: `XXXX-WXX-5`.
    case weekday(year: Int?, Int?, Weekday)
    /// `1990-07-25`, `XXXX-07-25`
    case day(year: Int?, month: Int?, day: Int?)

    /// A known day.
    public init(_ day: Day) {
        let (year, month, number) = day.civil
        self = .day(year: year, month: month, day: number)
    }

    /// How long a stretch it is.
    public var grain: Grain {
        switch self {
        case .millennium: .millennium
        case .century: .century
        case .decade: .decade
        case .year: .year
        case .half: .half
        case .season: .season
        case .quarter: .quarter
        case .month: .month
        case .week: .week
        case .weekend: .weekend
        case .weekday, .day: .day
        }
    }

    /// The year, if it is known and the point is not coarser.
    public var year: Int? {
        switch self {
        case .millennium, .century, .decade: nil
        case .year(let year), .half(let year, _), .season(let year, _), .quarter(let year, _),
            .month(let year, _), .week(let year, _), .weekend(let year, _),
            .weekday(let year, _, _), .day(let year, _, _):
            year
        }
    }

    /// The same point in another year.
    public func with(year: Int?) -> DatePoint {
        switch self {
        case .millennium, .century, .decade: self
        case .year: .year(year)
        case .half(_, let half): .half(year: year, half)
        case .season(_, let season): .season(year: year, season)
        case .quarter(_, let quarter): .quarter(year: year, quarter)
        case .month(_, let month): .month(year: year, month)
        case .week(_, let week): .week(year: year, week)
        case .weekend(_, let week): .weekend(year: year, week)
        case .weekday(_, let week, let weekday): .weekday(year: year, week, weekday)
        case .day(_, let month, let day): .day(year: year, month: month, day: day)
        }
    }

    /// The month, if it is known and the point is not coarser.
    public var month: Int? {
        switch self {
        case .month(_, let month), .day(_, let month, _): month
        default: nil
        }
    }

    /// Whether the calendar has the point: no 30 February, no week 54.
    public var isValid: Bool {
        if let year, !Day.years.contains(year) { return false }
        switch self {
        case .millennium(let number): return 0...9 ~= number
        case .century(let number): return -100...99 ~= number
        case .decade(let number): return -1000...999 ~= number
        case .year, .season: return true
        case .half(_, let half): return 1...2 ~= half
        case .quarter(_, let quarter): return 1...4 ~= quarter ?? 1
        case .month(_, let month): return 1...12 ~= month ?? 1
        case .week(let year, let week), .weekend(let year, let week),
            .weekday(let year, let week, _):
            return 1...(year.map(Day.weeks) ?? 53) ~= week ?? 1
        case .day(let year, let month, let day):
            guard 1...12 ~= month ?? 1 else { return false }
            let count = month.map { Day.count(year: year ?? 2000, month: $0) } ?? 31
            return 1...count ~= day ?? 1
        }
    }
}
