/// What few temporal values have.
public struct DateDetails: Sendable, Equatable {
    /// TIMEX3 `quant` of a set, the word that says so: `EVERY`, `EACH`.
    public var quant: String?
    /// TIMEX3 `freq` of a set, how often or for how long in each of its periods: `2X`, `3D`.
    public var freq: String?
    /// TIMEX3 value of the time at which a duration or range begins, as fine as the text is.
    public var beginPoint: String?
    /// TIMEX3 value of the time at which a duration or range ends.
    public var endPoint: String?
    /// How the date is written by another calendar.
    public var calendar: CalendarDate?

    /// Details; what is not given is not there.
    public init(
        quant: String? = nil, freq: String? = nil, beginPoint: String? = nil,
        endPoint: String? = nil, calendar: CalendarDate? = nil
    ) {
        self.quant = quant
        self.freq = freq
        self.beginPoint = beginPoint
        self.endPoint = endPoint
        self.calendar = calendar
    }
}

extension DateValue {
    /// What few values have, so that it stands apart: a value stays small.
    final class Box: Sendable {
        let details: DateDetails

        init(_ details: DateDetails) { self.details = details }
    }

    /// Quantity and frequency of a set, first and last point of a duration or range, what was written by another calendar;
    /// `nil` for most values.
    public var details: DateDetails? {
        get { box?.details }
        set { box = newValue.map(Box.init) }
    }
}
