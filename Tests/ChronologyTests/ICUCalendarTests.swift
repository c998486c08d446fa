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
