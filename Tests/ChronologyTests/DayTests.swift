import Foundation
import Testing

@testable import Chronology

struct DayTests {
    private static let gregorian: Calendar = {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = TimeZone(secondsFromGMT: 0)!
        return calendar
    }()

    /// Foundation changes to the Julian calendar for days before 1582; from then on both must agree.
    @Test func `Days, weekdays and weeks are those of Foundation's ISO calendar`() throws {
        var number = Day(unchecked: 1600, 1, 1).number
        while number < Day(unchecked: 2800, 1, 1).number {
            let day = Day(number: number)
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = Self.gregorian.dateComponents(
                [.year, .month, .day, .weekday, .weekOfYear, .yearForWeekOfYear], from: date)
            #expect(day.civil == (parts.year!, parts.month!, parts.day!))
            #expect(day.weekday.rawValue == (parts.weekday! + 5) % 7 + 1)
            #expect(day.isoWeek == (parts.yearForWeekOfYear!, parts.weekOfYear!))
            number += 17
        }
    }

    @Test func `Every day of twenty thousand years has a number and every number a day`() {
        var expected = Day(unchecked: -9999, 1, 1).number
        for year in -9999...9999 {
            for month in 1...12 {
                let first = Day(year: year, month: month, day: 1)
                #expect(first?.number == expected)
                let last = Day(number: expected + Day.count(year: year, month: month) - 1)
                if last.civil != (year, month, Day.count(year: year, month: month)) {
                    Issue.record("\(year)-\(month) ends with \(last)")
                }
                expected += Day.count(year: year, month: month)
            }
        }
    }

    @Test(arguments: [
        (2019, 2, 30), (2019, 13, 1), (2019, 0, 1), (1900, 2, 29), (2019, 4, 31), (10_000, 1, 1),
    ])
    func `There is no such day`(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        // 2019-02-12 was a Tuesday.
        (Weekday.tuesday, Direction.past, "2019-02-12"),
        (.tuesday, .before, "2019-02-05"),
        (.tuesday, .future, "2019-02-12"),
        (.tuesday, .after, "2019-02-19"),
        (.friday, .past, "2019-02-08"),
        (.friday, .future, "2019-02-15"),
        (.friday, .nearest, "2019-02-15"),
        (.saturday, .nearest, "2019-02-09"),
        (.monday, .before, "2019-02-11"),
    ])
    func `The nearest weekday`(weekday: Weekday, direction: Direction, expected: String) throws {
        let tuesday = try #require(Day(year: 2019, month: 2, day: 12))
        #expect(tuesday.nearest(weekday, direction).description == expected)
    }

    @Test(arguments: [
        ("XXXX-11", Direction.past, "2018-11"), ("XXXX-11", .future, "2019-11"),
        ("XXXX-06", .nearest, "2019-06"), ("XXXX-02-12", .past, "2019-02-12"),
        ("XXXX-02-12", .before, "2018-02-12"), ("XXXX-02-29", .past, "2016-02-29"),
        ("XXXX-01-14", .nearest, "2019-01-14"), ("XXXX-SU", .past, "2018-SU"),
        ("XXXX-12", .nearest, "2018-12"),
    ])
    func `The nearest year`(point: String, direction: Direction, expected: String) throws {
        let anchor = try #require(DatePoint("2019-02-12")?.days)
        let point = try #require(DatePoint(point))
        #expect(point.inYear(nearestTo: anchor, direction)?.description == expected)
    }
}
