/// A part of a day, as TIMEX3 names it.
public enum DayPart: String, Sendable, CaseIterable {
    case morning = "MO"
    case midday = "MI"
    case afternoon = "AF"
    case evening = "EV"
    case night = "NI"
    case daytime = "DT"
    case pastMidnight = "PM"
}
