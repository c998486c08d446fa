import Chronology
import Grammar
import Lexicon
import Segmentation

/// One match of a date rule, its captures read as numbers, lexicon values and text.
struct DateMatch {
    let text: TokenBuffer
    let hits: HitBuffer
    let lexicon: Lexicon
    let matches: RuleMatches
    let match: RuleMatch
    let rule: Rule

    func tokens(_ name: String) -> Range<Int>? { matches[match, name]?.tokens }

    /// The text of a capture, in small letters.
    func word(_ name: String) -> String? {
        tokens(name).map { text.text(of: $0).lowercased() }
    }

    /// An attribute of the sense of a capture's phrase that belongs to `className` or a class below.
    func attribute(_ key: String, _ name: String, _ className: String) -> String? {
        guard let tokens = tokens(name) else { return nil }
        return attribute(key, over: tokens, className)
    }

    /// An attribute of a phrase that starts where `tokens` do and fits in them; full stops may follow it.
    func attribute(_ key: String, over tokens: Range<Int>, _ className: String) -> String? {
        for hit in hits.startingAt(tokens.lowerBound) where Int(hit.end) <= tokens.upperBound {
            for sense in lexicon.senses(of: hit.phrase) {
                let name = lexicon.classNames[Int(sense.classID.rawValue)]
                guard name == className || name.hasPrefix(className + ".") else { continue }
                if let value = lexicon.attribute(key, of: sense) { return value }
            }
        }
        return nil
    }

    /// The whole number that a capture writes in digits, as an ordinal or in words.
    func number(_ name: String) -> Int? {
        guard let tokens = tokens(name) else { return nil }
        let token = text.tokens[tokens.lowerBound]
        if tokens.count == 1 {
            if token.number != .max { return Int(token.number) }
            let digits = text.text(of: tokens).prefix { $0.isASCII && $0.isNumber }
            if let value = Int(digits) { return value }
        }
        return
            (attribute("value", over: tokens, "numword")
            ?? attribute("value", over: tokens, "ordword")).flatMap { Int($0) }
    }

    /// An amount: `5`, `22.8`, `half a`, `several`.
    func amount(_ name: String) -> TimexDuration.Amount? {
        guard let tokens = tokens(name) else { return nil }
        let written = text.text(of: tokens).filter { $0 != "," }
        let value = attribute("value", over: tokens, "numword") ?? written
        if value == "X" { return .unknown }
        let parts = value.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = Int(parts[0]), whole < 10_000_000, parts.count < 3 else { return nil }
        guard parts.count == 2 else { return TimexDuration.Amount(whole) }
        return Int(parts[1]) == nil
            ? nil : TimexDuration.Amount(whole, fraction: String(parts[1]))
    }

    /// The year of a capture: four digits, no comma among them.
    func year(_ name: String = "year") -> Int? {
        guard let tokens = tokens(name), tokens.count == 1 else { return nil }
        let token = text.tokens[tokens.lowerBound]
        guard token.number != .max, token.end - token.start == 4 else { return nil }
        return Int(token.number)
    }

    var month: Int? {
        tokens("month").flatMap {
            attribute("value", over: $0, "month").flatMap { Int($0) } ?? digits(in: $0)
        }
    }

    private func digits(in tokens: Range<Int>) -> Int? {
        let number = text.tokens[tokens.lowerBound].number
        return number == .max ? nil : Int(number)
    }

    var weekday: Weekday? {
        attribute("value", "weekday", "weekday").flatMap { Int($0) }.flatMap(Weekday.init)
    }

    var season: Season? { attribute("value", "season", "season").flatMap(Season.init) }

    /// TIMEX3 `mod` of `early`, `the end of`, or of `about`, `more than`.
    var mod: String? {
        attribute("mod", "mod", "datemod") ?? attribute("mod", "quant", "quantmod")
    }

    /// The part of a day.
    var part: TimeOfDay? {
        attribute("value", "part", "daypart").flatMap(DayPart.init).map(TimeOfDay.part)
    }

    var grain: Grain? { grain("unit") }

    func grain(_ name: String) -> Grain? {
        attribute("value", name, "timeunit").flatMap(Grain.init)
    }

    /// `last`, `the following`, `that`; `the next` points on from the day that is told of.
    var selector: Selector? {
        guard let tokens = tokens("dir") else { return nil }
        guard
            let offset = (attribute("value", over: tokens, "dir")).flatMap({ Int($0) }),
            let base = attribute("base", over: tokens, "dir")
        else { return nil }
        let before = tokens.lowerBound - 1
        let hasArticle = before >= match.whole.lowerBound && isWord("the", before)
        let isStory = base == "story" || (hasArticle && offset == 1)
        return Selector(offset: offset, base: isStory ? .story : .speech)
    }

    func isWord(_ word: String, _ token: Int) -> Bool {
        text.text(at: token).lowercased() == word
    }
}
