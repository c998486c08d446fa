import Chronology
import Grammar
import Segmentation

/// One match of a date rule, its captures read as numbers, lexicon values and text.
struct DateMatch {
    let source: DateText
    let program: Int
    let match: RuleMatch

    var rule: DateRule? { source.rules.programs[program].rules[match.rule] }
    private var text: TokenBuffer { source.text }

    func tokens(_ capture: DateCapture) -> Range<Int>? {
        guard let id = source.rules.programs[program].captures[Int(capture.rawValue)] else {
            return nil
        }
        return source.matches[program][match, id]?.tokens
    }

    func has(_ capture: DateCapture) -> Bool { tokens(capture) != nil }

    /// The text of a capture, in small letters.
    func written(_ capture: DateCapture) -> String? {
        tokens(capture).map { text.text(of: $0).lowercased() }
    }

    /// Whether a capture starts with a word, which is in small letters.
    func says(_ word: StaticString, _ capture: DateCapture) -> Bool {
        tokens(capture).map { text.says(word, at: $0.lowerBound) } ?? false
    }

    /// What the lexicon says of the phrase of a capture.
    @inline(__always)
    func word<Value>(_ capture: DateCapture, _ read: (DateWord) -> Value?) -> Value? {
        guard let tokens = tokens(capture) else { return nil }
        return source.word(tokens, read)
    }

    /// The whole number that a capture writes in digits, as an ordinal or in words.
    func number(_ capture: DateCapture) -> Int? {
        guard let tokens = tokens(capture) else { return nil }
        if tokens.count == 1 {
            let number = text.tokens[tokens.lowerBound].number
            if number != .max { return Int(number) }
            if let digits = text.leadingNumber(of: tokens.lowerBound) { return digits.value }
        }
        if let amount = source.word(tokens, { $0.amount }) {
            return amount.fraction.isEmpty ? amount.whole : nil
        }
        return source.word(tokens) { $0.ordinal }
    }

    /// An amount: `5`, `22.8`, `half a`, `several`.
    func amount(_ capture: DateCapture) -> TimexDuration.Amount? {
        guard let tokens = tokens(capture) else { return nil }
        if let amount = source.word(tokens, { $0.amount }) { return amount }
        let number = text.tokens[tokens.lowerBound].number
        if tokens.count == 1, number < 10_000_000 { return TimexDuration.Amount(Int(number)) }
        return TimexDuration.Amount(written: text.text(of: tokens).filter { $0 != "," })
    }

    /// The year of a capture: four digits, no comma among them.
    func year(_ capture: DateCapture = .year) -> Int? {
        guard let tokens = tokens(capture), tokens.count == 1 else { return nil }
        let token = text.tokens[tokens.lowerBound]
        guard token.number != .max, token.end - token.start == 4 else { return nil }
        return Int(token.number)
    }

    /// Whether a year is captured that is none.
    var hasFalseYear: Bool { has(.year) && year() == nil }

    var month: Int? {
        guard let tokens = tokens(.month) else { return nil }
        if let month = source.word(tokens, { $0.month }) { return month }
        let number = text.tokens[tokens.lowerBound].number
        return number == .max ? nil : Int(number)
    }

    var weekday: Weekday? { word(.weekday) { $0.weekday } }
    var season: Season? { word(.season) { $0.season } }

    /// TIMEX3 `mod` of `early`, `the end of`, or of `about`, `more than`.
    var mod: String? { word(.mod) { $0.mod } ?? word(.quant) { $0.quantityMod } }

    /// The part of a day.
    var part: TimeOfDay? { word(.part) { $0.part }.map(TimeOfDay.part) }

    var grain: Grain? { grain(.unit) }
    func grain(_ capture: DateCapture) -> Grain? { word(capture) { $0.unit } }

    /// `last`, `the following`, `that`; `the next` points on from the day that is told of.
    var selector: Selector? {
        guard let tokens = tokens(.dir), var selector = source.word(tokens, { $0.selector })
        else { return nil }
        let before = tokens.lowerBound - 1
        if selector.offset == 1, before >= match.whole.lowerBound, text.says("the", at: before) {
            selector.base = .story
        }
        return selector
    }
}

extension TokenBuffer {
    /// The ASCII digits that a token starts with: their value and how many they are.
    func leadingNumber(of token: Int) -> (value: Int, count: Int)? {
        var value = 0
        var count = 0
        for byte in utf8[tokens[token].range] {
            guard byte &- 0x30 < 10, count < 18 else { break }
            value = value * 10 + Int(byte &- 0x30)
            count += 1
        }
        return count == 0 ? nil : (value, count)
    }
}
