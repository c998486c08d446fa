/// What a mention is a mention of.
public enum Label: String, Sendable, CaseIterable, Hashable, BitwiseCopyable {
    case person = "PERSON"
    case organization = "ORGANIZATION"
    case place = "PLACE"
    case date = "DATE"
    case treaty = "TREATY"
    /// TIMEX3's other three kinds, printed when asked for.
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"

    /// The five kinds that are printed by default.
    public static let standard: Set<Label> = [.person, .organization, .place, .date, .treaty]

    /// Whether the label is one of TIMEX3's.
    public var isTemporal: Bool {
        self == .date || self == .time || self == .duration || self == .set
    }
}
