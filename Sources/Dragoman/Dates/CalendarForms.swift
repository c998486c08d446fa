import Chronology

/// Days, months and years that stand in the calendar.
extension DateReader {
    func calendar(_ match: DateMatch, isContainer: Bool = false) -> DateReading? {
        let time = match.part
        let selector = match.selector
        let year = match.year()
        if match.has(.year), year == nil { return nil }
        if let season = match.season {
            if let selector, match.grain == .year {
                return .inYear(.season(year: nil, season), selector)
            }
            return .calendar(.season(year: year, season), selector, time)
        }
        guard match.has(.day) else {
            if let weekday = match.weekday { return .weekday(weekday, selector, time) }
            guard match.has(.month) else {
                if let grain = match.grain, let selector { return part(time, selector, grain) }
                return year.map { .calendar(.year($0), selector, time) }
            }
            if let selector, match.grain == .year {
                return match.month.map { .inYear(.month(year: nil, $0), selector) }
            }
            return match.month.map { .calendar(.month(year: year, $0), selector, time) }
        }
        guard let day = match.number(.day), 1...31 ~= day else { return nil }
        let month = match.month
        if match.has(.month), month == nil { return nil }
        let point = DatePoint.day(year: year, month: month, day: day)
        guard point.isValid else { return nil }
        if isContainer, let grain = match.grain {
            return .container(grain, .calendar(point, selector, nil))
        }
        if let selector, match.grain == .year { return .inYear(point, selector) }
        return .calendar(point, selector, time)
    }

    private func part(_ time: TimeOfDay?, _ selector: Selector, _ grain: Grain) -> DateReading? {
        guard grain == .day, let time else { return nil }
        return .part(time, selector)
    }

    func year(_ match: DateMatch) -> DateReading? {
        if let isBC = match.word(.era, { $0.isBC }) {
            guard let number = match.number(.year), number > 0 else { return nil }
            return .calendar(.year(isBC ? 1 - number : number), nil, nil)
        }
        if let year = match.year() { return .calendar(.year(year), nil, nil) }
        // `'89`: the century is that of the anchor, or the last one before it.
        guard let short = match.number(.year), short < 100 else { return nil }
        return .calendar(.year(nil), Selector(offset: short, base: .speech), nil)
    }

    func fiscalYear(_ match: DateMatch) -> DateReading? {
        if let year = match.year() { return .calendar(.year(year), nil, nil) }
        guard let word = match.written(.year), word.utf8.count == 6,
            let year = Int(word.dropFirst(2))
        else { return nil }
        return .calendar(.year(year), nil, nil)
    }

    func slashed(_ match: DateMatch) -> DateReading? {
        if match.has(.month) {
            guard let year = match.year(), let month = match.number(.month),
                let day = match.number(.day), Day(year: year, month: month, day: day) != nil
            else { return nil }
            return .calendar(.day(year: year, month: month, day: day), nil, nil)
        }
        return numericDate(match)?.point.map { .calendar($0, nil, nil) }
    }

    /// The other day that `12/02/2019` may mean.
    func slashedDayFirst(_ match: DateMatch) -> DatePoint? {
        match.has(.month) ? nil : numericDate(match)?.swapped
    }

    private func numericDate(_ match: DateMatch) -> NumericDate? {
        guard let first = match.number(.first), let second = match.number(.second),
            let written = match.number(.year), let digits = match.tokens(.year)
        else { return nil }
        let token = source.token(digits.lowerBound)
        // Two digits stand for 1970 to 2069, as POSIX would have it.
        let isShort = token.end - token.start == 2
        let year = isShort ? (written < 70 ? 2000 : 1900) + written : written
        return NumericDate(first: first, second: second, year: year)
    }

    func holiday(_ match: DateMatch) -> DateReading? {
        guard let feast = match.word(.holiday, { $0.feast }) else { return nil }
        if match.hasFalseYear { return nil }
        return .feast(feast, year: match.year(), match.selector, match.part)
    }
}
