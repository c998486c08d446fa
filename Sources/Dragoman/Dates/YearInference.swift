import Chronology

/// Finds the year of a dateline that has none: the years that everything said of it allows.
///
/// Every ``YearEvidence`` has so many votes for the years that it allows, and those with the most stand. A person who
/// was in office in no other year named is thus taken for a namesake; but where what is said contradicts itself evenly,
/// nothing is chosen. The weekday of the lead, and then who else is named, decide among the years that stand.
struct YearInference {
    /// A term of an office that the text says a person holds.
    struct Term: Hashable {
        var person: String
        var office: String
        var country: String?
        var from: Day
        /// `nil` for one that had not ended when the lexicon was made.
        var to: Day?

        func contains(_ day: Day) -> Bool { from <= day && day <= (to ?? day) }
    }

    /// Month and day of the dateline.
    let month: Int
    let day: Int
    /// What the text says that has to do with the year.
    var evidence: [YearEvidence] = []
    /// The weekdays of which the report's lead speaks, and whether it looks forward to them.
    var weekdays: [(day: Weekday, isAhead: Bool)] = []
    /// The terms of everybody named of whose offices is known, whatever the text calls them.
    var named: [[Term]] = []

    /// Years in which news agencies put datelines on reports.
    private static let years = 1850...2099

    struct Outcome: Equatable {
        /// The years that remain, ascending.
        var years: [Int]
        var why: [String]
        /// Whether what is said cannot all be true, and no more speaks for the one than for the other.
        var isContradictory = false
    }

    func outcome() -> Outcome {
        var outcome = vote()
        if outcome.isContradictory { return outcome }
        if !weekdays.isEmpty { decideByWeekday(&outcome) }
        if outcome.years.count > 1, let best = inOffice(outcome.years) {
            outcome.years = [best.year]
            let said = Set(outcome.why)
            outcome.why += best.terms.map { $0.reason }.filter { !said.contains($0) }
        }
        return outcome
    }

    /// The years for which most speaks.
    private func vote() -> Outcome {
        let days = Self.years.compactMap { Day(year: $0, month: month, day: day) }
        // One told of as past says nothing that the latest does not; all have their vote.
        let votes = days.map { day in
            evidence.reduce(0) { $0 + ($1.allows(day) ? $1.votes : 0) }
        }
        let most = votes.max() ?? 0
        let best = zip(days, votes).filter { $0.1 == most }.map(\.0)
        var outcome = Outcome(years: best.map(\.year), why: [])
        var reasons = evidence
        if let latest = evidence.compactMap(\.told).max(by: { $0.0 < $1.0 }) {
            reasons.removeAll { $0.told.map { $0.0 < latest.0 } ?? false }
        }
        for evidence in reasons {
            let allowed = best.count { evidence.allows($0) }
            if allowed == 0 {
                outcome.why.append("set aside, as more speaks against it: \(evidence.reason)")
            } else {
                outcome.why.append(evidence.reason)
                if allowed < best.count { outcome.isContradictory = true }
            }
        }
        if outcome.isContradictory { outcome.why.append("these contradict each other") }
        return outcome
    }

    /// Leaves the years in which the dateline's day is nearest to the weekdays: on one of them, or the day after what was
    /// or before what will be. On Monday one tells of Sunday and Monday, on Sunday not of the Monday before.
    private func decideByWeekday(_ outcome: inout Outcome) {
        let distances = outcome.years.map { year in
            weekdays.map { weekday, isAhead in
                guard let date = date(in: year) else { return 7 }
                let there = date.nearest(weekday, isAhead ? .future : .past)
                return abs(there - date)
            }
        }
        guard let least = distances.map({ $0.reduce(0, +) }).min() else { return }
        let fitting = outcome.years.indices.filter {
            distances[$0].reduce(0, +) == least && distances[$0].contains { $0 <= 1 }
        }.map { outcome.years[$0] }
        guard let weekday = fitting.first.flatMap({ date(in: $0)?.weekday }) else { return }
        let isExact = weekdays.contains { $0.day == weekday }
        let relation = isExact ? "is a \(weekday)" : "is next to a \(weekdays[0].day)"
        outcome.years = fitting
        outcome.why.append("\(Self.name(month, day)) \(relation) in \(Self.list(fitting))")
    }

    /// The one year in which more of those named were in office than in any other, and their terms. One is enough where
    /// more than a weekday speaks for the years; otherwise it takes two: one may be a person of history.
    private func inOffice(_ years: [Int]) -> (year: Int, terms: [Term])? {
        var best: (year: Int, terms: [Term])?
        var isOnly = true
        for year in years {
            guard let date = date(in: year) else { continue }
            let terms = named.compactMap { terms in terms.first { $0.contains(date) } }
            let most = best?.terms.count ?? 0
            if terms.count > most {
                best = (year, terms)
                isOnly = true
            } else if terms.count == most {
                isOnly = false
            }
        }
        guard isOnly, let best, best.terms.count > 1 || !weekdays.isEmpty && !evidence.isEmpty
        else { return nil }
        return best
    }

    private func date(in year: Int) -> Day? { Day(year: year, month: month, day: day) }

    private static func list(_ years: [Int]) -> String {
        let shown = years.suffix(6).map(String.init).joined(separator: ", ")
        return years.count > 6 ? "…, " + shown : shown
    }

    /// `02-12`
    static func name(_ month: Int, _ day: Int) -> String {
        [month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
    }
}
