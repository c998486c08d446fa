/// Which guidelines the spans of dates follow.
///
/// They differ in ranges, in adjectives and in what has no date of its own: `between 1648 and 1650`, `1939-45` and `6 and 7 November` are one mention
/// with an interval in the house's guidelines, and two mentions in TimeML's (TIMEX3 1.2.1); `future wars` is a mention
/// in TimeML's only; `recent weeks` is a length of time and `this time` the writer's present in TimeML's, and a
/// reference to the past and the time that is told of in the house's.
public enum DateProfile: String, Sendable, CaseIterable {
    /// Ranges are one mention with an interval; the default.
    case house
    /// Spans as TIMEX3 1.2.1 has them.
    case timeml
}
