import Chronology

/// What comes again and again.
extension DateReader {
    func set(_ match: DateMatch) -> DateReading? {
        if let value = match.word(.set, { $0.set }) { return .value(value) }
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
        guard match.has(.n) else { return 1 }
        if match.says("other", .n) { return 2 }
        return TimexDuration.Amount(match.word(.n) { $0.ordinal } ?? match.number(.n) ?? 1)
    }
}
