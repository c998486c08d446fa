/// Dates as people write them.
extension TimelineEvent.Date {
    /// `14 August 1924`, `September 2015`, `1940`, `6–9 June 2016`, `December 2015 – February 2016`, `44 BC`.
    var words: String {
        guard let first = CivilDay(earliest), let last = CivilDay(latest) else {
            return HTMLArticle.shortened(timex)
        }
        if first == last { return first.words }
        if first.isYearStart, last.isYearEnd {
            return first.year == last.year
                ? first.yearWords : "\(first.yearWords)–\(last.yearWords)"
        }
        if first.day == 1, last.isMonthEnd {
            return first.monthWords == last.monthWords
                ? first.monthWords : "\(first.monthWords) – \(last.monthWords)"
        }
        if first.monthWords == last.monthWords { return "\(first.day)–\(last.words)" }
        return "\(first.words) – \(last.words)"
    }

    /// What HTML can read: a day, a month or a year of our era.
    var machine: String? {
        guard let first = CivilDay(earliest), let last = CivilDay(latest), first.year > 0 else {
            return nil
        }
        if first == last { return earliest }
        if first.monthWords == last.monthWords {
            return first.day == 1 && last.isMonthEnd ? String(earliest.dropLast(3)) : nil
        }
        return first.isYearStart && last.isYearEnd && first.year == last.year
            ? String(earliest.dropLast(6)) : nil
    }
}

/// A day of the calendar, read from ISO 8601.
private struct CivilDay: Equatable {
    let year: Int
    let month: Int
    let day: Int

    init?(_ iso: String) {
        let isBefore = iso.first == "-"
        let parts = iso.dropFirst(isBefore ? 1 : 0).split(separator: "-").map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            1...12 ~= month, 1...31 ~= day
        else { return nil }
        self.year = isBefore ? -year : year
        self.month = month
        self.day = day
    }

    var isYearStart: Bool { month == 1 && day == 1 }
    var isYearEnd: Bool { month == 12 && day == 31 }

    var isMonthEnd: Bool {
        switch month {
        case 2: day == (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28)
        case 4, 6, 9, 11: day == 30
        default: day == 31
        }
    }

    var words: String { "\(day) \(monthWords)" }
    var monthWords: String { "\(Self.months[month - 1]) \(yearWords)" }
    var yearWords: String { year > 0 ? "\(year)" : "\(1 - year) BC" }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}
