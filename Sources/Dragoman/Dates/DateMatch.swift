import Chronology
import Grammar

/// The match of a date rule that is being read, its captures read as numbers, lexicon values and text.
///
/// One serves a document: matches come by the thousand, and nothing is allocated for one. The ranges stand in memory of
/// its own, one place for each ``DateCapture``; `isFilled` has a bit for each place that the match filled.
final class DateMatch {
    let source: DateText
    /// The tokens that the rule marks.
    private(set) var span = 0..<0
    /// All tokens of the match.
    private(set) var whole = 0..<0
    private let ranges: UnsafeMutablePointer<Range<Int>>
    private var isFilled: UInt64 = 0

    init(_ source: DateText) {
        self.source = source
        ranges = .allocate(capacity: DateCapture.allCases.count)
        ranges.initialize(repeating: 0..<0, count: DateCapture.allCases.count)
    }

    deinit { ranges.deallocate() }

    func read(_ match: RuleMatch, of rule: DateRule, _ captures: [Capture]) {
        span = match.span
        whole = match.whole
        isFilled = 0
        for capture in captures[match.captures] {
            for (name, place) in rule.captures where name == capture.name && !has(place) {
                ranges[Int(place.rawValue)] = capture.tokens
                isFilled |= 1 << UInt64(place.rawValue)
            }
        }
    }

    func has(_ capture: DateCapture) -> Bool { isFilled >> UInt64(capture.rawValue) & 1 != 0 }

    func tokens(_ capture: DateCapture) -> Range<Int>? {
        has(capture) ? ranges[Int(capture.rawValue)] : nil
    }

    /// The text of a capture, in small letters.
    func written(_ capture: DateCapture) -> String? {
        tokens(capture).map { source.text(of: $0).lowercased() }
    }

    /// Whether a capture starts with a word, which is in small letters.
    func says(_ word: StaticString, _ capture: DateCapture) -> Bool {
        tokens(capture).map { source.says(word, at: $0.lowerBound) } ?? false
    }

    /// What the lexicon says of the phrase of a capture.
    @inline(__always)
    func word<Value>(_ capture: DateCapture, _ read: (DateWord) -> Value?) -> Value? {
        guard let tokens = tokens(capture) else { return nil }
        return source.word(tokens, read)
    }

    /// The whole number that a capture writes in digits, as an ordinal or in words.
    func number(_ capture: DateCapture) -> Int? { tokens(capture).flatMap(source.number) }

    /// An amount: `5`, `22.8`, `half a`, `several`.
    func amount(_ capture: DateCapture) -> TimexDuration.Amount? {
        guard let tokens = tokens(capture) else { return nil }
        if let sum = source.writtenNumber(tokens) { return TimexDuration.Amount(sum) }
        if let amount = source.word(tokens, { $0.amount }) { return amount }
        let number = source.text.number(at: tokens.lowerBound)
        if tokens.count == 1, number < 10_000_000 { return TimexDuration.Amount(Int(number)) }
        return TimexDuration.Amount(written: source.text(of: tokens).filter { $0 != "," })
    }

    /// The year of a capture: four digits, no comma among them, or words.
    func year(_ capture: DateCapture = .year) -> Int? {
        guard let tokens = tokens(capture) else { return nil }
        if tokens.count > 1 { return source.writtenYear(tokens) }
        let token = source.token(tokens.lowerBound)
        let number = source.text.number(at: tokens.lowerBound)
        guard number != .max else { return nil }
        // Full-width digits have three bytes each.
        let length = token.flags.contains(.nonASCII) ? token.range.count / 3 : token.range.count
        return length == 4 ? Int(number) : nil
    }

    /// Whether a year is captured that is none.
    var hasFalseYear: Bool { has(.year) && year() == nil }

    var month: Int? { month(.month) }

    func month(_ capture: DateCapture) -> Int? {
        guard let tokens = tokens(capture) else { return nil }
        if let month = source.word(tokens, { $0.month }) { return month }
        let number = source.text.number(at: tokens.lowerBound)
        return number == .max ? nil : Int(number)
    }

    var weekday: Weekday? { word(.weekday) { $0.weekday } }
    var season: Season? { word(.season) { $0.season } }

    /// TIMEX3 `mod` of `early`, `the end of`, or of `about`, `more than`.
    var mod: String? { word(.mod) { $0.mod } ?? word(.quant) { $0.quantityMod } }

    /// The part of a day.
    var part: TimeOfDay? { word(.part) { $0.part }.map(TimeOfDay.part) }

    var grain: Grain? { grain(.unit) }
    /// How many of its grain the unit is.
    var unitCount: Int { word(.unit) { $0.unit == nil ? nil : $0.unitCount } ?? 1 }
    func grain(_ capture: DateCapture) -> Grain? { word(capture) { $0.unit } }

    /// `last`, `the following`, `that`; `the next` points on from the day that is told of.
    var selector: Selector? {
        guard let tokens = tokens(.dir), var selector = source.word(tokens, { $0.selector })
        else { return nil }
        let before = tokens.lowerBound - 1
        if selector.offset == 1, before >= whole.lowerBound, source.says("the", at: before) {
            selector.base = .story
        }
        return selector
    }
}
