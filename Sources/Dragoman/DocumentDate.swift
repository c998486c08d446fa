import Chronology

/// A document creation time: a day, month or year of the calendar.
///
/// `2019-02-12`, `2019-02`, `2019` and `20190212` are read; of `2019-02-12T10:30:00Z` the day.
struct DocumentDate: Sendable, Equatable {
    let point: DatePoint

    /// - Returns: `nil` for what is no date, or none of the calendar.
    init?(_ text: String) {
        var text = text.prefix { $0 != "T" && $0 != " " }
        if text.utf8.count == 8, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
            text = text.prefix(4) + "-" + text.dropFirst(4).prefix(2) + "-" + text.dropFirst(6)
        }
        let lengths = [4, 7, 10]
        guard lengths.contains(text.utf8.count), let point = DatePoint(text), point.isValid,
            [.day, .month, .year].contains(point.grain), point.year != nil
        else { return nil }
        self.point = point
    }
}
