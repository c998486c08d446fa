import Chronology

/// Reads the matches of the date rules: one family of forms a file.
struct DateReader {
    let source: DateText
    let profile: DateProfile

    /// The expressions of all matches that can be read, overlaps settled: the longest stands, of equally long ones that
    /// of the higher priority, of those the first.
    func expressions() -> [DateExpression] {
        let memory = source.memory
        memory.overlaps.removeAll()
        var numeric = numericDates()
        if source.rules.customs.hasHanNumerals { numeric += hanDates() }
        for (index, expression) in numeric.enumerated() {
            memory.overlaps.add(expression.tokens, DateReader.numericPriority, .read(index))
        }
        for (program, matches) in source.matches.enumerated() {
            guard let priorities = source.rules.programs[program].priorities[profile] else {
                continue
            }
            priorities.withUnsafeBufferPointer { priorities in
                for index in matches.indices {
                    let match = matches[index]
                    if let priority = priorities[match.rule] {
                        memory.overlaps.add(
                            match.span, Int(priority), .match(program: program, match))
                    }
                }
            }
        }
        let reader = DateMatch(source)
        defer { memory.steps += memory.overlaps.steps }
        return memory.overlaps.settled { origin in
            switch origin {
            case .read(let index): return numeric[index]
            case .match(let program, let match):
                guard let rule = source.rules.programs[program].rules[match.rule] else {
                    return nil
                }
                reader.read(match, of: rule, source.matches[program].captures)
                return expression(reader, rule)
            }
        }
    }

    private func expression(_ match: DateMatch, _ rule: DateRule) -> DateExpression? {
        guard let reading = reading(match, rule) else { return nil }
        return DateExpression(
            tokens: match.span, label: rule.label, rule: rule.id, reading: reading,
            mod: mod(match, rule, reading),
            swapped: rule.form == .slashed ? slashedDayFirst(match) : nil,
            parts: parts(match, rule, reading))
    }

    /// TIMEX3 says of a day that counts back or on from another that it is before or after.
    private func mod(_ match: DateMatch, _ rule: DateRule, _ reading: DateReading) -> String? {
        if rule.form == .yearend { return "END" }
        // The sight of the moon decides, which may be had a day sooner or later.
        if case .written(_, _, let date) = reading, date.name == CalendarSystem.hijri.rawValue {
            return "APPROX"
        }
        if let mod = rule.mod { return mod }
        guard let mod = match.mod else { return nil }
        guard case .offset(_, let isBack, _, _) = reading else { return mod }
        return switch mod {
        case "MORE_THAN": isBack ? "BEFORE" : "AFTER"
        case "LESS_THAN": isBack ? "AFTER" : "BEFORE"
        case "EQUAL_OR_MORE": isBack ? "ON_OR_BEFORE" : "ON_OR_AFTER"
        case "EQUAL_OR_LESS": isBack ? "ON_OR_AFTER" : "ON_OR_BEFORE"
        default: mod
        }
    }

    private func parts(_ match: DateMatch, _ rule: DateRule, _ reading: DateReading)
        -> [DateExpression]
    {
        // A range of two whole dates is one for the house, whatever word stands in it.
        if rule.form == .range, profile == .house { return [] }
        guard case .interval(let first, let second) = reading, let a = match.tokens(.a),
            let b = match.tokens(.b)
        else { return [] }
        // The first part takes the words before it: `the years 1755–57`.
        let tokens = match.span.lowerBound..<a.upperBound
        return [(tokens, first), (b, second)].map { tokens, reading in
            DateExpression(
                tokens: tokens, label: rule.label, rule: rule.id, reading: reading)
        }
    }

    private func reading(_ match: DateMatch, _ rule: DateRule) -> DateReading? {
        switch rule.form {
        case .calendar: calendar(match, isContainer: rule.isContainer)
        case .year: year(match)
        case .fiscal: fiscalYear(match)
        case .iso, .slashed: slashed(match)
        case .years: years(match)
        case .days: days(match)
        case .range: range(match)
        case .decade: decade(match)
        case .century: century(match)
        case .season: season(match)
        case .quarter: quarter(match)
        case .half: half(match)
        case .dayword: dayWord(match)
        case .dir: directed(match)
        case .weekday: weekday(match)
        case .offset: offset(match, rule.offset)
        case .offsetfrom: offsetFrom(match)
        case .beforelast: beforeLast(match)
        case .nth: nth(match)
        case .then: .then
        case .holiday: holiday(match)
        case .reference: (rule.value ?? match.word(.ref) { $0.reference }).map(DateReading.value)
        case .recent: .value(.reference(match.has(.when) ? .future : .past))
        case .count: duration(match, isHyphened: rule.id == "duration.hyphen")
        case .longword: longWord(match)
        case .setword, .every, .rate: set(match)
        case .clock: clock(match)
        case .clockjoined: joinedClock(match)
        case .clockpast: pastClock(match)
        case .timex: TimexValue(source.text(of: match.span)).map(DateReading.value)
        case .centuries: centuries(match)
        case .millennium: millennium(match)
        case .nthweekday: nthWeekday(match)
        case .earlyhours: earlyHours(match)
        case .quarters: quarters(match)
        case .halves: halves(match)
        case .dayofdir: dayOfDirected(match)
        case .yearend: yearEnd(match)
        case .calendars: otherCalendar(match, rule.calendar)
        case .japanese: japanese(match)
        case .oldstyle: oldStyle(match)
        case .twostyles: twoStyles(match)
        case .part: match.part.map { .part($0, nil) }
        }
    }
}
