extension EDTFDate {
    /// The first day that the date may mean.
    public var earliest: Day? { days?.lowerBound }

    /// The last day that the date may mean.
    public var latest: Day? { days?.upperBound }

    /// From the first day that the date may mean to the last; `nil` for a day of any year, and for years beyond those
    /// that ``EDTFYear/years`` counts.
    public var days: ClosedRange<Day>? {
        guard let years = year.years, let first = firstDay(in: years), let last = lastDay(in: years)
        else { return nil }
        return first...last
    }

    /// How exact the date is.
    public var grain: Grain {
        if day != nil { return .day }
        guard let part else { return year.grain }
        switch part.number ?? 1 {
        case 21...32: return .season
        case 33...36: return .quarter
        // A third of a year has no grain of its own; a coarser one claims nothing.
        case 37...41: return .half
        default: return .month
        }
    }

    /// Whether the calendar has a day like this.
    var exists: Bool {
        guard let part else { return true }
        if part.number == nil || part.largest <= 12 {
            // A leap year has what any year has.
            return firstDay(in: year.years ?? 2000...2000) != nil
        }
        return 21...41 ~= part.largest && day == nil
    }

    /// Whether it is one day, with nothing unspecified.
    var isExactDay: Bool {
        year.isExact && part?.number != nil && day?.number != nil
    }

    private func firstDay(in years: ClosedRange<Int>) -> Day? {
        guard let part else { return Day(unchecked: years.lowerBound, 1, 1) }
        if let number = part.number, number > 12 {
            return EDTFDate.days(year: years.lowerBound, part: number).lowerBound
        }
        for year in years where self.year.matches(year) {
            for month in 1...12 where part.matches(month) {
                if let day = monthDays(year, month).first {
                    return Day(unchecked: year, month, day)
                }
            }
        }
        return nil
    }

    private func lastDay(in years: ClosedRange<Int>) -> Day? {
        guard let part else { return Day(unchecked: years.upperBound + 1, 1, 1) - 1 }
        if let number = part.number, number > 12 {
            return EDTFDate.days(year: years.upperBound, part: number).upperBound
        }
        for year in years.reversed() where self.year.matches(year) {
            for month in (1...12).reversed() where part.matches(month) {
                if let day = monthDays(year, month).last { return Day(unchecked: year, month, day) }
            }
        }
        return nil
    }

    /// The days of a month that the date may mean.
    private func monthDays(_ year: Int, _ month: Int) -> [Int] {
        (1...Day.count(year: year, month: month)).filter { day?.matches($0) ?? true }
    }

    /// Seasons (21 to 24 anywhere, taken as the north's; 25 to 28 in the north; 29 to 32 in the south), quarters (33 to
    /// 36), thirds (37 to 39) and halves (40, 41). The season over the turn of a year has the name of the later one.
    private static func days(year: Int, part: Int) -> ClosedRange<Day> {
        let (first, count) =
            switch part {
            case ...28: ((part - 20) * 3 % 12, 3)
            case ...32: ((part - 26) * 3 % 12, 3)
            case ...36: ((part - 33) * 3 + 1, 3)
            case ...39: ((part - 37) * 4 + 1, 4)
            default: ((part - 40) * 6 + 1, 6)
            }
        let start =
            first == 0 ? Day(unchecked: year - 1, 12, 1) : Day(unchecked: year, first, 1)
        let next = first + count
        return start...Day(unchecked: next > 12 ? year + 1 : year, (next - 1) % 12 + 1, 1) - 1
    }
}

extension EDTFYear {
    /// Years that can be counted: enough for any calendar, and far from what 64 bits hold.
    private static let countable = -1_000_000_000_000...1_000_000_000_000

    /// The years that it may mean; `nil` for any year and for one beyond a million million.
    public var years: ClosedRange<Int>? {
        switch self {
        case .digits(let digits, let isNegative, let significant):
            if digits.places.allSatisfy({ $0 == nil }) { return nil }
            let width = significant.map { EDTFYear.power(4 - $0) ?? 1 } ?? 1
            let smallest = digits.smallest / width * width
            let largest = digits.largest / width * width + width - 1
            return isNegative ? -largest...(-smallest) : smallest...largest
        case .long(let number, let exponent, let significant):
            guard let factor = EDTFYear.power(exponent ?? 0) else { return nil }
            let (year, overflow) = number.magnitude.multipliedReportingOverflow(by: UInt(factor))
            guard !overflow, year <= UInt(EDTFYear.countable.upperBound) else { return nil }
            let magnitude = Int(year)
            let digits = String(magnitude).utf8.count
            let width = significant.flatMap { EDTFYear.power(max(0, digits - $0)) } ?? 1
            let smallest = magnitude / width * width
            let largest = smallest + width - 1
            return number < 0 ? -largest...(-smallest) : smallest...largest
        }
    }

    private static func power(_ exponent: Int) -> Int? {
        0...18 ~= exponent ? (0..<exponent).reduce(1) { product, _ in product * 10 } : nil
    }

    /// Whether a year has its digits.
    func matches(_ year: Int) -> Bool {
        guard case .digits(let digits, let isNegative, nil) = self else {
            return years?.contains(year) ?? true
        }
        return year.signum() * (isNegative ? -1 : 1) >= 0 && digits.matches(abs(year))
    }

    var isExact: Bool {
        guard case .digits(let digits, _, nil) = self else { return false }
        return digits.number != nil
    }

    /// A year, or the decade, century or millennium whose last digits are unspecified or not significant.
    var grain: Grain {
        guard case .digits(let digits, _, let significant) = self else { return .year }
        let unknown =
            significant.map { 4 - $0 } ?? digits.places.reversed().prefix { $0 == nil }.count
        switch unknown {
        case 0: return .year
        case 1: return .decade
        case 2: return .century
        default: return .millennium
        }
    }
}
