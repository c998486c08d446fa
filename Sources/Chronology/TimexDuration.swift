/// A length of time as TIMEX3 writes it: `P3D`, `PT5H30M`, `P2.5Y`, `PXM`, `P1DE`.
public struct TimexDuration: Hashable, Sendable {
    public enum Unit: String, Sendable, CaseIterable {
        case millennia = "ML"
        case centuries = "CE"
        case decades = "DE"
        case years = "Y"
        case quarters = "Q"
        case months = "M"
        case weekends = "WE"
        case weeks = "W"
        case days = "D"
        case hours = "H"
        case minutes = "MIN"
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

        public init(_ whole: Int?, fraction: String = "") {
            self.whole = whole
            self.fraction = fraction
        }

        public init(integerLiteral value: Int) { self.init(value) }

        public static let unknown = Amount(nil)
    }

    public struct Part: Hashable, Sendable {
        public var amount: Amount
        public var unit: Unit

        public init(_ amount: Amount, _ unit: Unit) {
            self.amount = amount
            self.unit = unit
        }
    }

    /// Never empty; the units of the calendar before those of the clock.
    public var parts: [Part]

    public init(_ parts: [Part]) { self.parts = parts }
    public init(_ amount: Amount, _ unit: Unit) { parts = [Part(amount, unit)] }
}

extension TimexDuration: CustomStringConvertible {
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
