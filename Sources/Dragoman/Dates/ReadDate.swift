import Chronology

/// What was read in a temporal expression, wherever it stands: expressions that are written alike share it.
final class ReadDate {
    let label: Label
    let rule: String
    let reading: DateReading
    /// TIMEX3 `mod`.
    let mod: String?
    /// The day if day and month are the other way round, where that could be.
    let swapped: DatePoint?
    /// For ranges and pairs: what the expression is made of, and where from its first token on.
    let parts: [(tokens: Range<Int>, date: ReadDate)]
    /// ``DateReading/dated`` and ``DateReading/lacksYear`` of the reading, found once.
    let dated: DatePoint?
    let lacksYear: Bool
    /// What it says of whether the text counts from the day of writing or tells of the past.
    let hint: DateContext.Hint
    /// What it is worth if no text around it can change that.
    private(set) var settled: SettledDate?

    init(
        label: Label, rule: String, reading: DateReading, mod: String? = nil,
        swapped: DatePoint? = nil, parts: [(tokens: Range<Int>, date: ReadDate)] = []
    ) {
        self.label = label
        self.rule = rule
        self.reading = reading
        self.mod = mod
        self.swapped = swapped
        self.parts = parts
        dated = reading.dated
        lacksYear = reading.lacksYear
        hint = DateContext.Hint(reading)
        settled = reading.ownValue.map { SettledDate(self, $0) }
    }
}

/// The value of an expression that says all, as it is found.
final class SettledDate {
    let label: Label
    let value: DateValue
    /// The date that an account goes on from.
    let told: DatePoint?

    fileprivate init(_ date: ReadDate, _ value: TimexValue) {
        let resolved = DateResolver.Resolved(value: value, resolution: .explicit)
        label = date.label(of: value)
        self.value = date.value(resolved, label)
        told = date.told(resolved.value)
    }
}

extension ReadDate {
    /// What the expression is called when its value is known.
    func label(of value: TimexValue) -> Label {
        switch (label, value) {
        case (.date, .time): .time
        case (.date, .duration): .duration
        default: label
        }
    }

    /// The date that an account goes on from.
    func told(_ value: TimexValue) -> DatePoint? {
        guard label == .date || label == .time else { return nil }
        switch (reading, value) {
        case (.value, _), (.then, _), (.part(_, nil), _): return nil
        case (_, .interval(let first, _)): return first.point
        case (let reading, let value): return reading.looksBack ? nil : value.point
        }
    }

    /// A value as it is printed.
    func value(_ resolved: DateResolver.Resolved, _ label: Label) -> DateValue {
        var value = DateValue(
            type: label.rawValue, timex: resolved.value.description,
            edtf: resolved.value.edtf(isApproximate: mod == "APPROX"),
            mod: mod, resolution: resolved.resolution)
        if label != .set {
            if let ends = resolved.value.ends {
                value.earliest = ends.first
                value.latest = ends.last
            }
            value.grain = resolved.value.grain?.rawValue
        } else {
            value.edtf = nil
        }
        if let point = swapped {
            value.alternatives = [point.description]
            value.resolution = .ambiguous
        }
        return value
    }
}

extension DateReading {
    /// The value of a reading that asks for no other date.
    fileprivate var ownValue: TimexValue? {
        switch self {
        case .value(let value): value
        case .calendar(let point, nil, nil)
        where point.year != nil || point.grain >= .decade: .date(point)
        default: nil
        }
    }
}

/// A temporal expression, read but not resolved.
struct DateExpression {
    let tokens: Range<Int>
    let date: ReadDate
    let isCompound: Bool

    init(tokens: Range<Int>, date: ReadDate) {
        self.tokens = tokens
        self.date = date
        isCompound = !date.parts.isEmpty
    }

    var label: Label { date.label }
    var rule: String { date.rule }
    var reading: DateReading { date.reading }

    /// For ranges and pairs: the expressions that it is made of.
    var parts: [DateExpression] {
        date.parts.map { part in
            let start = tokens.lowerBound
            return DateExpression(
                tokens: start + part.tokens.lowerBound..<start + part.tokens.upperBound,
                date: part.date)
        }
    }
}

extension DateExpression {
    init(
        tokens: Range<Int>, label: Label, rule: String, reading: DateReading, mod: String? = nil,
        swapped: DatePoint? = nil, parts: [DateExpression] = []
    ) {
        let start = tokens.lowerBound
        self.init(
            tokens: tokens,
            date: ReadDate(
                label: label, rule: rule, reading: reading, mod: mod, swapped: swapped,
                parts: parts.map {
                    ($0.tokens.lowerBound - start..<$0.tokens.upperBound - start, $0.date)
                }))
    }
}
