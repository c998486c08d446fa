/// Reads TIMEX3 values.
struct TimexReader {
    private var rest: Substring

    private init(_ text: Substring) { rest = text }

    static func value(_ text: Substring) -> TimexValue? {
        if let reference = TimexValue.Reference(rawValue: String(text)) {
            return .reference(reference)
        }
        if let slash = text.firstIndex(of: "/") {
            guard let from = value(text[..<slash]),
                let to = value(text[text.index(after: slash)...])
            else { return nil }
            return .interval(from, to)
        }
        if text.first == "P" { return duration(text.dropFirst()).map(TimexValue.duration) }
        guard let mark = text.firstIndex(of: "T") else { return point(text).map(TimexValue.date) }
        guard let time = timeOfDay(text[text.index(after: mark)...]) else { return nil }
        if mark == text.startIndex { return .time(nil, time) }
        return point(text[..<mark]).flatMap { $0.grain == .day ? .time($0, time) : nil }
    }

    static func point(_ text: Substring) -> DatePoint? {
        var reader = TimexReader(text)
        guard let point = reader.point(), reader.rest.isEmpty, point.isValid else { return nil }
        return point
    }

    private mutating func take(_ prefix: String) -> Bool {
        guard rest.hasPrefix(prefix) else { return false }
        rest = rest.dropFirst(prefix.count)
        return true
    }

    /// Exactly `width` digits, or as many `X` for an unknown number.
    private mutating func number(_ width: Int) -> Int?? {
        let part = rest.prefix(width)
        guard part.utf8.count == width else { return nil }
        if part.allSatisfy({ $0 == "X" }) {
            rest = rest.dropFirst(width)
            return .some(nil)
        }
        guard part.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let value = Int(part) else { return nil }
        rest = rest.dropFirst(width)
        return .some(value)
    }

    private mutating func point() -> DatePoint? {
        let isBC = take("BC")
        let digits = rest.prefix { $0 != "-" }.count
        guard 1...4 ~= digits, let first = number(digits) else { return nil }
        if digits < 4 { return first.flatMap { TimexReader.period($0, digits, isBC: isBC) } }
        let year = isBC ? first.map { 1 - $0 } : first
        if isBC ? (year ?? 1) > 0 : year == 0 { return nil }
        guard take("-") else { return .year(year) }
        return inYear(year)
    }

    private static func period(_ number: Int, _ digits: Int, isBC: Bool) -> DatePoint? {
        let signed = isBC ? -1 - number : number
        switch digits {
        case 1: return isBC ? nil : .millennium(number)
        case 2: return .century(signed)
        default: return .decade(signed)
        }
    }

    private mutating func inYear(_ year: Int?) -> DatePoint? {
        if let season = Season.allCases.first(where: { rest == $0.rawValue }) {
            rest = ""
            return .season(year: year, season)
        }
        if take("H") { return number(1)?.map { .half(year: year, $0) } ?? nil }
        if take("Q") { return number(1).map { .quarter(year: year, $0) } }
        if take("W") {
            guard let week = number(2) else { return nil }
            guard take("-") else { return .week(year: year, week) }
            if take("WE") { return .weekend(year: year, week) }
            return number(1)?.flatMap(Weekday.init).map { .weekday(year: year, week, $0) }
        }
        guard let month = number(2) else { return nil }
        guard take("-") else { return .month(year: year, month) }
        return number(2).map { .day(year: year, month: month, day: $0) }
    }

    private static func timeOfDay(_ text: Substring) -> TimeOfDay? {
        if text == "XX" { return .unknown }
        if let part = DayPart(rawValue: String(text)) { return .part(part) }
        var reader = TimexReader(text)
        guard let hour = reader.number(2) ?? nil else { return nil }
        var minute: Int?
        var second: Int?
        if reader.take(":") {
            minute = reader.number(2) ?? nil
            guard minute != nil else { return nil }
            if reader.take(":") {
                second = reader.number(2) ?? nil
                guard second != nil else { return nil }
            }
        }
        var zone: Int?
        if reader.take("Z") {
            zone = 0
        } else if let sign = reader.rest.first, sign == "+" || sign == "-" {
            reader.rest = reader.rest.dropFirst()
            guard let hours = reader.number(2) ?? nil, reader.take(":"),
                let minutes = reader.number(2) ?? nil, minutes < 60, hours * 60 + minutes > 0
            else { return nil }
            zone = (hours * 60 + minutes) * (sign == "-" ? -1 : 1)
        }
        let time = TimeOfDay.clock(hour: hour, minute: minute, second: second, zone: zone)
        return reader.rest.isEmpty && time.isValid ? time : nil
    }

    private static func duration(_ text: Substring) -> TimexDuration? {
        var reader = TimexReader(text)
        var parts: [TimexDuration.Part] = []
        var isClock = false
        while !reader.rest.isEmpty {
            if !isClock, reader.take("T") { isClock = true }
            guard let amount = reader.amount() else { return nil }
            let symbol = reader.rest.prefix { $0.isLetter && $0 != "T" && $0 != "X" }
            let unit = TimexDuration.Unit.allCases.first {
                $0.symbol == symbol && $0.isOfClock == isClock
            }
            guard let unit else { return nil }
            reader.rest = reader.rest.dropFirst(symbol.count)
            parts.append(TimexDuration.Part(amount, unit))
        }
        return parts.isEmpty ? nil : TimexDuration(parts)
    }

    private mutating func amount() -> TimexDuration.Amount? {
        if take("X") { return .unknown }
        let digits = rest.prefix { ("0"..."9").contains($0) }
        guard let whole = Int(digits), String(whole) == digits else { return nil }
        rest = rest.dropFirst(digits.count)
        guard take(".") else { return TimexDuration.Amount(whole) }
        let fraction = rest.prefix { ("0"..."9").contains($0) }
        guard !fraction.isEmpty else { return nil }
        rest = rest.dropFirst(fraction.count)
        return TimexDuration.Amount(whole, fraction: String(fraction))
    }
}

extension TimexValue {
    /// Reads a value; `nil` for what is none, impossible dates included.
    public init?(_ text: some StringProtocol) {
        guard let value = TimexReader.value(Substring(text)) else { return nil }
        self = value
    }
}

extension DatePoint {
    /// Reads a TIMEX3 value that is a date.
    public init?(_ text: some StringProtocol) {
        guard let point = TimexReader.point(Substring(text)) else { return nil }
        self = point
    }
}
