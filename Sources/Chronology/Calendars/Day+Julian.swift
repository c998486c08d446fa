/// The proleptic Julian calendar, whose every fourth year has a leap day.
extension Day {
    /// A day by the Julian calendar, with astronomical years; `nil` if it has no such day.
    public init?(julianYear year: Int, month: Int, day: Int) {
        guard Day.years.contains(year), 1...12 ~= month,
            1...Day.julianCount(year: year, month: month) ~= day
        else { return nil }
        self.init(unchecked: year, julianMonth: month, day)
    }

    /// A day of the Julian calendar that is known to exist.
    init(unchecked year: Int, julianMonth month: Int, _ day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        // 1 March of the year 0 was 719,470 days before 1970-01-01.
        number = shifted * 365 + Day.floorDivide(shifted, 4) + dayOfYear - 719_470
    }

    /// Year, month and day by the Julian calendar.
    public var julian: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_470
        let era = Day.floorDivide(shifted, 1461)
        let dayOfEra = shifted - era * 1461
        let yearOfEra = (dayOfEra - dayOfEra / 1460) / 365
        let dayOfYear = dayOfEra - 365 * yearOfEra
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 4 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// Days of a month of the Julian calendar.
    static func julianCount(year: Int, month: Int) -> Int {
        month == 2 ? (year % 4 == 0 ? 29 : 28) : count(year: year, month: month)
    }
}
