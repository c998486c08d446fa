/// A part of a day, as TIMEX3 names it.
public enum DayPart: String, Sendable, CaseIterable {
    /// From daybreak to noon.
    case morning = "MO"
    /// Noon.
    case midday = "MI"
    /// From noon to evening.
    case afternoon = "AF"
    /// The end of the day.
    case evening = "EV"
    /// From evening to morning.
    case night = "NI"
    /// While it is light, or while people work.
    case daytime = "DT"
    /// The small hours.
    case pastMidnight = "PM"
}
