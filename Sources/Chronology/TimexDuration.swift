/// A length of time as TIMEX3 writes it: `P3D`, `PT5H30M`, `P2.5Y`, `PXM`, `P1DE`.
public struct TimexDuration: Hashable, Sendable {
    /// What is counted, from the coarsest to the finest, by the letters that stand in a value.
    public enum Unit: String, Sendable, CaseIterable {
        /// 1000 years.
        case millennia = "ML"
        /// 100 years.
        case centuries = "CE"
        /// 10 years.
        case decades = "DE"
        /// Years of the calendar.
        case years = "Y"
        /// 3 months.
        case quarters = "Q"
        /// Months of the calendar.
        case months = "M"
        /// Saturday and Sunday.
        case weekends = "WE"
        /// 7 days.
        case weeks = "W"
        /// Days of the calendar.
        case days = "D"
        /// 60 minutes.
        case hours = "H"
        /// 60 seconds.
        case minutes = "MIN"
        /// Seconds of the clock.
        case seconds = "S"

        /// Whether the unit stands after the `T`.
        public var isOfClock: Bool { self == .hours || self == .minutes || self == .seconds }

        /// As it is written in a value: minutes are the `M` after the `T`.
        public var symbol: String { self == .minutes ? "M" : rawValue }

        /// The unit that counts stretches of a grain.
        public init?(_ grain: Grain) {
            switch grain {
            case .second: self = .seconds
            case .minute: self = .minutes
            case .hour: self = .hours
            case .day: self = .days
            case .weekend: self = .weekends
            case .week: self = .weeks
            case .month: self = .months
            case .quarter: self = .quarters
            case .year: self = .years
            case .decade: self = .decades
            case .century: self = .centuries
            case .millennium: self = .millennia
            case .part, .season, .half: return nil
            }
        }

        /// The grain of the stretches that the unit counts.
        public var grain: Grain {
            switch self {
            case .millennia: .millennium
            case .centuries: .century
            case .decades: .decade
            case .years: .year
            case .quarters: .quarter
            case .months: .month
            case .weekends: .weekend
            case .weeks: .week
            case .days: .day
            case .hours: .hour
            case .minutes: .minute
            case .seconds: .second
            }
        }
    }

    /// How many: a decimal number, or unknown (`X`).
    public struct Amount: Hashable, Sendable, ExpressibleByIntegerLiteral {
        /// `nil` for an unknown number.
        public var whole: Int?
        /// The digits after the point.
        public var fraction: String

        /// A decimal number; of no whole part, an unknown one.
        public init(_ whole: Int?, fraction: String = "") {
            self.whole = whole
            self.fraction = fraction
        }

        /// A whole number.
        public init(integerLiteral value: Int) { self.init(value) }

        /// `X`
        public static let unknown = Amount(nil)
    }

    /// A number of one unit: the `5H` of `PT5H30M`.
    public struct Part: Hashable, Sendable {
        /// How many.
        public var amount: Amount
        /// Of what.
        public var unit: Unit

        /// So many of a unit.
        public init(_ amount: Amount, _ unit: Unit) {
            self.amount = amount
            self.unit = unit
        }
    }

    /// Never empty; the units of the calendar before those of the clock.
    public var parts: [Part]

    /// The sum of parts, in the order that ``parts`` asks for.
    public init(_ parts: [Part]) { self.parts = parts }

    /// So many of one unit.
    public init(_ amount: Amount, _ unit: Unit) { parts = [Part(amount, unit)] }
}

extension TimexDuration: CustomStringConvertible {
    /// As TIMEX3 writes it.
    public var description: String {
        var text = "P"
        var hasClock = false
        for part in parts {
            if part.unit.isOfClock, !hasClock {
                text += "T"
                hasClock = true
            }
            text += part.amount.whole.map(String.init) ?? "X"
            if !part.amount.fraction.isEmpty { text += "." + part.amount.fraction }
            text += part.unit.symbol
        }
        return text
    }
}
