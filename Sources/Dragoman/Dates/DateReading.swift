import Chronology

/// What a temporal expression says, before anything is known of when it was written.
enum DateReading {
    /// A stretch of the calendar whose year or month may be missing, and a time on it.
    case calendar(DatePoint, Selector?, TimeOfDay?)
    /// A feast, whose day depends on the year.
    case feast(Feast, year: Int?, Selector?, TimeOfDay?)
    case weekday(Weekday, Selector?, TimeOfDay?)
    /// `last week`, `that year`.
    case unit(Grain, Selector)
    /// `in August of that year`, `the first half of last year`.
    case inYear(DatePoint, Selector)
    /// `two weeks ago`: so many units before or after a base; `nil` for an unknown number (`a few days later`).
    case offset(Int?, isBack: Bool, Grain, Base)
    /// `a week ago Friday`: what lies so many units from another date, as fine as that.
    indirect case moved(Int, Grain, DateReading)
    /// `that afternoon`, `last night`.
    case part(TimeOfDay, Selector?)
    /// `10:35 a.m.`, `10:35 a.m. Friday`.
    case clock(TimeOfDay, Weekday?)
    /// `the last week of August`: the first, second… or (-1) the last unit of something.
    indirect case nth(Int, Grain, DateReading)
    /// `the last Friday of the month`
    indirect case nthWeekday(Int, Weekday, DateReading)
    /// `the second half of the 1960s`, where TIMEX3 has no value for the half.
    indirect case container(Grain, DateReading)
    /// `by this time`.
    case then
    /// Whatever needs no anchor.
    case value(TimexValue)
    /// What comes again: `twice a year`.
    indirect case set(TimexValue, quant: String?, freq: String?)
    /// A length of time of which it is known where it lies: `the past five years`.
    indirect case span(TimexDuration, Extent)
    indirect case interval(DateReading, DateReading)
    /// What was written by another calendar: how fine that was, and how it was written.
    indirect case written(DateReading, Grain, CalendarDate)
}

/// Where a length of time lies.
enum Extent {
    /// `the past five years`
    case endsAt(Base)
    /// `the next five years`
    case beginsAt(Base)
    /// `the six months to June 30`
    case endsOn(DatePoint)
    /// `three weeks beginning on 5 May`
    case beginsOn(DatePoint)
    /// `the first ten months of 1915`
    case opens(DateReading)
    /// `the last two weeks of March 1945`
    case closes(DateReading)
}

/// What a relative expression is counted from.
enum Base: Equatable {
    /// The day of writing or speaking.
    case speech
    /// The day that is told of.
    case story
}

/// `last`, `next`, `this` (speech) and `the previous`, `the following`, `that` (story).
struct Selector: Equatable {
    var offset: Int
    var base: Base
}

/// A temporal expression, read but not resolved.
final class DateExpression {
    let tokens: Range<Int>
    let label: Label
    let rule: String
    let reading: DateReading
    /// TIMEX3 `mod`.
    let mod: String?
    /// The day if day and month are the other way round, where that could be.
    let swapped: DatePoint?
    /// For ranges and pairs: the expressions that it is made of.
    let parts: [DateExpression]

    init(
        tokens: Range<Int>, label: Label, rule: String, reading: DateReading, mod: String? = nil,
        swapped: DatePoint? = nil, parts: [DateExpression] = []
    ) {
        self.tokens = tokens
        self.label = label
        self.rule = rule
        self.reading = reading
        self.mod = mod
        self.swapped = swapped
        self.parts = parts
    }
}
