import Chronology

/// Expressions that count from the day of writing or from the day that is told of.
extension DateReader {
    func dayWord(_ match: DateMatch) -> DateReading? {
        guard let offset = match.attribute("value", "dayword", "dayword").flatMap({ Int($0) })
        else { return nil }
        let selector = Selector(offset: offset, base: .speech)
        if let part = match.part { return .part(part, selector) }
        if match.word("dayword") == "tonight" { return .part(.part(.night), selector) }
        return .offset(abs(offset), isBack: offset < 0, .day, .speech)
    }

    func directed(_ match: DateMatch) -> DateReading? {
        let selector = match.selector
        if match.tokens("holiday") != nil { return holiday(match) }
        if match.tokens("season") != nil { return season(match) }
        if let month = match.month { return .calendar(.month(year: nil, month), selector, nil) }
        if let weekday = match.weekday { return .weekday(weekday, selector, match.part) }
        if let part = match.part, let selector { return .part(part, selector) }
        guard let grain = match.grain, grain >= .day else { return nil }
        return .unit(grain, selector ?? Selector(offset: 0, base: .story))
    }

    func weekday(_ match: DateMatch) -> DateReading? {
        match.weekday.map { .weekday($0, match.selector, match.part) }
    }

    func offset(_ match: DateMatch) -> DateReading? {
        guard let grain = match.grain, grain >= .day, let word = match.word("to") else {
            return nil
        }
        let isBack =
            word == "ago" || word == "earlier" || word == "previously"
            || word == "beforehand" || word == "prior" || word == "back then"
            || word.hasPrefix("before")
        let base: Base = ["ago", "from now", "hence"].contains(word) ? .speech : .story
        var count: Int?
        if match.tokens("one") != nil {
            count = 1
        } else if match.tokens("n") != nil {
            guard let amount = match.amount("n") else { return nil }
            count = amount.fraction.isEmpty ? amount.whole : nil
        }
        return .offset(count, isBack: isBack, grain, base)
    }

    func reference(_ match: DateMatch) -> DateReading? {
        let value = match.rule["value"] ?? match.attribute("value", "ref", "timeref")
        return value.flatMap { TimexValue($0) }.map(DateReading.value)
    }

    func recent(_ match: DateMatch) -> DateReading? {
        .value(.reference(match.tokens("when") == nil ? .past : .future))
    }
}
