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
        text: TokenBuffer, hits: HitBuffer, matches: [RuleMatches], pipeline: Pipeline,
        memory: DateMemory
    ) {
        self.text = text
        self.hits = hits
        self.matches = matches
        self.memory = memory
        lexicon = pipeline.lexicon
        rules = pipeline.dates
    }

    /// The first thing that `read` finds in what the lexicon says of the phrases that start where `tokens` do and fit
    /// in them, the longest first.
    @inline(__always)
    func word<Value>(_ tokens: Range<Int>, _ read: (DateWord) -> Value?) -> Value? {
        for hit in hits.startingAt(tokens.lowerBound) where Int(hit.end) <= tokens.upperBound {
            guard !hit.classes.isDisjoint(with: rules.words) else { continue }
            let place = memory.place(of: hit.phrase, lexicon)
            if let value = read(memory.words[place]) { return value }
        }
        return nil
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
