import CICUCalendars
import Testing

@testable import Chronology

/// Days as ICU's calendars have them, over ±9999 years.
struct ICUCalendarTests {
    /// A calendar of ICU as long as it is needed.
    final class Referee {
        private let calendar: OpaquePointer

        init(_ name: String) throws { calendar = try #require(cicu_calendar_open(name)) }

        deinit { cicu_calendar_close(calendar) }

        func date(_ day: Day) -> CICUDate { cicu_calendar_date(calendar, Int64(day.number)) }
    }

    /// Every so many days from the first to the last: a prime, so that every day of year and week comes.
    static func days(every step: Int = 37) -> some Sequence<Day> {
        let (first, last) = (Day(unchecked: -9999, 1, 1), Day(unchecked: 9999, 12, 31))
        return stride(from: first.number, through: last.number, by: step).map(Day.init(number:))
    }

    @Test func `The Gregorian calendar, its weekdays and weeks`() throws {
        let referee = try Referee("gregorian-proleptic")
        for day in Self.days() {
            let (date, civil) = (referee.date(day), day.civil)
            guard civil == (Int(date.extended_year), Int(date.month) + 1, Int(date.day)),
                day.weekday.rawValue == (Int(date.weekday) + 5) % 7 + 1,
                day.isoWeek.week == Int(date.week),
                Day(year: civil.year, month: civil.month, day: civil.day) == day
            else {
                Issue.record("\(civil) is \(date)")
                return
            }
        }
    }

    @Test func `The Julian calendar`() throws {
        let referee = try Referee("julian")
        for day in Self.days() {
            let (date, julian) = (referee.date(day), day.julian)
            guard julian == (Int(date.extended_year), Int(date.month) + 1, Int(date.day)) else {
                Issue.record("\(julian) is \(date)")
                return
            }
            guard let back = Day(julianYear: julian.year, month: julian.month, day: julian.day)
            else {
                #expect(!Day.years.contains(julian.year))
                continue
            }
            #expect(back == day)
        }
    }

    /// ICU 72 puts off some new years of the Hebrew calendar twice: 5807 began on Monday, 1 October 2046, and not on the
    /// day after. The year before is then as wrong as the year itself.
    private static func isPutOffTwice(
        _ year: Int, _ calendar: CalendarSystem, _ referee: Referee
    ) -> Bool {
        guard calendar == .hebrew else { return false }
        return [year, year + 1].contains { year in
            guard let first = calendar.days(year: year)?.lowerBound else { return true }
            return referee.date(first).day == 29 && referee.date(first + 1).day == 1
        }
    }

    @Test func `ICU puts off twice few new years of the Hebrew calendar`() throws {
        let referee = try Referee("hebrew")
        let years = (1...9998).filter { year in
            let first = CalendarSystem.hebrew.days(year: year)?.lowerBound
            return first.map { referee.date($0).month != 0 } ?? true
        }
        #expect(years.count == 55 && years.contains(5807))
    }

    /// From the first day that ICU and this module both have, to the end of the calendar's years.
    @Test(arguments: [
        (CalendarSystem.hijri, "0622-07-19"), (.hebrew, "-3759-01-01"), (.persian, "0622-03-22"),
    ])
    func `Years, months and days of other calendars`(
        calendar: CalendarSystem, first: String
    ) throws {
        let referee = try Referee(calendar.rawValue)
        let start = try #require(EDTFDate(first)?.earliest)
        for day in Self.days() where day >= start {
            let date = referee.date(day)
            let (year, month) = (Int(date.extended_year), Int(date.month) + 1)
            guard calendar.years.contains(year), !Self.isPutOffTwice(year, calendar, referee)
            else { continue }
            let days = calendar.days(year: year, month: month, day: Int(date.day))
            let whole = calendar.days(year: year, month: month)
            guard days == day...day, whole?.lowerBound == day + (1 - Int(date.day)),
                calendar.days(year: year)?.contains(day) == true
            else {
                Issue.record("\(day) is \(date), not \(String(describing: days))")
                return
            }
            // The day after a month's last is the first of another.
            let next = whole.map { referee.date($0.upperBound + 1).day }
            if next != 1 {
                Issue.record("\(date) ends with \(String(describing: whole))")
                return
            }
        }
    }

    @Test(arguments: [
        (CalendarSystem.hijri, 1441, 3, 12, "2019-11-09"), (.hebrew, 5780, 8, 15, "2020-04-09"),
        (.hebrew, 5708, 9, 5, "1948-05-14"), (.persian, 1357, 11, 22, "1979-02-11"),
        (.republican, 8, 2, 18, "1799-11-09"), (.republican, 2, 11, 9, "1794-07-27"),
        (.republican, 3, 13, 6, "1795-09-22"), (.republican, 14, 4, 10, "1805-12-31"),
        (.julian, 1917, 10, 25, "1917-11-07"),
    ])
    func `Days that histories give in both calendars`(
        calendar: CalendarSystem, year: Int, month: Int, day: Int, gregorian: String
    ) {
        let days = calendar.days(year: year, month: month, day: day)
        #expect(
            days.map { [$0.lowerBound, $0.upperBound].map(\.description) } == [
                gregorian, gregorian,
            ])
    }

    @Test(arguments: [
        (CalendarSystem.hijri, 1441, 2, 30), (.hijri, 0, 1, 1), (.hebrew, 5780, 6, 1),
        (.hebrew, 5780, 14, 1), (.persian, 1400, 12, 30), (.republican, 15, 1, 1),
        (.republican, 2, 13, 6), (.republican, 2, 1, 31), (.julian, 1901, 2, 29),
    ])
    func `Days that no other calendar has either`(
        calendar: CalendarSystem, year: Int, month: Int, day: Int
    ) {
        #expect(calendar.days(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        (233, "1912-07-30"), (234, "1926-12-25"), (235, "1989-01-08"),
        (236, "2019-05-01"),
    ])
    func `The eras of Japan began on these days`(era: Int32, first: String) throws {
        let referee = try Referee("japanese")
        let day = try #require(DatePoint(first)?.day)
        #expect(referee.date(day).era == era && referee.date(day - 1).era == era - 1)
    }

    @Test(arguments: [
        ("1582-10-15", 1582, 10, 5), ("1917-11-07", 1917, 10, 25), ("1752-09-14", 1752, 9, 3),
        ("0000-12-30", 1, 1, 1), ("1900-03-13", 1900, 2, 29), ("-0043-03-13", -43, 3, 15),
    ])
    func `Days of both calendars`(gregorian: String, year: Int, month: Int, day: Int) throws {
        let found = try #require(Day(julianYear: year, month: month, day: day))
        #expect(found.description == gregorian)
    }

    @Test func `The Julian calendar has no other days`() {
        #expect(Day(julianYear: 1901, month: 2, day: 29) == nil)
        #expect(Day(julianYear: 1900, month: 2, day: 30) == nil)
        #expect(Day(julianYear: 1900, month: 13, day: 1) == nil)
        #expect(Day(julianYear: 10_000, month: 1, day: 1) == nil)
    }
}
