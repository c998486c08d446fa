/// What TIMEX3 writes after the `T` of a time.
public enum TimeOfDay: Hashable, Sendable {
    /// Hours 0 to 24, and whatever finer parts are known; the zone in minutes east of Greenwich.
    case clock(hour: Int, minute: Int?, second: Int?, zone: Int?)
    /// `NI`
    case part(DayPart)
    /// Some time of the day: `TXX`.
    case unknown

    /// How exact it is.
    public var grain: Grain {
        switch self {
        case .clock(_, .some, .some, _): .second
        case .clock(_, .some, .none, _): .minute
        case .clock: .hour
        case .part, .unknown: .part
        }
    }

    /// Whether a clock can show it.
    public var isValid: Bool {
        guard case .clock(let hour, let minute, let second, let zone) = self else { return true }
        return 0...24 ~= hour && 0...59 ~= minute ?? 0 && 0...60 ~= second ?? 0
            && (minute != nil || second == nil) && -1439...1439 ~= zone ?? 0
            && (hour < 24 || (minute ?? 0) + (second ?? 0) == 0)
    }
}

extension TimeOfDay: CustomStringConvertible {
    /// `14:30`, `14:30:05Z`, `14+05:30`, `NI`, `XX`: what stands after the `T`.
    public var description: String {
        switch self {
        case .part(let part): return part.rawValue
        case .unknown: return "XX"
        case .clock(let hour, let minute, let second, let zone):
            var text = Digits.padded(hour, 2)
            if let minute { text += ":" + Digits.padded(minute, 2) }
            if let second { text += ":" + Digits.padded(second, 2) }
            switch zone {
            case nil: break
            case 0?: text += "Z"
            case let zone?:
                text += zone < 0 ? "-" : "+"
                text += Digits.padded(abs(zone) / 60, 2) + ":" + Digits.padded(abs(zone) % 60, 2)
            }
            return text
        }
    }
}
