import Chronology

/// A document creation time: a day, month or year of the calendar.
///
/// `2019-02-12`, `2019-02`, `2019` and `20190212` are read; of `2019-02-12T10:30:00Z` the day.
struct DocumentDate: Sendable, Equatable {
    let point: DatePoint

    /// - Returns: `nil` for what is no date, or none of the calendar.
    init?(_ text: String) {
        var digits = 0
        var count = 0
        var length = 0
        var dashes = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "T") || byte == UInt8(ascii: " ") { break }
            if byte == UInt8(ascii: "-") {
                guard length == 4 || length == 7 else { return nil }
                dashes += 1
            } else {
                guard byte &- 0x30 < 10, count < 8 else { return nil }
                digits = digits * 10 + Int(byte &- 0x30)
                count += 1
            }
            length += 1
        }
        let point: DatePoint
        switch (count, dashes) {
        case (4, 0): point = .year(digits)
        case (6, 1): point = .month(year: digits / 100, digits % 100)
        case (8, 0), (8, 2):
            point = .day(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
        default: return nil
        }
        guard point.isValid, let year = point.year, year > 0 else { return nil }
        self.point = point
    }
}
