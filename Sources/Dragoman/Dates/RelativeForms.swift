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
        if let part = match.grain(.unit2), let selector {
            // `the same month last year`
            return .moved(selector.offset, grain, .unit(part, Selector(offset: 0, base: .story)))
        }
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
        guard let kind = kind ?? offsetKind(match) else { return nil }
        if let part = match.part {
            return .part(part, Selector(offset: kind.isBack ? -1 : 1, base: .story))
        }
        guard let grain = match.grain else { return nil }
        if grain < .day {
            // Some time of the day: what hour it was is not known.
            return .part(.unknown, Selector(offset: 0, base: kind.base))
        }
        guard let step = step(match, grain) else { return nil }
        return .offset(step.count, isBack: kind.isBack, step.grain, kind.base)
    }

    /// What the word after the units says.
    private func offsetKind(_ match: DateMatch) -> OffsetKind? {
        guard let to = match.tokens(.to)?.lowerBound else { return nil }
        let isBack = source.says(anyOf: DateReader.back, at: to)
        // `year-ago` compares with what is told of.
        let isSpeech =
            source.says(anyOf: DateReader.fromSpeech, at: to) && !source.says("-", at: to - 1)
        return isSpeech ? isBack ? .ago : .hence : isBack ? .earlier : .later
    }

    /// `a week ago Friday`, `ten years ago today`, `a week from Tuesday`
    func offsetFrom(_ match: DateMatch) -> DateReading? {
        guard let grain = match.grain, grain >= .day, let to = match.tokens(.to)?.lowerBound,
            let step = step(match, grain), let count = step.count
        else { return nil }
        let isBack = source.says("ago", at: to)
        let inner: DateReading?
        if let weekday = match.weekday {
            inner = .weekday(weekday, Selector(offset: isBack ? -1 : 1, base: .speech), nil)
        } else if match.has(.dayword) {
            inner = dayWord(match)
        } else {
            inner = match.grain(.unit2).flatMap { grain in
                match.selector.map { .unit(grain, $0) }
            }
        }
        return inner.map { .moved(isBack ? -count : count, step.grain, $0) }
    }

    /// `the week before last`, `the night after next`
    func beforeLast(_ match: DateMatch) -> DateReading? {
        let selector = Selector(offset: match.says("before", .to) ? -2 : 2, base: .speech)
        if let part = match.part { return .part(part, selector) }
        guard let grain = match.grain, grain >= .day else { return nil }
        return .unit(grain, selector)
    }

    /// How many units of which grain an offset counts, halves in smaller units; no count for `a few`.
    private func step(_ match: DateMatch, _ grain: Grain) -> (count: Int?, grain: Grain)? {
        var amount = TimexDuration.Amount.unknown
        if match.has(.one) {
            amount = 1
        } else if match.has(.n) {
            guard let read = match.amount(.n) else { return nil }
            amount = read
        }
        if match.has(.extra) { amount.fraction = "5" }
        guard let whole = amount.whole else { return (nil, grain) }
        let count = whole * match.unitCount
        switch amount.fraction {
        case "": return (count, grain)
        case "5":
            guard let half = DateReader.halves[grain] else { return (nil, grain) }
            return (count * half.count * 2 + half.count, half.grain)
        default: return (nil, grain)
        }
    }

    /// What half a unit is.
    private static let halves: [Grain: (count: Int, grain: Grain)] = [
        .month: (2, .week), .year: (6, .month), .decade: (5, .year), .century: (50, .year),
    ]

    /// `back` is of `back then`, `before` also of `before that`.
    private static let back: [StaticString] = [
        "ago", "earlier", "previously", "beforehand", "prior", "back", "before",
    ]
    /// `from` is of `from now`.
    private static let fromSpeech: [StaticString] = ["ago", "from", "hence"]
}
