/// Reads EDTF.
struct EDTFReader {
    private var rest: Substring.UTF8View

    private init(_ text: Substring.UTF8View) { rest = text }

    static func value(_ text: Substring.UTF8View) -> EDTF? {
        let inner = text.dropFirst().dropLast()
        switch (text.first, text.last) {
        case (UInt8(ascii: "["), UInt8(ascii: "]")): return elements(inner).map(EDTF.oneOf)
        case (UInt8(ascii: "{"), UInt8(ascii: "}")): return elements(inner).map(EDTF.allOf)
        default: break
        }
        if let slash = text.firstIndex(of: UInt8(ascii: "/")) {
            guard let from = bound(text[..<slash]),
                let to = bound(text[text.index(after: slash)...])
            else { return nil }
            if from == .unknown, to == .unknown { return nil }
            if let first = from.earliest, let last = to.latest, first > last { return nil }
            return .interval(from, to)
        }
        guard let mark = text.firstIndex(of: UInt8(ascii: "T")) else {
            return date(text).map(EDTF.date)
        }
        return time(text, mark).map { .time($0, $1) }
    }

    private static func time(
        _ text: Substring.UTF8View, _ mark: Substring.Index
    ) -> (EDTFDate, TimeOfDay)? {
        guard let date = date(text[..<mark]), date.isExactDay else { return nil }
        var reader = EDTFReader(text[text.index(after: mark)...])
        guard let clock = reader.clock(), reader.rest.isEmpty, clock.isValid else { return nil }
        return (date, clock)
    }

    private static func bound(_ text: Substring.UTF8View) -> EDTF.Bound? {
        if text.isEmpty { return .unknown }
        if text.elementsEqual("..".utf8) { return .open }
        if let mark = text.firstIndex(of: UInt8(ascii: "T")) {
            return time(text, mark).map { .time($0, $1) }
        }
        return date(text).map(EDTF.Bound.date)
    }

    private static func elements(_ text: Substring.UTF8View) -> [EDTF.Element]? {
        var result: [EDTF.Element] = []
        for part in text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            // Some writers put a blank behind the comma.
            let member = part.first == UInt8(ascii: " ") ? part.dropFirst() : part
            guard let element = element(member) else { return nil }
            result.append(element)
        }
        return result
    }

    private static func element(_ text: Substring.UTF8View) -> EDTF.Element? {
        guard let dot = text.firstIndex(of: UInt8(ascii: ".")) else {
            return date(text).map(EDTF.Element.date)
        }
        let (before, after) = (text[..<dot], text[dot...].dropFirst(2))
        guard text[dot...].starts(with: "..".utf8) else { return nil }
        let from = before.isEmpty ? nil : date(before)
        let to = after.isEmpty ? nil : date(after)
        guard (from == nil) == before.isEmpty, (to == nil) == after.isEmpty,
            from != nil || to != nil
        else { return nil }
        if let first = from?.earliest, let last = to?.latest, first > last { return nil }
        return .range(from, to)
    }

    static func date(_ text: Substring.UTF8View) -> EDTFDate? {
        var reader = EDTFReader(text)
        guard let date = reader.date(), reader.rest.isEmpty, date.exists else { return nil }
        return date
    }
}

extension EDTFReader {
    private mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func date() -> EDTFDate? {
        let before = qualifier()
        guard let year = year() else { return nil }
        var date = EDTFDate(year: year)
        let after = qualifier()
        date.yearQualifier = before.union(after)
        guard case .digits(_, _, nil) = year, take(UInt8(ascii: "-")) else { return date }
        let left = qualifier()
        guard let part = digits(2) else { return nil }
        date.part = part
        // A mark on the right of a part is one of all that stands before it.
        let right = qualifier()
        date.partQualifier = left.union(right)
        date.yearQualifier.formUnion(right)
        guard take(UInt8(ascii: "-")) else { return date }
        let ownMark = qualifier()
        guard let day = digits(2) else { return nil }
        date.day = day
        let mark = qualifier()
        date.dayQualifier = ownMark.union(mark)
        date.partQualifier.formUnion(mark)
        date.yearQualifier.formUnion(mark)
        return date
    }

    private mutating func qualifier() -> EDTFQualifier {
        if take(UInt8(ascii: "?")) { return .uncertain }
        if take(UInt8(ascii: "~")) { return .approximate }
        if take(UInt8(ascii: "%")) { return [.uncertain, .approximate] }
        return []
    }

    private mutating func digits(_ width: Int) -> EDTFDigits? {
        var places: [UInt8?] = []
        for byte in rest.prefix(width) {
            if byte == UInt8(ascii: "X") {
                places.append(nil)
            } else if byte &- 0x30 < 10 {
                places.append(byte - 0x30)
            } else {
                return nil
            }
        }
        guard places.count == width else { return nil }
        rest = rest.dropFirst(width)
        return EDTFDigits(places)
    }

    private mutating func year() -> EDTFYear? {
        if take(UInt8(ascii: "Y")) { return longYear() }
        let isNegative = take(UInt8(ascii: "-"))
        guard let digits = digits(4), !(isNegative && digits.number == 0) else { return nil }
        guard take(UInt8(ascii: "S")) else {
            return .digits(digits, isNegative: isNegative, significant: nil)
        }
        guard let significant = number(), 1...4 ~= significant, digits.number != nil else {
            return nil
        }
        return .digits(digits, isNegative: isNegative, significant: significant)
    }

    /// What stands behind the `Y`.
    private mutating func longYear() -> EDTFYear? {
        let isNegative = take(UInt8(ascii: "-"))
        guard let magnitude = number(), magnitude > 0 else { return nil }
        var exponent: Int?
        if take(UInt8(ascii: "E")) {
            guard let power = number(), power < 1000 else { return nil }
            exponent = power
        }
        // Four digits need no letter.
        guard exponent != nil || magnitude > 9999 else { return nil }
        var significant: Int?
        if take(UInt8(ascii: "S")) {
            significant = number()
            let digits = String(magnitude).utf8.count + (exponent ?? 0)
            guard let significant, 1...digits ~= significant else { return nil }
        }
        return .long(
            isNegative ? -magnitude : magnitude, exponent: exponent, significant: significant)
    }

    /// A number without zeros before it.
    private mutating func number() -> Int? {
        let digits = rest.prefix { $0 &- 0x30 < 10 }
        guard 1...18 ~= digits.count, digits.count == 1 || digits.first != UInt8(ascii: "0") else {
            return nil
        }
        rest = rest[digits.endIndex...]
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private mutating func clock() -> TimeOfDay? {
        guard let hour = digits(2)?.number, take(UInt8(ascii: ":")), let minute = digits(2)?.number,
            take(UInt8(ascii: ":")), let second = digits(2)?.number
        else { return nil }
        var zone: Int?
        if take(UInt8(ascii: "Z")) {
            zone = 0
        } else if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
            rest.removeFirst()
            guard let hours = digits(2)?.number else { return nil }
            var minutes = 0
            if take(UInt8(ascii: ":")) {
                guard let number = digits(2)?.number, number < 60 else { return nil }
                minutes = number
            }
            zone = (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
        }
        return .clock(hour: hour, minute: minute, second: second, zone: zone)
    }
}

extension EDTF {
    /// Reads a value; `nil` for what is none, impossible days and intervals that end before they begin included.
    public init?(_ text: some StringProtocol) {
        guard let value = EDTFReader.value(Substring(text).utf8) else { return nil }
        self = value
    }
}

extension EDTFDate {
    /// Reads a date.
    public init?(_ text: some StringProtocol) {
        guard let date = EDTFReader.date(Substring(text).utf8) else { return nil }
        self = date
    }
}
