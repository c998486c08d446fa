/// A season of the northern year, as whole months.
public enum Season: String, Sendable, CaseIterable {
    case spring = "SP"
    case summer = "SU"
    case autumn = "FA"
    /// From December of the year it is named after to February of the next.
    case winter = "WI"

    /// 1 to 12.
    public var firstMonth: Int {
        switch self {
        case .spring: 3
        case .summer: 6
        case .autumn: 9
        case .winter: 12
        }
    }

    /// EDTF's number: 21 to 24.
    public var edtf: Int { 20 + firstMonth / 3 }
}
