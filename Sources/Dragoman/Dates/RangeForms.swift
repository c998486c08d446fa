import Chronology

/// Ranges and pairs whose second part is cut short.
extension DateReader {
    func years(_ match: DateMatch) -> DateReading? {
        if let isBC = match.word(.era, { $0.isBC }) {
            guard let first = match.number(.a), let second = match.number(.b), first > 0,
                second > 0,
                isBC ? first > second : first < second
            else { return nil }
            return .interval(
                .calendar(.year(isBC ? 1 - first : first), nil, nil),
                .calendar(.year(isBC ? 1 - second : second), nil, nil))
        }
        guard let first = match.year(.a), let written = match.number(.b),
            let tokens = match.tokens(.b)
        else { return nil }
        let token = source.token(tokens.lowerBound)
        let second: Int
        switch token.end - token.start {
        case 1 where written == first % 10 + 1: second = first + 1
        case 2: second = first / 100 * 100 + written
        case 4: second = written
        default: return nil
        }
        guard second > first, second - first < 500 else { return nil }
        return .interval(.calendar(.year(first), nil, nil), .calendar(.year(second), nil, nil))
    }

    func days(_ match: DateMatch) -> DateReading? {
        guard let month = match.month, let first = match.number(.day),
            let second = match.number(.day2), first < second, 1...31 ~= first
        else { return nil }
        if match.hasFalseYear { return nil }
        let from = DatePoint.day(year: match.year(), month: month, day: first)
        let to = DatePoint.day(year: match.year(), month: month, day: second)
        guard from.isValid, to.isValid else { return nil }
        return .interval(.calendar(from, nil, nil), .calendar(to, nil, nil))
    }
    /// Two whole dates, months or years: what one of them leaves out it takes from the other.
    func range(_ match: DateMatch) -> DateReading? {
        guard var from = end(match, .day, .month, .year),
            var to = end(match, .day2, .month2, .year2)
        else { return nil }
        if case .day(let year, nil, let day) = from {
            from = .day(year: year, month: to.month, day: day)
        }
        if case .day(let year, nil, let day) = to {
            to = .day(year: year, month: from.month, day: day)
        }
        // `vom 28. Dezember bis 3. Januar 2019` starts in the year before.
        let turns = (from.month ?? 0) > (to.month ?? 0) ? 1 : 0
        if let year = to.year, from.year == nil { from = from.with(year: year - turns) }
        if let year = from.year, to.year == nil { to = to.with(year: year + turns) }
        guard from.grain == to.grain, from.isValid, to.isValid else { return nil }
        let (first, last) = (
            from.year == nil ? from.with(year: 2000 - turns) : from,
            to.year == nil ? to.with(year: 2000) : to
        )
        guard let start = first.days?.lowerBound, let end = last.days?.lowerBound, start < end
        else { return nil }
        return .interval(.calendar(from, nil, nil), .calendar(to, nil, nil))
    }

    /// The day, month or year that three captures name, as far as they are there.
    private func end(
        _ match: DateMatch, _ day: DateCapture, _ month: DateCapture, _ year: DateCapture
    ) -> DatePoint? {
        let (number, named) = (match.number(day), match.month(month))
        let dated = match.year(year)
        let isRead =
            match.has(day) == (number != nil) && match.has(month) == (named != nil)
            && match.has(year) == (dated != nil)
        guard isRead else { return nil }
        if number != nil { return .day(year: dated, month: named, day: number) }
        if named != nil { return .month(year: dated, named) }
        return dated.map { .year($0) }
    }
}
