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

struct FeastTests {
    /// Dates of Easter from the tables of the Astronomical Almanac.
    @Test(arguments: [
        (1583, "1583-04-10"), (1818, "1818-03-22"), (1916, "1916-04-23"), (1943, "1943-04-25"),
        (1961, "1961-04-02"), (1998, "1998-04-12"), (2000, "2000-04-23"), (2019, "2019-04-21"),
        (2024, "2024-03-31"), (2038, "2038-04-25"),
    ])
    func `Easter Sunday`(year: Int, expected: String) {
        #expect(Day.easter(year: year)?.description == expected)
    }

    @Test(arguments: [
        (4, Weekday.thursday, 2018, 11, "2018-11-22"), (1, .monday, 2019, 9, "2019-09-02"),
        (-1, .monday, 2019, 5, "2019-05-27"), (2, .sunday, 2019, 5, "2019-05-12"),
    ])
    func `The nth weekday of a month`(
        count: Int, weekday: Weekday, year: Int, month: Int, expected: String
    ) {
        #expect(
            Day.nth(count, weekday, year: year, month: month)?.description == expected)
        #expect(Day.nth(6, weekday, year: year, month: month) == nil)
        #expect(Day.nth(0, weekday, year: year, month: month) == nil)
    }
}
