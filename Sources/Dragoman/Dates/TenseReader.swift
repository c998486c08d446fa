import Chronology
import Lexicon
import Segmentation

/// Tells from the verbs around an expression whether it looks back or forward.
struct TenseReader {
    private let text: TokenBuffer
    private let hits: HitBuffer
    private let future: ClassSet
    private let past: ClassSet

    init(text: TokenBuffer, hits: HitBuffer, lexicon: Lexicon) {
        self.text = text
        self.hits = hits
        future = lexicon.classes(matching: "tense.future")
        past = lexicon.classes(matching: "tense.past")
    }

    /// `future`, `past`, or `nil` where no verb says: the nearest verb to the left decides, then to the right.
    func direction(around tokens: Range<Int>) -> Direction? {
        // `Wednesday's ruling` has been given.
        if tokens.upperBound < text.tokens.count,
            text.tokens[tokens.upperBound].flags.contains(.clitic)
        {
            return .past
        }
        var index = tokens.lowerBound - 1
        let first = max(0, tokens.lowerBound - 14)
        while index >= first, !startsSentence(index + 1) {
            if let direction = cue(index, before: tokens.lowerBound) { return direction }
            index -= 1
        }
        index = tokens.upperBound
        while index < min(text.tokens.count, tokens.upperBound + 8), !startsSentence(index) {
            if let direction = cue(index, before: text.tokens.count) { return direction }
            index += 1
        }
        return nil
    }

    private func startsSentence(_ index: Int) -> Bool {
        index < text.tokens.count
            && !text.tokens[index].flags.isDisjoint(with: [.sentenceStart, .paragraphStart])
    }

    private func cue(_ index: Int, before end: Int) -> Direction? {
        let token = text.tokens[index]
        guard token.shape == .lower || token.flags.contains(.sentenceStart) else { return nil }
        for hit in hits.startingAt(index) where Int(hit.end) <= end {
            if !hit.classes.isDisjoint(with: future) { return .future }
            if !hit.classes.isDisjoint(with: past) { return .past }
        }
        // Regular verbs: `met` is in the lexicon, `started` is not.
        let bytes = text.utf8[token.range]
        let isPast = bytes.count > 4 && bytes.suffix(2).elementsEqual("ed".utf8)
        return isPast ? .past : nil
    }
}
