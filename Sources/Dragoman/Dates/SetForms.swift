import Chronology

/// What comes again and again.
extension DateReader {
    func set(_ match: DateMatch) -> DateReading? {
        if let value = match.attribute("value", "set", "setword") {
            return TimexValue(value).map(DateReading.value)
        }
        let part = match.part
        if let weekday = match.weekday {
            let day = DatePoint.weekday(year: nil, nil, weekday)
            return .value(part.map { .time(day, $0) } ?? .date(day))
        }
        if let month = match.month { return .value(.date(.month(year: nil, month))) }
        if let season = match.season { return .value(.date(.season(year: nil, season))) }
        if let part { return .value(.time(.day(year: nil, month: nil, day: nil), part)) }
        guard let unit = match.grain.flatMap(TimexDuration.Unit.init) else { return nil }
        return .value(.duration(TimexDuration(interval(match), unit)))
    }

    /// `every two weeks`, `every other day`, `every third year`: how many units lie between.
    private func interval(_ match: DateMatch) -> TimexDuration.Amount {
        guard let tokens = match.tokens("n") else { return 1 }
        if match.word("n") == "other" { return 2 }
        let ordinal = match.attribute("value", over: tokens, "ordword").flatMap { Int($0) }
        return TimexDuration.Amount(ordinal ?? match.number("n") ?? 1)
    }
}
