/// A day of the week, numbered as ISO 8601 does.
public enum Weekday: Int, Sendable, CaseIterable {
    /// The first day of the week, 1.
    case monday = 1
    /// The days after it, to 7.
    case tuesday, wednesday, thursday, friday, saturday, sunday
}

extension Weekday: CustomStringConvertible {
    /// `Monday`
    public var description: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }
}
