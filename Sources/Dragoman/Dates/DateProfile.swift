/// Which guidelines the spans of dates follow.
///
/// They differ in ranges and in adjectives: `between 1648 and 1650`, `1939-45` and `6 and 7 November` are one mention
/// with an interval in the house's guidelines, and two mentions in TimeML's (TIMEX3 1.2.1); `future wars` is a mention
/// in TimeML's only.
public enum DateProfile: String, Sendable, CaseIterable {
    case house
    case timeml
}
