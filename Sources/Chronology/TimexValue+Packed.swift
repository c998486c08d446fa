/// Values as one number, so that what is made of a value can be found again by it.
extension TimexValue {
    /// A number that no other value has; `nil` for times, intervals, lengths of more than one part, and what would need more
    /// bits. The highest 20 of the 64 are 0.
    package var packed: UInt64? {
        switch self {
        case .date(let point): point.packed
        case .duration(let duration): duration.packed
        case .reference(.past): Packing.reference
        case .reference(.present): Packing.reference | 1 << 4
        case .reference(.future): Packing.reference | 2 << 4
        case .time, .interval: nil
        }
    }
}

/// The lowest four bits say what is packed: points of the calendar have their own from 0 on.
private enum Packing {
    static let reference: UInt64 = 14
    static let duration: UInt64 = 15

    /// 1 for `least` and so on, 0 for a number that is not known; `nil` if it needs more bits.
    static func bits(_ number: Int?, from least: Int, count: Int) -> UInt64? {
        guard let number else { return 0 }
        let bits = number &- least &+ 1
        return 0 < bits && bits < 1 << count ? UInt64(bits) : nil
    }
}

extension DatePoint {
    fileprivate var packed: UInt64? {
        switch self {
        case .millennium(let number): Self.packed(0, number)
        case .century(let number): Self.packed(1, number)
        case .decade(let number): Self.packed(2, number)
        case .year(let year): Self.packed(3, year)
        case .half(let year, let half): Self.packed(4, year, half)
        case .season(let year, let season): Self.packed(5, year, season.firstMonth)
        case .quarter(let year, let quarter): Self.packed(6, year, quarter)
        case .month(let year, let month): Self.packed(7, year, month)
        case .week(let year, let week): Self.packed(8, year, week)
        case .weekend(let year, let week): Self.packed(9, year, week)
        case .weekday(let year, let week, let weekday):
            Self.packed(10, year, week, weekday.rawValue)
        case .day(let year, let month, let day): Self.packed(11, year, month, day)
        }
    }

    /// Each number in bits of its own.
    private static func packed(
        _ kind: UInt64, _ year: Int?, _ first: Int? = nil, _ second: Int? = nil
    ) -> UInt64? {
        guard let year = Packing.bits(year, from: -0x8000, count: 17),
            let first = Packing.bits(first, from: 0, count: 8),
            let second = Packing.bits(second, from: 0, count: 8)
        else { return nil }
        return kind | year << 4 | first << 24 | second << 32
    }
}

extension TimexDuration {
    fileprivate var packed: UInt64? {
        guard parts.count == 1, parts[0].amount.fraction.isEmpty,
            let count = Packing.bits(parts[0].amount.whole, from: 0, count: 36)
        else { return nil }
        return Packing.duration | parts[0].unit.number << 4 | count << 8
    }
}

extension TimexDuration.Unit {
    fileprivate var number: UInt64 {
        switch self {
        case .millennia: 0
        case .centuries: 1
        case .decades: 2
        case .years: 3
        case .quarters: 4
        case .months: 5
        case .weekends: 6
        case .weeks: 7
        case .days: 8
        case .hours: 9
        case .minutes: 10
        case .seconds: 11
        }
    }
}
