/// A day of the proleptic Gregorian calendar, with astronomical years (0 is 1 BC).
///
/// The arithmetic is Howard Hinnant's (chrono-compatible low-level date algorithms): eras of 400 years, which
/// start on 1 March.
public struct Day: Hashable, Sendable, Comparable {
    /// Days since 1970-01-01.
    public var number: Int

    /// The years that values may have: those that are written with four digits.
    public static let years = -9999...9999

    /// The day so many days after 1970-01-01.
    public init(number: Int) { self.number = number }

    /// A day of the calendar; `nil` if there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard Day.years.contains(year), 1...12 ~= month,
            1...Day.count(year: year, month: month) ~= day
        else { return nil }
        self.init(unchecked: year, month, day)
    }

    /// The first day of a month that is known to exist.
    init(unchecked year: Int, _ month: Int, _ day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = Day.floorDivide(shifted, 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Year, month and day.
    public var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = Day.floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// The year, astronomical: 0 is 1 BC.
    public var year: Int { civil.year }
    /// The month, from 1.
    public var month: Int { civil.month }
    /// The day of the month, from 1.
    public var day: Int { civil.day }

    /// The day of the week.
    public var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let index = Day.floorModulo(number + 3, 7)
        return Weekday.allCases[index]
    }

    /// Week of ISO 8601 and the year that it belongs to.
    public var isoWeek: (year: Int, week: Int) {
        let thursday = Day(number: number - (weekday.rawValue - 1) + 3)
        let year = thursday.year
        return (year, (thursday.number - Day(unchecked: year, 1, 1).number) / 7 + 1)
    }

    /// The first day (Monday) of a week of ISO 8601.
    public init(isoYear: Int, week: Int) {
        let fourth = Day(unchecked: isoYear, 1, 4)
        number = fourth.number - (fourth.weekday.rawValue - 1) + (week - 1) * 7
    }

    /// Weeks that a year of ISO 8601 has: 52 or 53.
    public static func weeks(inYear year: Int) -> Int {
        Day(unchecked: year, 12, 28).isoWeek.week
    }

    /// Whether a year has 366 days.
    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Days of a month.
    public static func count(year: Int, month: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether `a` comes before `b`.
    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    /// The day so many days later.
    public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    /// The day so many days earlier.
    public static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
    /// The days from `b` to `a`.
    public static func - (a: Day, b: Day) -> Int { a.number - b.number }

    static func floorDivide(_ a: Int, _ b: Int) -> Int {
        a >= 0 ? a / b : -((b - 1 - a) / b)
    }

    static func floorModulo(_ a: Int, _ b: Int) -> Int { a - floorDivide(a, b) * b }
}

extension Day: CustomStringConvertible {
    /// ISO 8601: `2019-02-12`, `-0043-03-15`.
    public var description: String {
        let (year, month, day) = civil
        if let text = Digits.date(year, month, day) { return text }
        return "\(Digits.isoYear(year))-\(Digits.padded(month, 2))-\(Digits.padded(day, 2))"
    }
}
