import Chronology

/// Days, months and years that stand in the calendar.
extension DateReader {
    func calendar(_ match: DateMatch, isContainer: Bool = false) -> DateReading? {
        let time = match.part
        let selector = match.selector
        let year = match.has(.era) ? eraYear(match) : match.year() ?? shortYear(match)
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
        if match.has(.era) { return eraYear(match).map { .calendar(.year($0), nil, nil) } }
        if let year = match.year() { return .calendar(.year(year), nil, nil) }
        // `'89`: the century is that of the anchor, or the last one before it.
        guard let short = match.number(.year), short < 100 else { return nil }
        return .calendar(.year(nil), Selector(offset: short, base: .speech), nil)
    }

    /// `44 BC`, as astronomers count.
    private func eraYear(_ match: DateMatch) -> Int? {
        guard let isBC = match.word(.era, { $0.isBC }), let number = match.number(.year), number > 0
        else { return nil }
        return isBC ? 1 - number : number
    }

    /// Two digits stand for 1940 to 2039: more is written of what was than of what will be.
    static func year(ofTwoDigits short: Int) -> Int { (short < 40 ? 2000 : 1900) + short }

    /// The year of two digits in `4-Mar-61`.
    private func shortYear(_ match: DateMatch) -> Int? {
        guard let short = match.number(.year), short < 100, match.has(.day) else { return nil }
        return DateReader.year(ofTwoDigits: short)
    }

    func fiscalYear(_ match: DateMatch) -> DateReading? {
        if let year = match.year() { return .calendar(.year(year), nil, nil) }
        guard let digits = match.written(.year)?.dropFirst(2), let year = Int(digits) else {
            return nil
        }
        switch digits.utf8.count {
        case 2: return .calendar(.year(DateReader.year(ofTwoDigits: year)), nil, nil)
        case 4: return .calendar(.year(year), nil, nil)
        default: return nil
        }
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
        let isShort = token.end - token.start == 2
        let year = isShort ? DateReader.year(ofTwoDigits: written) : written
        return NumericDate(
            first: first, second: second, year: year, isDayFirst: source.rules.customs.isDayFirst)
    }

    /// `the first Monday of March 2018`
    func nthWeekday(_ match: DateMatch) -> DateReading? {
        guard let count = match.word(.nth, { $0.ordinal }), abs(count) <= 5,
            let weekday = match.weekday, !match.hasFalseYear
        else { return nil }
        if let outer = match.grain(.unit2) {
            let selector = match.selector ?? Selector(offset: 0, base: .story)
            return .nthWeekday(count, weekday, .unit(outer, selector))
        }
        guard let month = match.month else { return nil }
        return .feast(.nth(count, weekday, month: month), year: match.year(), nil, nil)
    }

    func holiday(_ match: DateMatch) -> DateReading? {
        guard let feast = match.word(.holiday, { $0.feast }) else { return nil }
        if match.hasFalseYear { return nil }
        let reading = DateReading.feast(feast, year: match.year(), match.selector, match.part)
        return match.grain == .weekend ? .container(.weekend, reading) : reading
    }
}
