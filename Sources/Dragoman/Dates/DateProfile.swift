/// Which guidelines the spans of dates follow.
///
/// They differ in ranges only: `between 1648 and 1650` and `1939-45` are one mention with an interval in the
/// house's guidelines, and two mentions in TimeML's (TIMEX3 1.2.1, 2.2).
public enum DateProfile: String, Sendable, CaseIterable {
    case house
    case timeml
}
