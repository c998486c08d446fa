import Chronology

/// Expressions that count from the day of writing or from the day that is told of.
extension DateReader {
    func dayWord(_ match: DateMatch) -> DateReading? {
        guard let offset = match.word(.dayword, { $0.dayOffset }) else { return nil }
        let selector = Selector(offset: offset, base: .speech)
        if let part = match.part { return .part(part, selector) }
        if match.says("tonight", .dayword) { return .part(.part(.night), selector) }
        return .offset(abs(offset), isBack: offset < 0, .day, .speech)
    }

    func directed(_ match: DateMatch) -> DateReading? {
        let selector = match.selector
        if match.has(.holiday) { return holiday(match) }
        if match.has(.season) { return season(match) }
        if let month = match.month { return .calendar(.month(year: nil, month), selector, nil) }
        if let weekday = match.weekday { return .weekday(weekday, selector, match.part) }
        if let part = match.part, let selector { return .part(part, selector) }
        guard let grain = match.grain, grain >= .day else { return nil }
        return .unit(grain, selector ?? Selector(offset: 0, base: .story))
    }

    /// `year-end` is that of the day of writing, `month's end` that of what is told.
    func yearEnd(_ match: DateMatch) -> DateReading? {
        match.grain.map {
            .unit($0, Selector(offset: 0, base: $0 == .year ? .speech : .story))
        }
    }

    /// `the 20th of this month`
    func dayOfDirected(_ match: DateMatch) -> DateReading? {
        guard let day = match.number(.day), let selector = match.selector else { return nil }
        return .nth(day, .day, .unit(.month, selector))
    }

    func weekday(_ match: DateMatch) -> DateReading? {
        match.weekday.map { .weekday($0, match.selector, match.part) }
    }

    func offset(_ match: DateMatch, _ kind: OffsetKind?) -> DateReading? {
        guard let grain = match.grain, let kind = kind ?? offsetKind(match) else { return nil }
        if grain < .day {
            // Some time of the day: what hour it was is not known.
            return .part(.unknown, Selector(offset: 0, base: kind.base))
        }
        var count: Int?
        if match.has(.one) {
            count = 1
        } else if match.has(.n) {
            guard let amount = match.amount(.n) else { return nil }
            count = amount.fraction.isEmpty ? amount.whole : nil
        }
        count = count.map { $0 * match.unitCount }
        return .offset(count, isBack: kind.isBack, grain, kind.base)
    }

    /// What the word after the units says.
    private func offsetKind(_ match: DateMatch) -> OffsetKind? {
        guard let to = match.tokens(.to)?.lowerBound else { return nil }
        let isBack = source.says(anyOf: DateReader.back, at: to)
        return source.says(anyOf: DateReader.fromSpeech, at: to)
            ? isBack ? .ago : .hence : isBack ? .earlier : .later
    }

    /// `back` is of `back then`, `before` also of `before that`.
    private static let back: [StaticString] = [
        "ago", "earlier", "previously", "beforehand", "prior", "back", "before",
    ]
    /// `from` is of `from now`.
    private static let fromSpeech: [StaticString] = ["ago", "from", "hence"]
}
