/// What a mention is a mention of.
public enum Label: String, Sendable, CaseIterable, Hashable, BitwiseCopyable {
    /// A human being by name, without title.
    case person = "PERSON"
    /// A body of people that can act: government bodies, firms, parties, armed forces, courts, media, teams.
    case organization = "ORGANIZATION"
    /// A country, region, town, water, mountain, street or building by name; a country that acts, too.
    case place = "PLACE"
    /// A calendar date or a stretch of days, absolute or relative (TIMEX3 `DATE`).
    case date = "DATE"
    /// An international instrument, named, described or pointed back to.
    case treaty = "TREATY"
    /// A time of a day (TIMEX3); given when asked for, like the next two.
    case time = "TIME"
    /// A length of time (TIMEX3).
    case duration = "DURATION"
    /// What comes again and again (TIMEX3): `every Monday`.
    case set = "SET"

    /// The five kinds that are printed by default.
    public static let standard: Set<Label> = [.person, .organization, .place, .date, .treaty]

    /// Whether the label is one of TIMEX3's.
    public var isTemporal: Bool {
        self == .date || self == .time || self == .duration || self == .set
    }
}
