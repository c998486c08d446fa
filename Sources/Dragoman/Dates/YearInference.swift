import Chronology

/// Finds the year of a dateline that has none: the years that everything said of it allows.
struct YearInference {
    /// A term of an office that the text says a person holds.
    struct Term: Equatable {
        var person: String
        var office: String
        var country: String?
        var from: Day
        /// `nil` for one that had not ended when the lexicon was made.
        var to: Day?
    }

    /// Month and day of the dateline.
    let month: Int
    let day: Int
    /// The weekday of which the report's lead speaks, and whether it looks forward to it.
    var weekday: (day: Weekday, isAhead: Bool)?
    /// The terms of each office-holder named with the office.
    var terms: [[Term]] = []
    /// The terms of everybody named of whose offices is known, whatever the text calls them.
    var named: [[Term]] = []
    /// Years of which the text tells as past.
    var yearsTold: [Int] = []

    /// Years in which news agencies put datelines on reports.
    private static let years = 1850...2099

    struct Outcome: Equatable {
        /// The years that remain, ascending.
        var years: [Int]
        var why: [String]
    }

    func outcome() -> Outcome {
        var why: [String] = []
        var years = Self.years.filter { Day(year: $0, month: month, day: day) != nil }
        let name = "\(Digits.padded(month))-\(Digits.padded(day))"
        for terms in terms {
            let fitting = years.filter { year in
                guard let date = Day(year: year, month: month, day: day) else { return false }
                return terms.contains { $0.from <= date && date <= ($0.to ?? date) }
            }
            // An office-holder who fits no year that is left is another person of that name.
            guard !fitting.isEmpty, let first = terms.first else { continue }
            years = fitting
            why.append(reason(first, terms))
        }
        if let latest = yearsTold.max() {
            let fitting = years.filter { $0 >= latest }
            if !fitting.isEmpty {
                years = fitting
                why.append("\(latest) is the latest year told of")
            }
        }
        if let weekday {
            let exact = years.filter { dayName(of: $0) == weekday.day }
            let near = years.filter { isNear($0, weekday.day, weekday.isAhead) }
            let fitting = exact.isEmpty ? near : exact
            if !fitting.isEmpty {
                let relation = exact.isEmpty ? "is next to" : "is"
                years = fitting
                why.append("\(name) \(relation) a \(weekday.day) in \(list(fitting))")
            }
        }
        if years.count > 1, let best = inOffice(years) {
            years = [best.year]
            why += best.terms.map { reason($0, [$0]) }.filter { !why.contains($0) }
        }
        return Outcome(years: years, why: why)
    }

    /// The one year in which more of those named were in office than in any other, and their terms; one is enough where
    /// the weekday has left few years, otherwise it takes two.
    private func inOffice(_ years: [Int]) -> (year: Int, terms: [Term])? {
        var best: (year: Int, terms: [Term])?
        var isOnly = true
        for year in years {
            guard let date = Day(year: year, month: month, day: day) else { continue }
            let terms = named.compactMap { terms in
                terms.first { $0.from <= date && date <= ($0.to ?? date) }
            }
            let most = best?.terms.count ?? 0
            if terms.count > most {
                best = (year, terms)
                isOnly = true
            } else if terms.count == most {
                isOnly = false
            }
        }
        guard isOnly, let best, best.terms.count > 1 || weekday != nil else { return nil }
        return best
    }

    private func dayName(of year: Int) -> Weekday? {
        Day(year: year, month: month, day: day)?.weekday
    }

    /// A report of the day before, or of the next day if it looks ahead.
    private func isNear(_ year: Int, _ weekday: Weekday, _ isAhead: Bool) -> Bool {
        guard let date = Day(year: year, month: month, day: day) else { return false }
        return (date + (isAhead ? 1 : -1)).weekday == weekday
    }

    private func reason(_ term: Term, _ terms: [Term]) -> String {
        let spans = terms.map { "\($0.from) \($0.to.map { "to \($0)" } ?? "on")" }
        let country = term.country.map { " of \($0)" } ?? ""
        return
            "\(term.person) was \(term.office)\(country) from \(spans.joined(separator: ", from "))"
    }

    private func list(_ years: [Int]) -> String {
        let shown = years.suffix(6).map(String.init).joined(separator: ", ")
        return years.count > 6 ? "…, " + shown : shown
    }

    private enum Digits {
        static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    }
}
