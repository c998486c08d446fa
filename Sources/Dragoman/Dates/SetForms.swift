import Chronology

/// What comes again and again.
extension DateReader {
    func set(_ match: DateMatch) -> DateReading? {
        value(match).map { .set($0, quant: quant(match), freq: frequency(match)) }
    }

    /// `every` or `each` as the text says it; words and plurals that name all there are say `every`.
    private func quant(_ match: DateMatch) -> String? {
        if match.span.contains(where: { source.says("each", at: $0) }) { return "EACH" }
        let isEvery =
            match.has(.set) || match.has(.weekday)
            || match.span.contains { source.says("every", at: $0) }
        return isEvery ? "EVERY" : nil
    }

    /// `twice a year` is `2X`, `three days a week` is `3D`.
    private func frequency(_ match: DateMatch) -> String? {
        if let unit = match.grain(.unit2).flatMap(TimexDuration.Unit.init) {
            guard let count = match.number(.n4) else { return nil }
            return
                "\(count * (match.word(.unit2) { $0.unit == nil ? nil : $0.unitCount } ?? 1))\(unit.symbol)"
        }
        guard let tokens = match.tokens(.freq) else { return nil }
        if source.says("once", at: tokens.lowerBound) { return "1X" }
        if source.says("twice", at: tokens.lowerBound) { return "2X" }
        let number = tokens.lowerBound..<tokens.upperBound - 1
        return source.number(number).map { "\($0)X" }
    }

    private func value(_ match: DateMatch) -> TimexValue? {
        if let value = match.word(.set, { $0.set }) { return value }
        let part = match.part
        if let weekday = match.weekday {
            let day = DatePoint.weekday(year: nil, nil, weekday)
            return part.map { .time(day, $0) } ?? .date(day)
        }
        if let month = match.month { return .date(.month(year: nil, month)) }
        if let season = match.season { return .date(.season(year: nil, season)) }
        if let part { return .time(.day(year: nil, month: nil, day: nil), part) }
        guard let unit = match.grain.flatMap(TimexDuration.Unit.init) else { return nil }
        return .duration(TimexDuration(interval(match), unit))
    }

    /// `every two weeks`, `every other day`, `every third year`: how many units lie between.
    private func interval(_ match: DateMatch) -> TimexDuration.Amount {
        guard match.has(.n) else { return 1 }
        if match.says("other", .n) { return 2 }
        return TimexDuration.Amount(match.word(.n) { $0.ordinal } ?? match.number(.n) ?? 1)
    }
}
