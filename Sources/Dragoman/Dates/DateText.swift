import Grammar
import Lexicon
import Segmentation

/// One document as the date rules see it.
final class DateText {
    let text: TokenBuffer
    let hits: HitBuffer
    let lexicon: Lexicon
    let rules: DateRules
    let memory: DateMemory
    let matches: [RuleMatches]

    init(
        text: TokenBuffer, hits: HitBuffer, matches: [RuleMatches], lexicon: Lexicon,
        rules: DateRules, memory: DateMemory
    ) {
        self.text = text
        self.hits = hits
        self.matches = matches
        self.memory = memory
        self.lexicon = lexicon
        self.rules = rules
    }

    /// A text in the language of `workspace`, which has read it.
    convenience init(text: TokenBuffer, _ workspace: DateWorkspace) {
        let knowledge = workspace.knowledge
        self.init(
            text: text, hits: workspace.hits, matches: workspace.matches,
            lexicon: knowledge.lexicon, rules: knowledge.dates, memory: workspace.memory)
    }

    /// The first thing that `read` finds in what the lexicon says of the phrases that start where `tokens` do and fit
    /// in them, the longest first.
    @inline(__always)
    func word<Value>(_ tokens: Range<Int>, _ read: (DateWord) -> Value?) -> Value? {
        hits.withView { view in
            for hit in view.startingAt(tokens.lowerBound)
            where hit.end <= tokens.upperBound && !hit.classes.isDisjoint(with: rules.words) {
                if let value = read(memory.word(of: hit.phrase, lexicon)) { return value }
            }
            return nil
        }
    }
}

extension DateText {
    func token(_ index: Int) -> Token { text.tokens[index] }
    func text(of tokens: Range<Int>) -> String { text.text(of: tokens) }
    func says(_ word: StaticString, at token: Int) -> Bool { text.says(word, at: token) }

    func says(anyOf words: [StaticString], at token: Int) -> Bool {
        text.says(anyOf: words, at: token)
    }

    /// The whole number that tokens write in digits, as an ordinal or in words.
    func number(_ tokens: Range<Int>) -> Int? {
        if tokens.count == 1 {
            let number = text.number(at: tokens.lowerBound)
            if number != .max { return Int(number) }
            if let digits = leadingNumber(of: tokens.lowerBound) { return digits.value }
        }
        // The longest phrase counts: `twenty-third` is no twenty.
        let found = word(tokens) { word -> Int?? in
            if let amount = word.amount { return amount.fraction.isEmpty ? amount.whole : nil }
            return word.ordinal.map(Optional.some)
        }
        return found ?? nil
    }

    /// Whether a word of the language stands at a token between two dates of which the first may lack its year.
    func isLink(_ token: Int) -> Bool { starts(rules.customs.links, at: token) }

    /// Whether a word stands at a token that makes two dates of what it stands between: `und`.
    func joinsTwo(_ token: Int) -> Bool { starts(rules.customs.pairs, at: token) }

    private func starts(_ classes: ClassSet, at token: Int) -> Bool {
        !classes.isEmpty
            && hits.startingAt(token).contains { !$0.classes.isDisjoint(with: classes) }
    }

    /// The ASCII digits that a token starts with: their value and how many they are.
    func leadingNumber(of token: Int) -> (value: Int, count: Int)? {
        var value = 0
        var count = 0
        for byte in text.utf8[text.tokens[token].range] {
            guard byte &- 0x30 < 10, count < 18 else { break }
            value = value * 10 + Int(byte &- 0x30)
            count += 1
        }
        return count == 0 ? nil : (value, count)
    }
}

extension TokenBuffer {
    /// Whether a token is `word`, which is in small letters, whatever the case of the token's ASCII letters.
    func says(_ word: StaticString, at token: Int) -> Bool {
        let range = tokens[token].range
        guard range.count == word.utf8CodeUnitCount else { return false }
        for (offset, place) in range.enumerated() {
            let byte = utf8[place]
            let small = byte &- 0x41 < 26 ? byte | 0x20 : byte
            if small != word.utf8Start[offset] { return false }
        }
        return true
    }

    /// Whether a token is one of `words`, which are in small letters.
    func says(anyOf words: [StaticString], at token: Int) -> Bool {
        words.contains { says($0, at: token) }
    }

    /// Whether any of these flags stands at a token.
    func has(_ flags: TokenFlags, at token: Int) -> Bool {
        !tokens[token].flags.isDisjoint(with: flags)
    }
}
