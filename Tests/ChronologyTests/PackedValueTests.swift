import Testing

@testable import Chronology

@Suite struct PackedValueTests {
    private static let years: [Int?] = [nil, -9999, -44, -1, 0, 1, 43, 1999, 2000, 9999]

    private static var points: [DatePoint] {
        var points: [DatePoint] = []
        for number in [-1000, -2, -1, 0, 1, 2, 20, 199] {
            points += [.millennium(number), .century(number), .decade(number)]
        }
        for year in years {
            points += [.year(year), .half(year: year, 1), .half(year: year, 2)]
            points += Season.allCases.map { .season(year: year, $0) }
            for number in [nil, 1, 2, 4, 12, 53] {
                points += [
                    .quarter(year: year, number), .month(year: year, number),
                    .week(year: year, number), .weekend(year: year, number),
                ]
                points += [Weekday.monday, .sunday].map { .weekday(year: year, number, $0) }
                points += [nil, 1, 2, 31].map { .day(year: year, month: number, day: $0) }
            }
        }
        return points
    }

    private static var durations: [TimexDuration] {
        TimexDuration.Unit.allCases.flatMap { unit in
            [nil, 0, 1, 2, 12, 9_999_999].map { TimexDuration(TimexDuration.Amount($0), unit) }
        }
    }

    @Test func `No two values have one number`() throws {
        let values =
            Self.points.map(TimexValue.date) + Self.durations.map(TimexValue.duration)
            + TimexValue.Reference.allCases.map(TimexValue.reference)
        var byNumber: [UInt64: TimexValue] = [:]
        for value in values {
            let number = try #require(value.packed, "\(value)")
            #expect(number >> 44 == 0, "\(value)")
            #expect(byNumber[number] ?? value == value, "\(value) is \(number) too")
            byNumber[number] = value
        }
        #expect(byNumber.count == Set(values).count)
    }

    @Test(arguments: [
        "2019-02-12T14:30", "T14:30", "1939/1945", "PT5H30M", "P2.5Y",
    ])
    func `Values of many parts have none`(text: String) throws {
        #expect(try #require(TimexValue(text)).packed == nil)
    }

    @Test func `Nor have numbers that are too large`() {
        #expect(TimexValue.date(.year(1 << 40)).packed == nil)
        #expect(TimexValue.date(.month(year: 2019, 300)).packed == nil)
        #expect(TimexValue.date(.month(year: 2019, -1)).packed == nil)
        #expect(TimexValue.duration(TimexDuration(.init(1 << 40), .days)).packed == nil)
    }
}
