import Chronology

/// A day with a name, as the lexicon gives it: `12-25`, `11/4/4` (fourth Thursday of November), `05/1/-1` (last Monday
/// of May), `easter-2`, `1944-06-06`.
enum Feast: Equatable {
    case fixed(month: Int, day: Int)
    case nth(Int, Weekday, month: Int)
    case easter(Int)
    case once(Day)

    init?(_ text: String) {
        if text.hasPrefix("easter") {
            guard let days = Int(text.dropFirst(6)) else { return nil }
            self = .easter(days)
            return
        }
        if text.contains("/") {
            let parts = text.split(separator: "/").compactMap { Int($0) }
            guard parts.count == 3, let weekday = Weekday(rawValue: parts[1]) else { return nil }
            self = .nth(parts[2], weekday, month: parts[0])
            return
        }
        let parts = text.split(separator: "-").compactMap { Int($0) }
        if parts.count == 2 {
            self = .fixed(month: parts[0], day: parts[1])
        } else if parts.count == 3, let day = Day(year: parts[0], month: parts[1], day: parts[2]) {
            self = .once(day)
        } else {
            return nil
        }
    }

    /// The day of the feast in a year; a day that was once only ignores the year.
    func day(in year: Int) -> Day? {
        switch self {
        case .fixed(let month, let day): Day(year: year, month: month, day: day)
        case .nth(let count, let weekday, let month):
            Day.nth(count, weekday, year: year, month: month)
        case .easter(let days): Day.easter(year: year).map { $0 + days }
        case .once(let day): day
        }
    }
}
