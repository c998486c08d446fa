import Chronology
import Segmentation

/// Gives readings their values, in the order of the text.
///
/// Accesses to the context are not checked for exclusivity: none is open while another starts.
final class DateResolver {
    let text: TokenBuffer
    let tense: TenseReader
    @exclusivity(unchecked) var context: DateContext
    /// How an anchored value is to be called: `anchored` or `inferred`.
    let anchored: DateValue.Resolution

    init(
        text: TokenBuffer, tense: TenseReader, context: DateContext,
        anchored: DateValue.Resolution
    ) {
        self.text = text
        self.tense = tense
        self.context = context
        self.anchored = anchored
    }

    /// Counts what was looked at.
    func note(steps: Int) { tense.source.memory.steps += steps }

    /// A value and whether it needed more than the text itself.
    struct Resolved {
        var value: TimexValue
        var resolution: DateValue.Resolution
    }

    /// The values of `expressions`, each against what those before it told.
    func resolve(_ expressions: [DateExpression]) -> [FoundDate] {
        let years = inheritedYears(expressions)
        context.newsDay = newsDay(expressions)
        var found: [FoundDate] = []
        found.reserveCapacity(expressions.count)
        note(steps: expressions.count)
        for (index, expression) in expressions.enumerated() {
            let reading = expression.reading
            let year = years[index] ?? owningYear(of: index, expressions, found)
            context.ahead = ahead(of: index, expressions)
            context.opensParagraph = opensParagraph(index, expressions)
            let clockDay = clockDay(at: index, expressions, found)
            context.counted = nil
            let resolved =
                if let end = rangeEnd(of: index, expressions, found) {
                    end
                } else if let year {
                    resolve(reading.with(year: year), expression.tokens, clockDay: clockDay)
                } else {
                    resolve(reading, expression.tokens, clockDay: clockDay)
                }
            let last = found.count - 1
            if last >= 0, found[last].label == .duration, found[last].box == nil {
                found[last].box = details(of: found[last], before: expression, resolved.value)
                    .map(DateValue.Box.init)
            }
            found.append(date(expression, reading, resolved))
            if let point = told(by: expression, reading, resolved) {
                context.tell(point, by: index)
            }
            if let year = reading.dated?.year { context.year = (year, index) }
        }
        return found
    }

    private func date(
        _ expression: DateExpression, _ reading: DateReading, _ resolved: Resolved
    ) -> FoundDate {
        var label = expression.label
        if label == .date {
            switch resolved.value {
            case .time: label = .time
            case .duration: label = .duration
            case .date, .reference, .interval: break
            }
        }
        let isAnchored = resolved.resolution == .anchored || resolved.resolution == .inferred
        return FoundDate(
            tokens: expression.tokens, label: label,
            notation: notation(expression, reading, label, resolved.value),
            resolution: expression.swapped == nil ? resolved.resolution : .ambiguous,
            referenceNumber: isAnchored
                ? context.counted?.number ?? DateReference.noNumber : DateReference.noNumber,
            box: box(reading, resolved.value), rule: expression.rule)
    }

    private func notation(
        _ expression: DateExpression, _ reading: DateReading, _ label: Label, _ value: TimexValue
    ) -> DateNotation {
        let grain = reading.grain
        guard grain == nil, expression.swapped == nil else {
            return DateNotation(
                value, label, mod: expression.mod, grain: grain, swapped: expression.swapped)
        }
        return tense.source.memory.notation(of: value, label, mod: expression.mod)
    }

    /// The date that the account goes on from.
    private func told(
        by expression: DateExpression, _ reading: DateReading, _ resolved: Resolved
    ) -> DatePoint? {
        guard expression.label == .date || expression.label == .time else { return nil }
        switch reading {
        case .value, .then, .part(_, nil): return nil
        default: break
        }
        let point: DatePoint?
        if case .interval(let first, _) = resolved.value {
            point = first.point
        } else {
            // What is compared with a quarter goes on from it.
            let isQuarter = resolved.value.grain == .quarter
            point = reading.looksBack && !isQuarter ? nil : resolved.value.point
        }
        guard let point, !isAside(point, expression.tokens) else { return nil }
        return point
    }

    /// `in April and June 1955`, `31 May–1 June 1916`: the first takes the year of the second.
    private func inheritedYears(_ expressions: [DateExpression]) -> [Int?] {
        var years = [Int?](repeating: nil, count: expressions.count)
        for index in expressions.indices.dropLast().reversed() {
            guard case .calendar(let point, nil, _) = expressions[index].reading,
                point.year == nil, let month = point.month,
                case .calendar(let next, nil, _) = expressions[index + 1].reading,
                let nextMonth = next.month, let year = next.year ?? years[index + 1]
            else { continue }
            let gap =
                expressions[index].tokens.upperBound..<expressions[index + 1].tokens.lowerBound
            guard 1...3 ~= gap.count, gap.allSatisfy({ isLink($0) }) else { continue }
            years[index] = month > nextMonth ? year - 1 : year
        }
        return years
    }

    /// `last year's third quarter`: the year before the possessive.
    private func owningYear(
        of index: Int, _ expressions: [DateExpression], _ found: [FoundDate]
    ) -> Int? {
        guard index > 0, case .calendar(_, nil, _) = expressions[index].reading else { return nil }
        let gap =
            expressions[index - 1].tokens.upperBound..<expressions[index].tokens.lowerBound
        guard isPossessive(gap),
            case .date(.year(let year))? = TimexValue(found[index - 1].notation.timex)
        else { return nil }
        return year
    }

    /// Whether the tokens are `'s`, which is one after a word and two after a number.
    private func isPossessive(_ tokens: Range<Int>) -> Bool {
        switch tokens.count {
        case 1: text.has(.clitic, at: tokens.lowerBound)
        case 2:
            text.says(anyOf: ["'", "’"], at: tokens.lowerBound)
                && text.says("s", at: tokens.lowerBound + 1)
        default: false
        }
    }

    private func isLink(_ token: Int) -> Bool {
        text.says(anyOf: Self.links, at: token) || tense.source.isLink(token)
    }

    private static let links: [StaticString] = [
        "and", "or", "to", "-", "–", "—", ",", "through", "until", "the", "from", "/",
    ]

    /// The day of a time that names none: that of a date beside it in the sentence.
    private func clockDay(
        at index: Int, _ expressions: [DateExpression], _ found: [FoundDate]
    ) -> DatePoint? {
        guard case .clock(_, nil) = expressions[index].reading else { return nil }
        let tokens = expressions[index].tokens
        let isClock = { (expression: DateExpression) in
            if case .clock(_, nil) = expression.reading { return true }
            return false
        }
        if let next = expressions.dropFirst(index + 1).prefix(3).first(where: { !isClock($0) }) {
            let gap = tokens.upperBound..<next.tokens.lowerBound
            if gap.count <= 8, !crossesSentence(gap.lowerBound...next.tokens.lowerBound) {
                let point = resolve(next.reading, next.tokens, clockDay: nil).value.point
                if let point, point.grain == .day { return point }
            }
        }
        return dayBefore(tokens.lowerBound, found)
    }

    /// The day of the last date before a time: in the news of its paragraph, otherwise close to it in the sentence.
    private func dayBefore(_ token: Int, _ found: [FoundDate]) -> DatePoint? {
        for date in found.suffix(8).reversed() {
            let gap = date.tokens.upperBound...token
            note(steps: 1)
            let isNear = gap.count <= 7 && !crossesSentence(gap)
            let isTold = context.mode == .news && gap.count <= 100 && !crossesParagraph(gap)
            guard isNear || isTold else { return nil }
            if let point = TimexValue(date.notation.timex)?.point, point.grain == .day {
                return point
            }
        }
        return nil
    }

    private func crossesParagraph(_ tokens: ClosedRange<Int>) -> Bool {
        note(steps: tokens.count)
        return tokens.contains { text.has(.paragraphStart, at: $0) }
    }

    private func crossesSentence(_ tokens: ClosedRange<Int>) -> Bool {
        note(steps: tokens.count)
        return tokens.contains { text.has(.sentenceStart, at: $0) }
    }
}

extension DateReading {
    /// How fine it is, where its value does not say so.
    fileprivate var grain: Grain? {
        if case .written(_, let grain, _) = self { grain } else { nil }
    }

    /// Whether it points back from what is told: `two days earlier`, `the previous year`.
    var looksBack: Bool {
        switch self {
        case .offset(_, let isBack, _, let base): isBack && base == .story
        case .unit(_, let selector), .part(_, let selector?), .inYear(_, let selector),
            .calendar(_, let selector?, _), .weekday(_, let selector?, _):
            selector.offset < 0 && selector.base == .story
        default: false
        }
    }

    /// The reading with a year that it lacks.
    func with(year: Int?) -> DateReading {
        guard let year, case .calendar(let point, nil, let time) = self, point.year == nil else {
            return self
        }
        let dated = point.with(year: year)
        return dated.isValid ? .calendar(dated, nil, time) : self
    }
}
