/// Months by the Hebrew calendar, by Reingold and Dershowitz, *Calendrical Calculations*.
enum Hebrew {
    static func eve(of month: Int, _ year: Int) -> Int? {
        if month > 13 { return newYear(year + 1) - 1 }
        let isLeap = (7 * year + 1) % 19 < 7
        if month == 6, !isLeap { return nil }
        let start = newYear(year)
        let length = newYear(year + 1) - start
        let isComplete = length % 10 == 5
        let isDeficient = length % 10 == 3
        let lengths = [
            30, isComplete ? 30 : 29, isDeficient ? 29 : 30, 29, 30, isLeap ? 30 : 0, 29, 30, 29,
            30,
            29, 30, 29,
        ]
        return start - 1 + lengths.prefix(month - 1).reduce(0, +)
    }

    /// The number of 1 Tishri.
    private static func newYear(_ year: Int) -> Int {
        let day = elapsed(year)
        let delay =
            elapsed(year + 1) - day == 356 ? 2 : day - elapsed(year - 1) == 382 ? 1 : 0
        // 1 Tishri 1 would have been 2,092,590 days before 1970-01-01.
        return day + delay - 2_092_590
    }

    /// Days from the calendar's beginning to the new moon of Tishri, put off by a day where its weekday must not be.
    private static func elapsed(_ year: Int) -> Int {
        let months = Day.floorDivide(235 * year - 234, 19)
        let parts = 12_084 + 13_753 * months
        let day = 29 * months + Day.floorDivide(parts, 25_920)
        return Day.floorModulo(3 * (day + 1), 7) < 3 ? day + 1 : day
    }
}
