import Chronology
import Lexicon

/// What the lexicon says of a phrase that dates are made of.
final class DateWord {
    /// The classes that are read.
    enum Kind: String, CaseIterable {
        case month, weekday, season, numword, ordword, timeunit, daypart, clockword, dayword, dir
        case quarterword, quantmod, datemod, timeref, setword, decadeword, holiday, era, meridiem,
            zone, calendarword
    }

    private(set) var month: Int?
    private(set) var weekday: Weekday?
    private(set) var season: Season?
    private(set) var amount: TimexDuration.Amount?
    /// `first` is 1, `last` is -1.
    private(set) var ordinal: Int?
    private(set) var unit: Grain?
    /// How many units it stands for: a fortnight is two weeks.
    private(set) var unitCount = 1
    private(set) var part: DayPart?
    /// The hour of `noon` and `midnight`.
    private(set) var hour: Int?
    /// Days from today.
    private(set) var dayOffset: Int?
    private(set) var selector: Selector?
    private(set) var mod: String?
    private(set) var quantityMod: String?
    private(set) var reference: TimexValue?
    private(set) var set: TimexValue?
    /// Three digits, or one where the century is unsaid.
    private(set) var decade: Int?
    private(set) var feast: Feast?
    private(set) var isBC: Bool?
    private(set) var isAfternoon: Bool?
    /// Minutes east of Greenwich.
    private(set) var zone: Int?
    private(set) var calendarMonth: (system: CalendarSystem, number: Int)?
    /// First and last year of an era of Japan.
    private(set) var eraYears: ClosedRange<Int>?

    init(_ phrase: PhraseID, _ lexicon: Lexicon) {
        for sense in lexicon.senses(of: phrase) {
            let name = lexicon.classNames[Int(sense.classID.rawValue)].prefix { $0 != "." }
            guard let kind = Kind(rawValue: String(name)) else { continue }
            let key = kind == .datemod || kind == .quantmod ? "mod" : "value"
            guard let value = lexicon.attribute(key, of: sense) else { continue }
            let base = lexicon.attribute("base", of: sense)
            read(value, kind, base == "story" ? .story : .speech)
            if kind == .timeunit, let count = lexicon.attribute("unit", of: sense) {
                unitCount = Int(count) ?? 1
            }
        }
    }

    /// Of two senses of a kind the heavier, which comes first, counts.
    private func read(_ value: String, _ kind: Kind, _ base: Base) {
        switch kind {
        case .month: month = month ?? Int(value)
        case .weekday: weekday = weekday ?? Int(value).flatMap(Weekday.init)
        case .season: season = season ?? Season(rawValue: value)
        case .numword: amount = amount ?? TimexDuration.Amount(written: value)
        case .ordword: ordinal = ordinal ?? Int(value)
        case .timeunit, .quarterword: unit = unit ?? Grain(rawValue: value)
        case .daypart: part = part ?? DayPart(rawValue: value)
        case .clockword: hour = hour ?? Int(value.prefix(2))
        case .dayword: dayOffset = dayOffset ?? Int(value)
        case .dir: selector = selector ?? Int(value).map { Selector(offset: $0, base: base) }
        case .quantmod: quantityMod = quantityMod ?? value
        case .datemod: mod = mod ?? value
        case .timeref: reference = reference ?? TimexValue(value)
        case .setword: set = set ?? TimexValue(value)
        case .decadeword: decade = decade ?? Int(value)
        case .holiday: feast = feast ?? Feast(value)
        case .era: isBC = isBC ?? (value == "BC")
        case .meridiem: isAfternoon = isAfternoon ?? (value == "PM")
        case .zone: zone = zone ?? Int(value)
        case .calendarword: readCalendar(value)
        }
    }

    /// `hebrew 8`, `japanese 1926-1989`
    private func readCalendar(_ value: String) {
        let parts = value.split(separator: " ")
        guard parts.count == 2 else { return }
        if let system = CalendarSystem(rawValue: String(parts[0])), let number = Int(parts[1]) {
            calendarMonth = calendarMonth ?? (system, number)
        }
        let years = parts[1].split(separator: "-").compactMap { Int($0) }
        if years.count == 2, years[0] <= years[1] { eraYears = eraYears ?? years[0]...years[1] }
    }
}

extension TimexDuration.Amount {
    /// `5`, `22.8`, `X`; `nil` for what is no number, or a larger one than anybody counts in.
    init?(written text: some StringProtocol) {
        if text == "X" {
            self = .unknown
            return
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = Int(parts[0]), whole < 10_000_000, parts.count < 3 else { return nil }
        if parts.count == 2, Int(parts[1]) == nil { return nil }
        self.init(whole, fraction: parts.count == 2 ? String(parts[1]) : "")
    }
}
