/// A calendar that texts write dates in, other than the Gregorian one.
///
/// Months are numbered from the first of the year: the Hebrew ones from Tishri as ICU does, Adar I being 6 and Adar 7
/// in every year. The raw values are the names of CLDR, where it has one.
public enum CalendarSystem: String, Sendable, CaseIterable {
    /// The calendar of Caesar, with astronomical years.
    case julian
    /// The Islamic calendar, as published and else by table; by sight of the moon a day may be another one.
    case hijri = "islamic-umalqura"
    /// The Jewish calendar by its rules of today.
    case hebrew
    /// The solar Hijri calendar of Iran by the cycle of 33 years, which is that of the equinox from 1178 to 1633.
    case persian
    /// The calendar of the French Republic, of 12 months and the days that complete the year.
    case republican = "french-republican"

    /// The years in which dates are found.
    public var years: ClosedRange<Int> {
        switch self {
        case .julian: Day.years
        case .hijri: 1...9600
        case .hebrew: 1...9999
        case .persian: 1...9000
        case .republican: 1...14
        }
    }

    /// The day before the first of a month, as ``Day/number``; that of the month after the last is the next year's first.
    /// `nil` for a month that the year lacks.
    private func eve(of month: Int, _ year: Int) -> Int? {
        switch self {
        case .julian: Julian.eve(of: month, year)
        case .hijri: Hijri.eve(of: month, year)
        case .hebrew: Hebrew.eve(of: month, year)
        case .persian: Persian.eve(of: month, year)
        case .republican: Republican.eve(of: month, year)
        }
    }

    /// The number of a year's last month.
    private var lastMonth: Int {
        switch self {
        case .julian, .hijri, .persian: 12
        case .hebrew, .republican: 13
        }
    }

    /// The days of a year, a month or a day; `nil` if the calendar has none such.
    public func days(year: Int, month: Int? = nil, day: Int? = nil) -> ClosedRange<Day>? {
        guard years.contains(year) else { return nil }
        guard let month else {
            guard let first = eve(of: 1, year), let last = eve(of: lastMonth + 1, year) else {
                return nil
            }
            return Day(number: first + 1)...Day(number: last)
        }
        guard 1...lastMonth ~= month, let eve = eve(of: month, year),
            let last = self.eve(of: month + 1, year) ?? self.eve(of: month + 2, year)
        else { return nil }
        guard let day else { return Day(number: eve + 1)...Day(number: last) }
        guard 1...last - eve ~= day else { return nil }
        return Day(number: eve + day)...Day(number: eve + day)
    }
}

/// Months by the Julian calendar.
private enum Julian {
    static func eve(of month: Int, _ year: Int) -> Int? {
        // The last year that is counted has a year after it too.
        let (year, month) = month > 12 ? (year + 1, month - 12) : (year, month)
        return Day(unchecked: year, julianMonth: month, 1).number - 1
    }
}

/// Months by the solar Hijri calendar: six of 31 days, five of 30, and the rest.
private enum Persian {
    static func eve(of month: Int, _ year: Int) -> Int? {
        if month > 12 { return eve(of: 1, year + 1) }
        let before = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6
        // 1 Farvardin 1 was 492,268 days before 1970-01-01.
        return 365 * (year - 1) + (8 * year + 21) / 33 + before - 492_269
    }
}

/// Months by the calendar of the French Republic: of 30 days, and then five or six to the autumn's equinox.
private enum Republican {
    /// The day of September on which the years from 1 on began, 1792 to 1806.
    private static let newYears = [22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23, 23]

    static func eve(of month: Int, _ year: Int) -> Int? {
        let (year, month) = month > 13 ? (year + 1, 1) : (year, month)
        let start = Day(unchecked: 1791 + year, 9, newYears[year - 1])
        return start.number - 1 + 30 * (month - 1)
    }
}
