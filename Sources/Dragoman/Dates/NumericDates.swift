import Chronology
import Segmentation

/// A date whose first two numbers are day and month, in an order that may be open.
struct NumericDate {
    var first: Int
    var second: Int
    var year: Int
    /// Whether the language writes the day first; if not, either order may be.
    var isDayFirst = false

    private var monthFirst: Day? { Day(year: year, month: first, day: second) }
    private var dayFirst: Day? { Day(year: year, month: second, day: first) }

    /// The day with the month first, if the order is open; what only the other order allows is read so, and is not
    /// ambiguous.
    var point: DatePoint? {
        (isDayFirst ? dayFirst : monthFirst ?? dayFirst).map { DatePoint($0) }
    }

    /// The day with the month second, if both orders give one.
    var swapped: DatePoint? {
        isDayFirst || monthFirst == nil || first == second
            ? nil : dayFirst.map { DatePoint($0) }
    }
}

/// Dates that ICU's word rules do not cut at their separators: `12.02.2019`, `2019-02-12T14:30:00Z`.
extension DateReader {
    static let numericPriority = 20

    func numericDates() -> [DateExpression] {
        var found: [DateExpression] = []
        let digits = digits
        source.text.tokens.withUnsafeBufferPointer { tokens in
            for word in digits.indices {
                var bits = digits[word]
                while bits != 0 {
                    let index = word * 64 + bits.trailingZeroBitCount
                    bits &= bits - 1
                    if let expression = numericDate(at: index, tokens) { found.append(expression) }
                }
            }
        }
        return found
    }

    /// One bit a token: the rules have looked already.
    private var digits: [UInt64] {
        if let matches = source.matches.first { return matches.digits }
        let tokens = source.text.tokens
        var digits = [UInt64](repeating: 0, count: (tokens.count + 63) / 64)
        for index in tokens.indices where tokens[index].flags.contains(.hasDigit) {
            digits[index / 64] |= 1 << UInt64(index % 64)
        }
        return digits
    }

    private func numericDate(
        at index: Int, _ tokens: UnsafeBufferPointer<Token>
    ) -> DateExpression? {
        let length = tokens[index].end - tokens[index].start
        // `161430Z`
        if length == 7 { return timeGroup(index) }
        // `1.2.2019` to `12.02.2019`.
        if 8...10 ~= length { return hasTwoStops(tokens[index].range) ? dotted(index) : nil }
        // `2019-`: nothing else can start a timestamp.
        guard length == 4, index + 1 < tokens.count,
            tokens[index + 1].start == tokens[index].end
        else { return nil }
        return timestamp(index)
    }

    private func hasT(_ bytes: Range<Int>) -> Bool {
        source.text.utf8.withUnsafeBufferPointer { $0[bytes].contains(UInt8(ascii: "T")) }
    }

    private func hasTwoStops(_ bytes: Range<Int>) -> Bool {
        source.text.utf8.withUnsafeBufferPointer { utf8 in
            bytes.count { utf8[$0] == UInt8(ascii: ".") } == 2
        }
    }

    private func dotted(_ index: Int) -> DateExpression? {
        let written = source.text.text(at: index)
        guard written.utf8.allSatisfy({ 0x30...0x39 ~= $0 || $0 == 0x2E }) else { return nil }
        let parts = written.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 3, parts[0].utf8.count == 4, 1...2 ~= parts[1].count,
            1...2 ~= parts[2].count, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), let date = Day(year: year, month: month, day: day)
        {
            return expression(
                index..<index + 1, .calendar(DatePoint(date), nil, nil), swapped: nil)
        }
        guard parts.count == 3, 1...2 ~= parts[0].count, 1...2 ~= parts[1].count,
            parts[2].count == 4, let first = Int(parts[0]), let second = Int(parts[1]),
            let year = Int(parts[2])
        else { return nil }
        // Full stops are the custom of countries that write the day first.
        let date =
            source.rules.customs.isDayFirst
            ? NumericDate(first: first, second: second, year: year, isDayFirst: true)
            : NumericDate(first: second, second: first, year: year)
        guard let point = date.point else { return nil }
        return expression(
            index..<index + 1, .calendar(point, nil, nil), swapped: date.swapped)
    }

    /// `2019-02-12T14:30:05Z`, which is the tokens `2019 - 02 - 12T14 : 30 : 05Z`.
    private func timestamp(_ index: Int) -> DateExpression? {
        let start = Int(source.text.tokens[index].start)
        var end = index
        while end < source.text.tokens.count, end - index < 14,
            end == index || source.text.tokens[end - 1].end == source.text.tokens[end].start
        {
            end += 1
        }
        // The T stands in the fifth token; without it nothing is read letter by letter.
        guard end - index >= 5, hasT(source.text.tokens[index + 4].range) else { return nil }
        while end - index >= 5 {
            let bytes = source.text.utf8[start..<Int(source.text.tokens[end - 1].end)]
            let written = String(decoding: bytes, as: UTF8.self)
            if let value = TimexValue(written), case .time(.some, _) = value {
                return expression(index..<end, .value(value), swapped: nil, label: .time)
            }
            end -= 1
        }
        return nil
    }

    private func expression(
        _ tokens: Range<Int>, _ reading: DateReading, swapped: DatePoint?, label: Label = .date
    ) -> DateExpression {
        DateExpression(
            tokens: tokens, label: label, rule: "date.numeric", reading: reading,
            swapped: swapped)
    }
}
