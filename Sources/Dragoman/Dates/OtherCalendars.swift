import Chronology

/// Dates of other calendars: their days of the Gregorian calendar, and how they were written.
extension DateReader {
    /// `12 Rabi al-Awwal 1441 AH`, `Ramadan 1443`, `18 Brumaire VIII`; `1441 AH` is a year of the rule's calendar.
    func otherCalendar(_ match: DateMatch, _ calendar: CalendarSystem?) -> DateReading? {
        let month = match.word(.month) { $0.calendarMonth }
        guard let system = month?.system ?? calendar,
            let year = match.number(.year) ?? roman(match),
            match.has(.era) || DateReader.years(of: system).contains(year)
        else { return nil }
        return DateReader.written(system, year, month?.number, match.number(.day))
    }

    /// Numbers behind a month that are taken for years where no era is said.
    private static func years(of system: CalendarSystem) -> ClosedRange<Int> {
        switch system {
        case .julian: 1000...2100
        case .hijri: 1200...1600
        case .hebrew: 5000...6999
        case .persian: 1200...1500
        case .republican: 1...14
        }
    }

    private static func written(
        _ system: CalendarSystem, _ year: Int, _ month: Int?, _ day: Int?
    ) -> DateReading? {
        guard let days = system.days(year: year, month: month, day: day) else { return nil }
        let first = DateReading.calendar(DatePoint(days.lowerBound), nil, nil)
        let reading =
            day == nil
            ? .interval(first, .calendar(DatePoint(days.upperBound), nil, nil)) : first
        let grain: Grain = day != nil ? .day : month != nil ? .month : .year
        return .written(
            reading, grain, CalendarDate(name: system.rawValue, year: year, month: month, day: day))
    }

    private func roman(_ match: DateMatch) -> Int? {
        match.written(.roman).flatMap { DateReader.romans.firstIndex(of: $0) }.map { $0 + 1 }
    }

    private static let romans = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv",
    ]

    /// `Showa 20`, `August 15, Showa 20`: the months and days are the Gregorian ones.
    func japanese(_ match: DateMatch) -> DateReading? {
        guard let years = match.word(.calendar, { $0.eraYears }), let count = match.number(.year),
            count > 0, years.contains(years.lowerBound + count - 1)
        else { return nil }
        let year = years.lowerBound + count - 1
        let point: DatePoint
        if match.has(.month) {
            point = .day(year: year, month: match.month, day: match.number(.day))
        } else {
            point = .year(year)
        }
        guard point.days != nil, let era = match.tokens(.calendar) else { return nil }
        let written = CalendarDate(
            name: "japanese", era: source.text(of: era), year: count, month: point.month,
            day: match.number(.day))
        return .written(.calendar(point, nil, nil), point.grain, written)
    }

    /// A day that is said to be one of the Julian calendar.
    func oldStyle(_ match: DateMatch) -> DateReading? {
        guard let year = match.year(), let month = match.month, let day = match.number(.day) else {
            return nil
        }
        return DateReader.written(.julian, year, month, day)
    }

    /// `25 October (7 November) 1917`, `10/22 March 1801`: a day by both calendars, if it is one.
    func twoStyles(_ match: DateMatch) -> DateReading? {
        guard let month = match.month, let day = match.number(.day), let year = match.year(),
            let secondDay = match.number(.day2)
        else { return nil }
        let secondMonth = match.has(.month2) ? match.word(.month2) { $0.month } : month
        guard let secondMonth else { return nil }
        // The year that is said once is that of the later date, or of both.
        let years =
            match.year(.year2).map { [(year, $0)] } ?? [
                (year, year), (year, year - 1), (year, year + 1), (year - 1, year),
            ]
        for (year, secondYear) in years {
            let first = (year, month, day)
            let second = (secondYear, secondMonth, secondDay)
            if let reading = DateReader.same(julian: first, gregorian: second)
                ?? DateReader.same(julian: second, gregorian: first)
            {
                return reading
            }
        }
        return nil
    }

    private static func same(
        julian: (year: Int, month: Int, day: Int), gregorian: (year: Int, month: Int, day: Int)
    ) -> DateReading? {
        guard
            let old = Day(julianYear: julian.year, month: julian.month, day: julian.day),
            old == Day(year: gregorian.year, month: gregorian.month, day: gregorian.day)
        else { return nil }
        return written(.julian, julian.year, julian.month, julian.day)
    }
}
