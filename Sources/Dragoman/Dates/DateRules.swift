import Chronology
import Grammar
import Lexicon

/// How the captures of a date rule are read: the `form` of its constants.
enum DateForm: String, CaseIterable {
    case calendar, year, fiscal, iso, slashed, years, days, decade, century, season, quarter, half
    case dayword, dir, weekday, offset, offsetfrom, beforelast, nth, then, holiday, reference,
        recent, count, longword
    case setword, every, rate, clock, part, timex, centuries, millennium, nthweekday
    case earlyhours, quarters, yearend, dayofdir, halves, clockjoined, clockpast, range
    case calendars, japanese, oldstyle, twostyles
}

/// A date rule, its constants read once.
final class DateRule: Sendable {
    let form: DateForm
    let label: Label
    let id: String
    let priority: Int
    /// `nil` for a rule of every profile.
    let profile: DateProfile?
    /// Whether the match names what lies in the date: `the week of March 3`.
    let isContainer: Bool
    let value: TimexValue?
    /// The calendar that the rule's dates are of, if it is not the Gregorian one.
    let calendar: CalendarSystem?
    /// TIMEX3 `mod` that the words around the match give: `c. 1494`.
    let mod: String?
    /// How an offset counts; `nil` where its words say so.
    let offset: OffsetKind?
    /// What its captures hold.
    let captures: [(name: CaptureID, place: DateCapture)]

    init?(_ rule: Rule, _ names: [(name: CaptureID, place: DateCapture)]) {
        guard let label = Label(rawValue: rule.label), label.isTemporal, rule.evidence == nil,
            let form = rule["form"].flatMap(DateForm.init)
        else { return nil }
        profile = rule["profile"].flatMap(DateProfile.init)
        if profile == nil, rule["profile"] != nil { return nil }
        self.form = form
        self.label = label
        id = rule.id
        priority = rule.priority
        isContainer = rule["container"] != nil
        mod = rule["mod"]
        calendar = rule["calendar"].flatMap(CalendarSystem.init)
        offset = rule["offset"].flatMap(OffsetKind.init)
        value = rule["value"].flatMap { TimexValue($0) }
        let captures = rule.captureIDs
        self.captures = names.filter { captures.contains($0.name) }
    }

    /// `nil` if the rule is of another profile.
    func priority(in profile: DateProfile) -> Int32? {
        self.profile ?? profile == profile ? Int32(priority) : nil
    }
}

/// What captures of date rules hold.
enum DateCapture: UInt8, CaseIterable {
    case a, b, weekday, day, day2, month, year, season, decade, century, quarter, half, era
    case holiday, mod, dir, unit, unit2, n, n2, n3, n4, one, quant, extra, part, hour, minute
    case second, meridiem, zone, clock, word, to, nth, dayword, set, ref, when, first
    case century2, hours, time, frac, freq, month2, year2, calendar, roman

    /// What rules call them, in the same order: spelling cases by reflection would take a fifth of the start.
    static let names = """
        a b weekday day day2 month year season decade century quarter half era holiday mod \
        dir unit unit2 n n2 n3 n4 one quant extra part hour minute second meridiem zone \
        clock word to nth dayword set ref when first century2 hours time frac freq month2 year2 calendar roman
        """.split(separator: " ").map(String.init)
}

/// What the date rules of a pipeline say, names taken to numbers.
final class DateRules: Sendable {
    /// The rules of one program.
    struct Program {
        /// By ``RuleMatch/rule``; `nil` for rules of other kinds.
        let rules: [DateRule?]
        /// The priorities of the rules of a profile, by ``RuleMatch/rule``; `nil` for other rules.
        let priorities: [DateProfile: [Int32?]]
        /// The rules that mark people, by ``RuleMatch/rule``.
        let marksPerson: [Bool]
    }

    let programs: [Program]
    let customs: DateCustoms
    let future: ClassSet
    let past: ClassSet
    /// What is held on a day that was fixed before: `vote`, `game`.
    let scheduled: ClassSet
    /// The classes whose phrases ``DateWord`` reads.
    let words: ClassSet
    let singular: ClassSet
    /// People of whose offices the lexicon knows.
    let knownPeople: ClassSet

    init(_ programs: [LinkedRules], lexicon: Lexicon) {
        self.programs = programs.map { linked in
            let names = zip(DateCapture.names, DateCapture.allCases).compactMap { name, place in
                linked.captureID(name).map { (name: $0, place: place) }
            }
            let rules = linked.rules.map { DateRule($0, names) }
            return Program(
                rules: rules,
                priorities: Dictionary(
                    uniqueKeysWithValues: DateProfile.allCases.map { profile in
                        (profile, rules.map { $0?.priority(in: profile) })
                    }),
                marksPerson: linked.rules.map { $0.label == Label.person.rawValue })
        }
        customs = DateCustoms(lexicon)
        future = lexicon.classes(matching: "tense.future")
        past = lexicon.classes(matching: "tense.past")
        scheduled = lexicon.classes(matching: "tense.scheduled")
        knownPeople = lexicon.classes(matching: "person.known")
        singular = lexicon.classes(matching: "timeunit.one")
        words = DateWord.Kind.allCases.reduce(into: ClassSet()) {
            $0.formUnion(lexicon.classes(matching: $1.rawValue))
        }
    }
}
