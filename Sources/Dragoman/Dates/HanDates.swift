import Chronology
import Segmentation

/// Dates in Chinese numerals: `二〇一九年二月十二日`, `一九四九年`, `十月一日`.
///
/// ICU's dictionary cuts them into words as it finds them, so that no rule can say where their parts are; they are read
/// letter by letter from one token's start to another's end.
extension DateReader {
    func hanDates() -> [DateExpression] {
        var found: [DateExpression] = []
        var index = 0
        while index < source.text.tokens.count {
            if source.token(index).kind == .ideograph, let expression = hanDate(at: index) {
                found.append(expression)
                index = expression.tokens.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private func hanDate(at first: Int) -> DateExpression? {
        var letters = HanLetters(utf8: source.text.utf8, place: Int(source.token(first).start))
        guard let point = letters.date() else { return nil }
        var end = first
        while end < source.text.tokens.count, source.token(end).end < letters.place { end += 1 }
        guard end < source.text.tokens.count, source.token(end).end == letters.place else {
            return nil
        }
        return DateExpression(
            tokens: first..<end + 1, label: .date, rule: "date.han",
            reading: .calendar(point, nil, nil))
    }
}

/// Reads a date from a place in a text on.
private struct HanLetters {
    let utf8: TextBytes
    /// Where the next letter starts.
    private(set) var place: Int

    /// A year, its month, and that month's day, as far as they are written; or a month and its day.
    mutating func date() -> DatePoint? {
        let year = part("年", year)
        guard let month = part("月", number) else { return year.map { .year($0) } }
        let day = part("日", number)
        if year == nil, day == nil { return nil }
        let point =
            day == nil
            ? DatePoint.month(year: year, month) : .day(year: year, month: month, day: day)
        return point.isValid ? point : nil
    }

    /// A number that a letter follows; the place stays where there is none.
    private mutating func part(
        _ unit: Unicode.Scalar, _ read: (inout HanLetters) -> Int?
    ) -> Int? {
        var letters = self
        guard let value = read(&letters), letters.take(unit) else { return nil }
        self = letters
        return value
    }

    /// Four digits: `一九四九`.
    private func year(_ letters: inout HanLetters) -> Int? {
        var value = 0
        for _ in 0..<4 {
            guard let digit = letters.digit() else { return nil }
            value = value * 10 + digit
        }
        return 1000...2100 ~= value ? value : nil
    }

    /// `二`, `十`, `十二`, `三十`, `三十一`.
    private func number(_ letters: inout HanLetters) -> Int? {
        let first = letters.digit()
        guard letters.take("十") else { return first.flatMap { $0 == 0 ? nil : $0 } }
        return (first ?? 1) * 10 + (letters.digit() ?? 0)
    }

    private mutating func digit() -> Int? {
        for (value, letters) in Self.digits.enumerated() where letters.contains(where: { take($0) })
        {
            return value
        }
        return nil
    }

    /// By value; zero is also written as a letter and as a circle that is none.
    private static let digits: [[Unicode.Scalar]] = [
        ["〇", "零", "○"], ["一"], ["二"], ["三"], ["四"], ["五"], ["六"], ["七"], ["八"], ["九"],
    ]

    private mutating func take(_ letter: Unicode.Scalar) -> Bool {
        let bytes = UTF8.encode(letter)!
        guard utf8[place...].starts(with: bytes) else { return false }
        place += bytes.count
        return true
    }
}
