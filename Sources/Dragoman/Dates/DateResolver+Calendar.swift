import Chronology

/// Dates that lack their year: which of the years is meant.
extension DateResolver {
    func calendar(_ point: DatePoint, _ selector: Selector?, _ tokens: Range<Int>) -> Resolved {
        if case .year(nil) = point, let short = selector?.offset { return shortYear(short) }
        if point.year != nil || point.grain >= .decade {
            return Resolved(value: .date(point), resolution: .explicit)
        }
        if case .day(nil, nil, let day?) = point { return dayOfMonth(day) }
        if let selector { return selected(selector) { point.with(year: $0) } ?? result(point) }
        return nearest(tokens) { point.with(year: $0) } ?? result(point)
    }

    func feast(
        _ feast: Feast, _ year: Int?, _ selector: Selector?, _ tokens: Range<Int>
    ) -> Resolved {
        func point(_ year: Int) -> DatePoint? { feast.day(in: year).map { DatePoint($0) } }
        if case .once(let day) = feast {
            return Resolved(value: .date(DatePoint(day)), resolution: .explicit)
        }
        if let year, let point = point(year) {
            return Resolved(value: .date(point), resolution: .explicit)
        }
        let found = selector.map { selected($0, point) } ?? nearest(tokens, point)
        if let found { return found }
        if case .fixed(let month, let day) = feast {
            return result(.day(year: nil, month: month, day: day))
        }
        return result(.day(year: nil, month: nil, day: nil))
    }

    /// `last November`, `next Thanksgiving`, `this spring`.
    private func selected(_ selector: Selector, _ point: (Int) -> DatePoint?) -> Resolved? {
        guard let base = context.point(of: selector.base), let now = base.days else { return nil }
        let year = now.lowerBound.year
        let found: DatePoint?
        switch selector.offset {
        case 0: found = point(year)
        case ..<0:
            found =
                first(stride(from: year + 1, through: year - 8, by: -1), point) {
                    $0.upperBound < now.lowerBound
                }?.0
        default:
            found =
                first(stride(from: year - 1, through: year + 8, by: 1), point) {
                    $0.lowerBound > now.upperBound
                }?.0
        }
        return found.map { result($0) }
    }

    /// The occurrence that the anchor and the tense, or the account, make likely.
    private func nearest(_ tokens: Range<Int>, _ point: (Int) -> DatePoint?) -> Resolved? {
        if context.mode == .story, let story = context.told() {
            return inStory(story, point).map { result($0) }
        }
        guard let now = context.written()?.days else { return nil }
        let year = now.lowerBound.year
        let back = stride(from: year + 1, through: year - 8, by: -1)
        let ahead = stride(from: year - 1, through: year + 8, by: 1)
        guard let past = first(back, point, { $0.lowerBound <= now.upperBound }),
            let future = first(ahead, point, { $0.upperBound >= now.lowerBound })
        else { return nil }
        if past.0 == future.0 { return result(past.0) }
        let since = max(1, now.lowerBound - past.1.upperBound)
        let until = max(1, future.1.lowerBound - now.upperBound)
        let isFuture: Bool
        switch tokens.lowerBound > 0
            && text.says(anyOf: ["since", "dated"], at: tokens.lowerBound - 1)
            ? .before : tense.direction(around: tokens)
        {
        case .before: isFuture = false
        case .future: isFuture = until < 5 * since
        case .past where tense.isDone(before: tokens): isFuture = false
        case .past: isFuture = since > 8 * until
        default: isFuture = until * 3 < since * 2
        }
        return result(isFuture ? future.0 : past.0)
    }

    /// The occurrence in the first of these years that has one that fits.
    private func first(
        _ years: StrideThrough<Int>, _ point: (Int) -> DatePoint?,
        _ fits: (ClosedRange<Day>) -> Bool
    ) -> (DatePoint, ClosedRange<Day>)? {
        for year in years {
            if let point = point(year), let days = point.days, fits(days) { return (point, days) }
        }
        return nil
    }

    /// `'89`: the last such year that is not after the anchor.
    private func shortYear(_ short: Int) -> Resolved {
        guard let now = (context.point(of: .speech) ?? context.told())?.year else {
            // Two digits are written of the twentieth century unless another is meant.
            return Resolved(value: .date(.year(1900 + short)), resolution: .explicit)
        }
        let century = now - Self.modulo(now, 100)
        let year = century + short
        // Births and classes may lie a century back from what is told.
        return result(.year(year > now + 10 ? year - 100 : year))
    }

    private static func modulo(_ a: Int, _ b: Int) -> Int { ((a % b) + b) % b }

    /// `on the 20th`: of the month that is told of, or the last one that has come.
    private func dayOfMonth(_ day: Int) -> Resolved {
        let base = context.mode == .story ? context.point(of: .story) : context.written()
        guard let base, let year = base.year, let month = base.month else {
            return result(.day(year: base?.year, month: nil, day: day))
        }
        let point = DatePoint.day(year: year, month: month, day: day)
        guard context.mode == .news, let today = base.day, let there = point.day, there > today + 7
        else { return result(point.isValid ? point : .day(year: year, month: month, day: nil)) }
        return result(
            DatePoint.month(year: year, month).advanced(by: -1).map {
                .day(year: $0.year, month: $0.month, day: day)
            } ?? point)
    }
}
