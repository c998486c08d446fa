/// Days that a rule gives for every year.
extension Day {
    /// Easter Sunday of the Gregorian calendar: the algorithm of Meeus, Jones and Butcher.
    public static func easter(year: Int) -> Day? {
        guard Day.years.contains(year), year > 0 else { return nil }
        let golden = year % 19
        let (century, rest) = (year / 100, year % 100)
        let shifted =
            (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15)
        let epact = shifted % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let correction = (golden + 11 * epact + 22 * weekday) / 451
        let index = epact + weekday - 7 * correction + 114
        return Day(year: year, month: index / 31, day: index % 31 + 1)
    }

    /// The `count`th weekday of a month, counted from its end if negative.
    public static func nth(_ count: Int, _ weekday: Weekday, year: Int, month: Int) -> Day? {
        guard let first = Day(year: year, month: month, day: 1), count != 0, abs(count) <= 5 else {
            return nil
        }
        let last = first + (Day.count(year: year, month: month) - 1)
        let day =
            count > 0
            ? first.nearest(weekday, .future) + (count - 1) * 7
            : last.nearest(weekday, .past) + (count + 1) * 7
        return first...last ~= day ? day : nil
    }
}
