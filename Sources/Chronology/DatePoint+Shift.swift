/// Containers and neighbours.
extension DatePoint {
    /// The unit of a coarser grain that the point starts in: the month of a day, the week of a day, the decade of a
    /// year. `nil` if the point is coarser than `grain` or not known well enough.
    public func at(_ grain: Grain) -> DatePoint? {
        if grain == self.grain { return self }
        guard grain > self.grain, let first = days?.lowerBound else { return nil }
        // TIMEX3 has no millennia before Christ.
        if grain == .millennium, first.year < 0 { return nil }
        return DatePoint.unit(grain, of: first)
    }

    /// The unit that a day falls in.
    public static func unit(_ grain: Grain, of day: Day) -> DatePoint {
        let (year, month, _) = day.civil
        switch grain {
        case .second, .minute, .hour, .part, .day: return DatePoint(day)
        case .weekend:
            let week = day.isoWeek
            return .weekend(year: week.year, week.week)
        case .week:
            let week = day.isoWeek
            return .week(year: week.year, week.week)
        case .month: return .month(year: year, month)
        case .quarter: return .quarter(year: year, (month + 2) / 3)
        case .season:
            // December is the winter of the year to come.
            return .season(
                year: month == 12 ? year + 1 : year, Season.allCases[month % 12 / 3])
        case .half: return .half(year: year, month <= 6 ? 1 : 2)
        case .year: return .year(year)
        case .decade: return .decade(period(of: year, length: 10))
        case .century: return .century(period(of: year, length: 100))
        case .millennium: return .millennium(max(0, year / 1000))
        }
    }

    /// The number of the decade or century of a year, counting backwards before Christ.
    private static func period(of year: Int, length: Int) -> Int {
        year > 0 ? year / length : -1 - (1 - year) / length
    }

    /// The point `count` units of its own grain later, or earlier if negative.
    ///
    /// `nil` where a part is unknown or the result leaves ``Day/years``.
    public func advanced(by count: Int) -> DatePoint? {
        guard abs(count) < 10_000_000 else { return nil }
        let result: DatePoint?
        switch self {
        case .millennium(let number): result = .millennium(number + count)
        case .century(let number): result = .century(number + count)
        case .decade(let number): result = .decade(number + count)
        case .year(let year): result = year.map { .year($0 + count) }
        case .half(let year, let half):
            result = year.map {
                let index = $0 * 2 + half - 1 + count
                return .half(year: Day.floorDivide(index, 2), Day.floorModulo(index, 2) + 1)
            }
        case .season(let year, let season):
            guard let order = Season.allCases.firstIndex(of: season) else { return nil }
            result = year.map {
                let index = $0 * 4 + order + count
                return .season(
                    year: Day.floorDivide(index, 4), Season.allCases[Day.floorModulo(index, 4)])
            }
        case .quarter(let year?, let quarter?):
            let index = year * 4 + quarter - 1 + count
            result = .quarter(year: Day.floorDivide(index, 4), Day.floorModulo(index, 4) + 1)
        case .month(let year?, let month?):
            let index = year * 12 + month - 1 + count
            result = .month(year: Day.floorDivide(index, 12), Day.floorModulo(index, 12) + 1)
        case .week, .weekend, .weekday, .day:
            let step = grain == .day ? 1 : 7
            result = days.map { DatePoint.unit(grain, of: $0.lowerBound + count * step) }
        default: result = nil
        }
        return result.flatMap { $0.days == nil ? nil : $0 }
    }

    /// The unit of `grain` that lies `count` units after the point: `1956-12-08` and three years give `1959`.
    ///
    /// The result is as fine as `grain` and no finer.
    public func shifted(by count: Int, _ grain: Grain) -> DatePoint? {
        at(grain)?.advanced(by: count)
    }

    /// The point moved by `count` units and still as fine as it was: `1956-12-08` and three years give `1959-12-08`.
    ///
    /// A day that the month does not have becomes the month's last.
    public func moved(by count: Int, _ grain: Grain) -> DatePoint? {
        guard abs(count) < 1_000_000 else { return nil }
        if let months = grain.months {
            switch self {
            case .day(let year?, let month?, let day?):
                let index = year * 12 + month - 1 + count * months
                let (newYear, newMonth) = (
                    Day.floorDivide(index, 12), Day.floorModulo(index, 12) + 1
                )
                let last = Day.count(year: newYear, month: newMonth)
                let moved = DatePoint.day(year: newYear, month: newMonth, day: min(day, last))
                return moved.isValid ? moved : nil
            case .month: return advanced(by: count * months)
            default:
                guard let years = grain.years, let year else { return shifted(by: count, grain) }
                let moved = with(year: year + count * years)
                return moved.isValid ? moved : nil
            }
        }
        guard let days = grain.days, self.grain <= .day, let day else {
            return shifted(by: count, grain)
        }
        let moved = DatePoint(day + count * days)
        return moved.isValid ? moved : nil
    }
}
