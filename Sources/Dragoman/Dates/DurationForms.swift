import Chronology

/// Lengths of time.
extension DateReader {
    func duration(_ match: DateMatch, isHyphened: Bool) -> DateReading? {
        guard let unit = durationUnit(match, .unit) else { return nil }
        var amount: TimexDuration.Amount
        if match.has(.one) || (!match.has(.n) && isSingular(match)) {
            amount = 1
        } else if match.has(.n) {
            guard let read = match.amount(.n) else { return nil }
            amount = read
        } else {
            amount = .unknown
        }
        if match.has(.extra) || isHyphened && isAndHalf(match) { amount.fraction = "5" }
        if let fraction = fraction(match) {
            return withFraction(fraction, amount, unit).map { .value(.duration($0)) }
        }
        if let whole = amount.whole, match.unitCount > 1 {
            amount = TimexDuration.Amount(whole * match.unitCount)
        }
        var parts = DateReader.parts(amount, unit)
        if match.has(.n4) {
            guard let second = match.amount(.n4), let unit2 = durationUnit(match, .unit2),
                unit2 != unit
            else { return nil }
            parts.append(TimexDuration.Part(second, unit2))
        }
        let duration = TimexDuration(parts)
        return extent(match).map { .span(duration, $0) } ?? .value(.duration(duration))
    }

    /// Where `the past five years` and `the first ten months of 1915` lie.
    private func extent(_ match: DateMatch) -> Extent? {
        guard let direction = match.tokens(.dir) else { return nil }
        if match.has(.month) || match.has(.year) {
            let month = match.month.map { DatePoint.month(year: match.year(), $0) }
            guard let point = month ?? match.year().map({ .year($0) }) else { return nil }
            let outer = DateReading.calendar(point, nil, nil)
            if source.says("first", at: direction.lowerBound) { return .opens(outer) }
            return source.says(anyOf: ["last", "final"], at: direction.lowerBound)
                ? .closes(outer) : nil
        }
        // `the last three years of the war`
        let after = match.span.upperBound
        if after < source.text.tokens.count, source.says("of", at: after) { return nil }
        guard let selector = match.word(.dir, { $0.selector }), selector.offset != 0 else {
            return nil
        }
        return selector.offset < 0 ? .endsAt(selector.base) : .beginsAt(selector.base)
    }

    /// Halves of hours are minutes, halves of centuries and decades are years.
    private static func parts(
        _ amount: TimexDuration.Amount, _ unit: TimexDuration.Unit
    ) -> [TimexDuration.Part] {
        guard let whole = amount.whole, amount.fraction == "5" else {
            return [TimexDuration.Part(amount, unit)]
        }
        switch unit {
        case .hours:
            let half = TimexDuration.Part(30, .minutes)
            return whole == 0
                ? [half] : [TimexDuration.Part(TimexDuration.Amount(whole), .hours), half]
        case .centuries:
            return [TimexDuration.Part(TimexDuration.Amount(whole * 100 + 50), .years)]
        case .decades:
            return [TimexDuration.Part(TimexDuration.Amount(whole * 10 + 5), .years)]
        default: return [TimexDuration.Part(amount, unit)]
        }
    }

    /// `half-hour`
    func halves(_ match: DateMatch) -> DateReading? {
        durationUnit(match, .unit).map {
            .value(.duration(TimexDuration(DateReader.parts(.init(0, fraction: "5"), $0))))
        }
    }

    /// `a quarter of an hour`, `a quarter century`
    func quarters(_ match: DateMatch) -> DateReading? {
        let count = match.has(.n) ? 3 : 1
        switch match.grain {
        case .hour: return .value(.duration(TimexDuration(.init(count * 15), .minutes)))
        case .century: return .value(.duration(TimexDuration(.init(count * 25), .years)))
        default: return nil
        }
    }

    private func durationUnit(_ match: DateMatch, _ capture: DateCapture) -> TimexDuration.Unit? {
        match.grain(capture).flatMap(TimexDuration.Unit.init)
    }

    /// `the past year`, `month-long`: no number and a unit in the singular.
    private func isSingular(_ match: DateMatch) -> Bool {
        guard let unit = match.tokens(.unit) else { return false }
        return source.hits.hasPhrase(over: unit, of: source.rules.singular)
    }

    /// `two-and-a-half-year`.
    private func isAndHalf(_ match: DateMatch) -> Bool {
        match.span.contains { source.says("half", at: $0) }
    }

    /// `1/2` of `5 1/2 hours`: numerator and denominator.
    private func fraction(_ match: DateMatch) -> (over: Int, under: Int, hasWhole: Bool)? {
        if let over = match.number(.n2), let under = match.number(.n3) {
            return (over, under, true)
        }
        if let over = match.number(.n), let under = match.number(.n2) {
            return (over, under, false)
        }
        return nil
    }

    private func withFraction(
        _ fraction: (over: Int, under: Int, hasWhole: Bool), _ amount: TimexDuration.Amount,
        _ unit: TimexDuration.Unit
    ) -> TimexDuration? {
        guard 1...100 ~= fraction.under, 1..<fraction.under ~= fraction.over else { return nil }
        let whole = fraction.hasWhole ? amount.whole ?? 0 : 0
        if unit == .hours, 60 * fraction.over % fraction.under == 0 {
            let minutes = TimexDuration.Part(
                TimexDuration.Amount(60 * fraction.over / fraction.under), .minutes)
            return whole == 0
                ? TimexDuration([minutes])
                : TimexDuration([TimexDuration.Part(TimexDuration.Amount(whole), .hours), minutes])
        }
        let hundredths = 100 * fraction.over / fraction.under
        let digits = hundredths % 10 == 0 ? "\(hundredths / 10)" : "\(hundredths)"
        return TimexDuration(TimexDuration.Amount(whole, fraction: digits), unit)
    }

    /// `yearlong`, `nightlong`.
    func longWord(_ match: DateMatch) -> DateReading? {
        guard let word = match.written(.word)?.dropLast(4) else { return nil }
        if word == "night" { return .value(.duration(TimexDuration(1, .days))) }
        return Grain(rawValue: String(word)).flatMap(TimexDuration.Unit.init).map {
            .value(.duration(TimexDuration(1, $0)))
        }
    }
}
