import Chronology
import Grammar
import Lexicon

/// How the captures of a date rule are read: the `form` of its constants.
enum DateForm: String {
    case calendar, year, fiscal, iso, slashed, years, days, decade, century, season, quarter, half
    case dayword, dir, weekday, offset, nth, then, holiday, reference, recent, count, longword
    case setword, every, rate, clock, part
}

/// A date rule, its constants read once.
struct DateRule {
    var form: DateForm
    var label: Label
    var id: String
    var priority: Int
    /// `nil` for a rule of every profile.
    var profile: DateProfile?
    /// Whether the match names what lies in the date: `the week of March 3`.
    var isContainer: Bool
    var value: TimexValue?

    init?(_ rule: Rule) {
        guard let label = Label(rawValue: rule.label), label.isTemporal, rule.evidence == nil,
            let form = rule["form"].flatMap(DateForm.init)
        else { return nil }
        let profile = rule["profile"]
        self.profile = profile.flatMap(DateProfile.init)
        if profile != nil, self.profile == nil { return nil }
        self.form = form
        self.label = label
        id = rule.id
        priority = rule.priority
        isContainer = rule["container"] != nil
        value = rule["value"].flatMap { TimexValue($0) }
    }
}

/// What captures of date rules hold.
enum DateCapture: UInt8, CaseIterable {
    case a, b, weekday, day, day2, month, year, season, decade, century, quarter, half, era
    case holiday, mod, dir, unit, unit2, n, n2, n3, n4, one, quant, extra, part, hour, minute
    case second, meridiem, zone, clock, word, to, nth, dayword, set, ref, when, first
}

/// What the date rules of a pipeline say, names taken to numbers.
final class DateRules: Sendable {
    /// The rules of one program.
    struct Program {
        /// By ``RuleMatch/rule``; `nil` for rules of other kinds.
        let rules: [DateRule?]
        /// The rules that mark people, by ``RuleMatch/rule``.
        let marksPerson: [Bool]
        /// By the raw value of ``DateCapture``.
        let captures: [CaptureID?]
    }

    let programs: [Program]
    let future: ClassSet
    let past: ClassSet
    /// The classes whose phrases ``DateWord`` reads.
    let words: ClassSet
    let singular: ClassSet

    init(_ programs: [LinkedRules], lexicon: Lexicon) {
        self.programs = programs.map { linked in
            Program(
                rules: linked.rules.map(DateRule.init),
                marksPerson: linked.rules.map { $0.label == Label.person.rawValue },
                captures: DateCapture.allCases.map { linked.captureID("\($0)") })
        }
        future = lexicon.classes(matching: "tense.future")
        past = lexicon.classes(matching: "tense.past")
        singular = lexicon.classes(matching: "timeunit.one")
        words = DateWord.Kind.allCases.reduce(into: ClassSet()) {
            $0.formUnion(lexicon.classes(matching: $1.rawValue))
        }
    }
}
