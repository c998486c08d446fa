import Chronology

/// Date-time groups of armed forces: `161430Z FEB 19`.
extension DateReader {
    /// Day, hour, minute and the letter of a time zone in one token; then the month, and often the year.
    func timeGroup(_ index: Int) -> DateExpression? {
        guard let (digits, count) = source.leadingNumber(of: index), count == 6,
            index + 1 < source.text.tokens.count, !source.text.has(.sentenceStart, at: index + 1),
            let letter = source.text(of: index..<index + 1).utf8.last,
            let zone = DateReader.zone(ofLetter: letter & 0xDF),
            let month = source.word(index + 1..<index + 2, { $0.month })
        else { return nil }
        let year = groupYear(at: index + 2)
        let point = DatePoint.day(year: year, month: month, day: digits / 10_000)
        let time = TimeOfDay.clock(
            hour: digits / 100 % 100, minute: digits % 100, second: nil, zone: zone)
        guard point.isValid, time.isValid else { return nil }
        return DateExpression(
            tokens: index..<index + (year == nil ? 2 : 3), label: .time, rule: "date.dtg",
            reading: .calendar(point, nil, time))
    }

    private func groupYear(at index: Int) -> Int? {
        guard index < source.text.tokens.count else { return nil }
        let number = source.text.number(at: index)
        guard number != .max else { return nil }
        let year = Int(number)
        switch source.token(index).range.count {
        case 2: return DateReader.year(ofTwoDigits: year)
        case 4: return year
        default: return nil
        }
    }

    /// Minutes east of Greenwich: A to M without J go east, N to Y west, Z is Greenwich itself.
    private static func zone(ofLetter letter: UInt8) -> Int? {
        let number = Int(letter) - 0x40
        return switch number {
        case 1...9: number * 60
        case 11...13: (number - 1) * 60
        case 14...25: (13 - number) * 60
        case 26: 0
        default: nil
        }
    }
}
