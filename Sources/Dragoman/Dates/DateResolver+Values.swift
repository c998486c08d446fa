import Chronology

/// One reading, one value.
extension DateResolver {
    func resolve(
        _ reading: DateReading, _ tokens: Range<Int>, clockDay: DatePoint?
    ) -> Resolved {
        switch reading {
        case .value(let value), .set(let value, _, _):
            return Resolved(value: value, resolution: .explicit)
        case .span(let duration, _):
            return Resolved(value: .duration(duration), resolution: .explicit)
        case .calendar(let point, let selector, let time):
            return calendar(point, selector, tokens).on(time)
        case .feast(let feast, let year, let selector, let time):
            return self.feast(feast, year, selector, tokens).on(time)
        case .weekday(let weekday, let selector, let time):
            return self.weekday(weekday, selector, tokens).on(time)
        case .unit(let grain, let selector): return unit(grain, selector, tokens)
        case .inYear(let point, let selector):
            let base =
                selector.base == .story && selector.offset == 0
                ? namedYear() ?? context.point(of: .story)
                : context.point(of: selector.base)
            let year = base?.shifted(by: selector.offset, .year)?.year
            return result(point.with(year: year))
        case .offset(let count, let isBack, let grain, let base):
            return offset(count, isBack, grain, base)
        case .moved(let count, let grain, let inner):
            let near = resolve(inner, tokens, clockDay: nil).value.point
            return near?.moved(by: count, grain).map { result($0) }
                ?? offset(abs(count), count < 0, grain, .speech)
        case .part(let time, let selector): return part(time, selector).on(time)
        case .clock(let time, let weekday):
            if let weekday { return self.weekday(weekday, nil, tokens).on(time) }
            if let clockDay { return result(clockDay).on(time) }
            return today(context.mode == .news ? .speech : .story).on(time)
        case .nth(let count, let grain, let inner):
            return nth(count, grain, resolve(inner, tokens, clockDay: nil))
        case .nthWeekday(let count, let weekday, let inner):
            return nth(count, weekday, resolve(inner, tokens, clockDay: nil))
        case .container(let grain, let inner):
            var resolved = resolve(inner, tokens, clockDay: nil)
            var point = resolved.value.point
            if grain == .weekend, let day = point?.day, day.weekday == .monday {
                // A holiday on a Monday makes the weekend before it long.
                point = DatePoint(day + -1)
            }
            if let point = point?.at(grain) { resolved.value = .date(point) }
            return resolved
        case .then:
            if let story = context.told() { return result(story) }
            let isPast = text.says("that", at: tokens.lowerBound)
            return Resolved(value: .reference(isPast ? .past : .present), resolution: .unresolved)
        case .interval(let first, let second):
            return interval(first, second, tokens)
        case .written(let inner, _, _): return resolve(inner, tokens, clockDay: nil)
        }
    }

    /// The last year that the text named, to count from.
    private func namedYear() -> DatePoint? {
        guard let year = context.year else { return nil }
        context.counted = .mention(year.teller)
        return .year(year.number)
    }

    /// A point that was reached by way of the context; `unresolved` where a part stayed unknown.
    func result(_ point: DatePoint) -> Resolved {
        Resolved(
            value: .date(point), resolution: point.days == nil ? unknown : anchored)
    }

    private var unknown: DateValue.Resolution {
        anchored == .ambiguous ? .ambiguous : .unresolved
    }

    private func today(_ base: Base) -> Resolved {
        guard let point = context.point(of: base), point.grain == .day else {
            return result(.day(year: nil, month: nil, day: nil))
        }
        return result(point)
    }

    private func interval(
        _ first: DateReading, _ second: DateReading, _ tokens: Range<Int>
    ) -> Resolved {
        var last = resolve(second, tokens, clockDay: nil)
        var start = resolve(first, tokens, clockDay: nil)
        if case .weekday(let weekday, _, _) = second, let from = start.value.point?.day {
            last = result(DatePoint(from.nearest(weekday, .after)))
        }
        if case .calendar(let from, nil, _) = first, from.year == nil,
            let to = last.value.point, let year = to.year
        {
            let sameYear = from.with(year: year)
            let isLater =
                (sameYear.days?.lowerBound).map { $0 > to.days?.upperBound ?? $0 } ?? false
            start.value = .date(from.with(year: isLater ? year - 1 : year))
        }
        return Resolved(value: .interval(start.value, last.value), resolution: last.resolution)
    }

    private func nth(_ count: Int, _ grain: Grain, _ outer: Resolved) -> Resolved {
        guard let days = outer.value.days else {
            return Resolved(value: outer.value, resolution: unknown)
        }
        let from = count > 0 ? days.lowerBound : days.upperBound
        let steps = count > 0 ? count - 1 : count + 1
        let point = DatePoint.unit(grain, of: from).advanced(by: steps)
        return Resolved(
            value: point.map(TimexValue.date) ?? outer.value, resolution: outer.resolution)
    }

    private func nth(_ count: Int, _ weekday: Weekday, _ month: Resolved) -> Resolved {
        guard let first = month.value.days?.lowerBound,
            let day = Day.nth(count, weekday, year: first.year, month: first.month)
        else { return Resolved(value: month.value, resolution: unknown) }
        return Resolved(value: .date(DatePoint(day)), resolution: month.resolution)
    }

    private func offset(
        _ count: Int?, _ isBack: Bool, _ grain: Grain, _ base: Base
    ) -> Resolved {
        guard let count else {
            return Resolved(value: .reference(isBack ? .past : .future), resolution: .unresolved)
        }
        let signed = isBack ? -count : count
        if base == .story, grain == .year, let story = context.story, story.isPartOfYear,
            let year = story.year
        {
            // Quarters are compared with quarters.
            return result(story.with(year: year + signed))
        }
        if !isBack, base == .story, context.mode == .news, context.story == nil {
            // `40 years later` in a report that has named no date counts from what is not said.
            return result(vague(grain, near: nil, offset: signed))
        }
        if let point = context.point(of: base)?.shifted(by: signed, grain) { return result(point) }
        return result(vague(grain, near: context.point(of: base), offset: signed))
    }

    private func unit(_ grain: Grain, _ selector: Selector, _ tokens: Range<Int>) -> Resolved {
        let base = context.point(of: selector.base)
        var offset = selector.offset
        if grain == .weekend, offset == 0, let day = base?.day, day.weekday.rawValue < 6,
            selector.base == .story, tense.direction(around: tokens) != .future
        {
            // `over the weekend`, said on a working day, looks back.
            offset = -1
        }
        if let point = base?.shifted(by: offset, grain) { return result(point) }
        return result(vague(grain, near: base, offset: offset))
    }

    /// The unit as far as it can be known: `1915-XX-XX` for a day of 1915.
    private func vague(_ grain: Grain, near base: DatePoint?, offset: Int) -> DatePoint {
        let sameYear = grain < .year && abs(offset) <= 1 ? base?.year : nil
        switch grain {
        case .month: return .month(year: sameYear, nil)
        case .week: return .week(year: sameYear, nil)
        case .weekend: return .weekend(year: sameYear, nil)
        case .quarter: return .quarter(year: sameYear, nil)
        case .year, .decade, .century, .millennium, .half, .season: return .year(nil)
        default:
            let month = base?.grain == .month && abs(offset) <= 1 ? base?.month : nil
            return .day(year: sameYear, month: month, day: nil)
        }
    }

    private func part(_ time: TimeOfDay, _ selector: Selector?) -> Resolved {
        // `at night` may be any night.
        guard let selector else { return result(.day(year: nil, month: nil, day: nil)) }
        guard let day = context.point(of: selector.base)?.shifted(by: selector.offset, .day) else {
            return result(vague(.day, near: context.point(of: selector.base), offset: 0))
        }
        return result(day)
    }
}

extension DateResolver.Resolved {
    /// The same at a time of the day.
    func on(_ time: TimeOfDay?) -> DateResolver.Resolved {
        guard let time, let point = value.point, point.grain == .day else { return self }
        var copy = self
        copy.value = .time(point, time)
        return copy
    }
}

extension DatePoint {
    /// Whether it is a quarter or a half of a year.
    fileprivate var isPartOfYear: Bool { grain == .quarter || grain == .half }
}
