import Chronology

/// The year of dates that lack it, in accounts of the past.
extension DateResolver {
    /// Accounts go forward: what lies ahead within the year is nearer than what lies behind.
    func inStory(
        _ story: DatePoint, _ point: (Int) -> DatePoint?
    ) -> DatePoint? {
        guard let now = story.days else { return nil }
        let year = now.lowerBound.year
        if let ahead = context.ahead?.days, abs(ahead.lowerBound.year - year) <= 3,
            let there = beside(ahead, point)
        {
            return there
        }
        if story.grain == .year { return point(year) }
        var nearest: (DatePoint, distance: Int)?
        for year in year - 1...year + 1 {
            guard let point = point(year), let days = point.days else { continue }
            let distance = distance(days, now)
            if nearest.map({ distance < $0.distance }) ?? true { nearest = (point, distance) }
        }
        return nearest?.0
    }

    /// The occurrence in the year of a date that the sentence names after it, or next to it over the turn of a year.
    private func beside(_ ahead: ClosedRange<Day>, _ point: (Int) -> DatePoint?) -> DatePoint? {
        let year = ahead.lowerBound.year
        guard let same = point(year), let days = same.days else { return nil }
        return days.lowerBound - ahead.upperBound > 200 ? point(year - 1) : same
    }

    private func distance(
        _ days: ClosedRange<Day>, _ now: ClosedRange<Day>
    ) -> Int {
        if days.overlaps(now) { return 0 }
        return days.lowerBound > now.upperBound
            ? (days.lowerBound - now.upperBound) * 2 : (now.lowerBound - days.upperBound) * 3
    }

    /// The next date in the sentence that has a year, for one that lacks it.
    func ahead(of index: Int, _ expressions: [DateExpression]) -> DatePoint? {
        guard context.mode == .story, expressions[index].reading.lacksYear else { return nil }
        let start = expressions[index].tokens.upperBound
        for next in expressions[(index + 1)...].prefix(3) {
            let end = next.tokens.lowerBound
            note(steps: min(end - start, 20))
            guard end - start <= 20, !(start...end).contains(where: startsSentence) else { break }
            if let point = next.reading.dated { return point }
        }
        return nil
    }

    /// Whether a date within a sentence only says which thing is meant, or what was or will be: the account stays where
    /// it is.
    func isAside(_ point: DatePoint, _ tokens: Range<Int>) -> Bool {
        guard let story = context.story, !opensSentence(tokens) else { return false }
        if point.grain == .year, context.mode == .story, context.opensParagraph,
            tokens.lowerBound > 0, text.says(anyOf: Self.leading, at: tokens.lowerBound - 1),
            tense.direction(around: tokens) != .future
        {
            return false
        }
        if point.grain == .year {
            // `In 1917, …` leads the account on, `fighting in 1917` if it goes forward.
            guard context.mode == .story, let now = story.year, let year = point.year,
                now..<now + 4 ~= year, tokens.lowerBound > 0
            else { return true }
            return !text.says(anyOf: Self.leading, at: tokens.lowerBound - 1)
                || tense.direction(around: tokens) == .future
        }
        guard context.mode == .story, let now = story.days, let days = point.days,
            days.upperBound < now.lowerBound
        else { return false }
        return isAttributive(tokens)
    }

    /// Words before a year that says when something was.
    private static let leading: [StaticString] = ["in", "for", "of", "the", "during"]

    /// `the June 1916 offensive`.
    private func isAttributive(_ tokens: Range<Int>) -> Bool {
        tokens.lowerBound > 0 && tokens.upperBound < text.tokens.count
            && text.says("the", at: tokens.lowerBound - 1)
            && text.tokens[tokens.upperBound].kind == .word
    }

    private func opensSentence(_ tokens: Range<Int>) -> Bool {
        (max(0, tokens.lowerBound - 2)...tokens.lowerBound).contains(where: startsSentence)
    }

    /// Whether no expression stands before one in its paragraph.
    func opensParagraph(_ index: Int, _ expressions: [DateExpression]) -> Bool {
        guard context.mode == .story else { return false }
        guard index > 0 else { return true }
        let gap = expressions[index - 1].tokens.upperBound...expressions[index].tokens.lowerBound
        note(steps: gap.count)
        return gap.contains { text.has([.lineStart, .paragraphStart], at: $0) }
    }

    func startsSentence(_ token: Int) -> Bool {
        text.has([.sentenceStart, .paragraphStart], at: token)
    }
}

extension DateReading {
    /// Whether the year is left to the context.
    var lacksYear: Bool {
        switch self {
        case .calendar(let point, nil, _): point.year == nil && point.grain < .year
        case .feast(_, nil, nil, _): true
        default: false
        }
    }

    /// The date that it names with its year.
    var dated: DatePoint? {
        switch self {
        case .calendar(let point, nil, _): point.year == nil ? nil : point
        case .interval(let first, _), .written(let first, _, _): first.dated
        default: nil
        }
    }
}
