/// A season of the northern year, as whole months.
public enum Season: String, Sendable, CaseIterable {
    /// From December of the year before to February of the year it is named after.
    case winter = "WI"
    /// March to May.
    case spring = "SP"
    /// June to August.
    case summer = "SU"
    /// September to November.
    case autumn = "FA"

    /// 1 to 12.
    public var firstMonth: Int {
        switch self {
        case .spring: 3
        case .summer: 6
        case .autumn: 9
        case .winter: 12
        }
    }

    /// EDTF's number: spring is 21, winter 24.
    public var edtf: Int { 20 + firstMonth / 3 }
}
