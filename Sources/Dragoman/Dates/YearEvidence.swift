import Chronology

/// Something said in a text that allows some dates of writing and rules out others.
enum YearEvidence: Equatable {
    /// A person is named with an office, which was held in these terms.
    case office([YearInference.Term])
    /// A time is told of as past: the text was written then or later.
    case past(DatePoint)
    /// A time is looked forward to: the text was written then or before.
    case future(DatePoint)
    /// A day near that of writing has a weekday: `on Saturday, February 16`.
    case weekday(Weekday, month: Int, day: Int)

    /// Tenses mislead sooner than offices and calendars do.
    var votes: Int {
        switch self {
        case .office, .weekday: 2
        case .past, .future: 1
        }
    }

    /// Whether the text can be of a day.
    func allows(_ written: Day) -> Bool {
        switch self {
        case .office(let terms): terms.contains { $0.contains(written) }
        case .past(let point): point.days.map { $0.lowerBound <= written } ?? true
        case .future(let point): point.days.map { written <= $0.upperBound } ?? true
        case .weekday(let weekday, let month, let day):
            // 29 February may be years away; nobody leaves its year out then.
            DatePoint.day(year: nil, month: month, day: day)
                .inYear(nearestTo: written...written, .nearest)?.day
                .map { abs($0 - written) <= 366 && $0.weekday == weekday } ?? false
        }
    }

    /// The first day of a time that is told of as past, and how it is told.
    var told: (Day, DatePoint)? {
        guard case .past(let point) = self, let days = point.days else { return nil }
        return (days.lowerBound, point)
    }

    var reason: String {
        switch self {
        case .office(let terms):
            guard let first = terms.first else { return "" }
            return "\(first.head) from \(terms.map(\.span).joined(separator: ", from "))"
        case .past(let point): return "\(point) is the latest time told of"
        case .future(let point): return "\(point) is told of as to come"
        case .weekday(let weekday, let month, let day):
            return "\(YearInference.name(month, day)) is a \(weekday)"
        }
    }
}

extension YearInference.Term {
    /// `Angela Merkel was Chancellor of DE from 2005-11-22 to 2021-12-08`
    var reason: String { "\(head) from \(span)" }

    fileprivate var head: String {
        "\(person) was \(office)" + (country.map { " of \($0)" } ?? "")
    }

    fileprivate var span: String { "\(from) " + (to.map { "to \($0)" } ?? "on") }
}

/// The times of which a text tells. A year has one vote, however often it is named: that of what says most in it.
struct EventOrder {
    private var past: [Int: DatePoint] = [:]
    private var future: [Int: DatePoint] = [:]

    mutating func add(_ point: DatePoint, isFuture: Bool) {
        guard let year = point.year, let days = point.days else { return }
        if isFuture {
            if let known = future[year]?.days, known.upperBound <= days.upperBound { return }
            future[year] = point
        } else {
            if let known = past[year]?.days, known.lowerBound >= days.lowerBound { return }
            past[year] = point
        }
    }

    /// In the order of the years.
    var evidence: [YearEvidence] {
        past.sorted { $0.key < $1.key }.map { .past($0.value) }
            + future.sorted { $0.key < $1.key }.map { .future($0.value) }
    }
}
