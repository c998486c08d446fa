/// How fine a stretch of time is, from the finest to the coarsest.
public enum Grain: String, Sendable, CaseIterable, Comparable {
    /// A stretch of the clock.
    case second, minute, hour
    /// A part of a day: morning, night.
    case part
    /// A stretch of the calendar; weeks are those of ISO 8601, seasons three months, halves six.
    case day, weekend, week, month, quarter, season, half, year, decade, century, millennium

    private var rank: Int {
        switch self {
        case .second: 0
        case .minute: 1
        case .hour: 2
        case .part: 3
        case .day: 4
        case .weekend: 5
        case .week: 6
        case .month: 7
        case .quarter: 8
        case .season: 9
        case .half: 10
        case .year: 11
        case .decade: 12
        case .century: 13
        case .millennium: 14
        }
    }

    /// Finer grains come first.
    public static func < (a: Grain, b: Grain) -> Bool { a.rank < b.rank }

    /// Years in one unit; `nil` for what is shorter than a year.
    public var years: Int? {
        switch self {
        case .year: 1
        case .decade: 10
        case .century: 100
        case .millennium: 1000
        default: nil
        }
    }

    /// Months in one unit; `nil` for what is not counted in months.
    public var months: Int? {
        switch self {
        case .month: 1
        case .quarter, .season: 3
        case .half: 6
        default: years.map { $0 * 12 }
        }
    }

    /// Days in one unit, for units of whole days.
    public var days: Int? {
        switch self {
        case .day: 1
        case .week, .weekend: 7
        default: nil
        }
    }
}
