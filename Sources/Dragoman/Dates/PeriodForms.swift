import Chronology

/// Decades, centuries, seasons, quarters, halves, and parts of them.
extension DateReader {
    func decade(_ match: DateMatch) -> DateReading? {
        guard let tokens = match.tokens(.decade) else { return nil }
        if let value = source.word(tokens, { $0.decade }) {
            // Three digits for `nineteen-twenties`, one for `the twenties`.
            return .calendar(.decade(value < 10 ? recentDecade(value) : value), nil, nil)
        }
        guard let (number, count) = source.leadingNumber(of: tokens.lowerBound) else { return nil }
        // `the 1930's`
        if match.has(.word), number % 10 != 0 { return nil }
        if count == 2 {
            let beside = match.tokens(.first).flatMap { source.leadingNumber(of: $0.lowerBound) }
            if let beside, beside.count == 4 {
                // `the 1870s and '80s`
                return .calendar(.decade(beside.value / 100 * 10 + number / 10), nil, nil)
            }
            return .calendar(.decade(recentDecade(number / 10)), nil, nil)
        }
        // The decade beside it has its century, and so does this one.
        if match.has(.first) { return nil }
        // `the 1900s` is the century as often as the decade; TIMEX3 takes the decade.
        return .calendar(.decade(number / 10), nil, nil)
    }

    /// Writers call decades by two digits from the twentieth century on; the twenties are the last century's.
    private func recentDecade(_ digit: Int) -> Int { digit < 2 ? 200 + digit : 190 + digit }

    func century(_ match: DateMatch) -> DateReading? {
        guard let number = match.number(.century), 1...40 ~= number else { return nil }
        let isBC = match.word(.era) { $0.isBC } == true
        return .calendar(.century(isBC ? -number : number - 1), nil, nil)
    }

    /// `the 18th and 19th centuries`
    func centuries(_ match: DateMatch) -> DateReading? {
        guard let first = match.number(.century), let second = match.number(.century2),
            1...40 ~= first, 1...40 ~= second
        else { return nil }
        let isBC = match.word(.era) { $0.isBC } == true
        guard isBC ? first > second : first < second else { return nil }
        return .interval(
            .calendar(.century(isBC ? -first : first - 1), nil, nil),
            .calendar(.century(isBC ? -second : second - 1), nil, nil))
    }

    func millennium(_ match: DateMatch) -> DateReading? {
        guard let number = match.number(.century), 1...9 ~= number else { return nil }
        return .calendar(.millennium(number - 1), nil, nil)
    }

    func season(_ match: DateMatch) -> DateReading? {
        guard let season = match.season else { return nil }
        if match.has(.a) {
            // The winter has the name of the year that it ends in.
            guard case .interval(let first, let second)? = years(match),
                let year = (season == .winter ? second : first).dated?.year
            else { return nil }
            return .calendar(.season(year: year, season), nil, nil)
        }
        if match.hasFalseYear {
            // `the summer of '69`
            guard let short = match.number(.year), short < 100 else { return nil }
            return .calendar(.season(year: 1900 + short, season), nil, nil)
        }
        return .calendar(.season(year: match.year(), season), match.selector, nil)
    }

    func quarter(_ match: DateMatch) -> DateReading? {
        if match.hasFalseYear { return nil }
        let symbol = match.written(.quarter).flatMap {
            $0.hasPrefix("q") ? Int($0.dropFirst()) : nil
        }
        guard let quarter = symbol ?? match.number(.quarter), 1...4 ~= quarter else { return nil }
        return inYear(.quarter(year: match.year(), quarter), match)
    }

    func half(_ match: DateMatch) -> DateReading? {
        guard match.has(.half) else { return nil }
        let half =
            match.says("first", .half) || match.says("1st", .half)
                || match.says("h1", .half) ? 1 : 2
        if match.has(.decade) { return decade(match).map { .container(.decade, $0) } }
        if match.has(.century) { return century(match).map { .container(.century, $0) } }
        if match.has(.month) {
            return calendar(match).map { .container(.month, $0) }
        }
        if match.hasFalseYear { return nil }
        return inYear(.half(year: match.year(), half), match)
    }

    /// `the third quarter of last year`; `the year` alone is the one that is told of.
    private func inYear(_ point: DatePoint, _ match: DateMatch) -> DateReading {
        guard match.grain == .year else { return .calendar(point, nil, nil) }
        return .inYear(point, match.selector ?? Selector(offset: 0, base: .story))
    }

    func nth(_ match: DateMatch) -> DateReading? {
        guard let grain = match.grain, let count = match.word(.nth, { $0.ordinal }) else {
            return nil
        }
        if let outer = match.grain(.unit2) {
            let selector = match.selector ?? Selector(offset: 0, base: .story)
            return .nth(count, grain, .unit(outer, selector))
        }
        let outer = match.has(.century) ? century(match) : calendar(match)
        return outer.map { .nth(count, grain, $0) }
    }
}
