import Chronology

/// A date as a text writes it by another calendar than the Gregorian one.
public struct CalendarDate: Sendable, Equatable {
    /// CLDR's name of the calendar: `julian`, `islamic-umalqura`, `hebrew`, `persian`, `japanese`; `french-republican`.
    public var name: String
    /// The era that the year is counted in, as the text writes it, where the calendar has more than one: `Showa`.
    public var era: String?
    /// The year of the era, from 1.
    public var year: Int
    /// From the first month of the year; the Hebrew ones from Tishri, Adar I being 6 and Adar 7 in every year.
    public var month: Int?
    /// The day of the month, from 1.
    public var day: Int?

    /// A date of a calendar, as exact as what is given.
    public init(name: String, era: String? = nil, year: Int, month: Int? = nil, day: Int? = nil) {
        self.name = name
        self.era = era
        self.year = year
        self.month = month
        self.day = day
    }

    /// Year, month and day as ISO 8601 would write them: `1441-03-12`, `5780-08`, `2`.
    public var value: String {
        (["\(year)"] + [month, day].compactMap(\.self).map { $0 < 10 ? "0\($0)" : "\($0)" })
            .joined(separator: "-")
    }
}
