import Chronology
import Segmentation

/// Tells from the verbs around an expression whether it looks back or forward.
struct TenseReader {
    let source: DateText

    /// `future`, `past`, or `nil` where no verb says: the nearest verb to the left decides, then to the right.
    func direction(around tokens: Range<Int>) -> Direction? {
        // `Wednesday's ruling` has been given.
        if tokens.upperBound < source.text.tokens.count,
            source.text.has(.clitic, at: tokens.upperBound)
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
        while index < min(source.text.tokens.count, tokens.upperBound + 8), !startsSentence(index) {
            if let direction = cue(index, before: source.text.tokens.count) { return direction }
            index += 1
        }
        return nil
    }

    /// Whether a verb right before says that it has been: `left in March`, `met on March 5`.
    func isDone(before tokens: Range<Int>) -> Bool {
        let verb = tokens.lowerBound - 2
        guard verb >= 0, source.says(anyOf: ["in", "on", "at"], at: verb + 1),
            cue(verb, before: tokens.lowerBound) == .past
        else { return false }
        return verb == 0 || !source.says(anyOf: ["be", "to"], at: verb - 1)
    }

    private func startsSentence(_ index: Int) -> Bool {
        index < source.text.tokens.count
            && source.text.has([.sentenceStart, .paragraphStart], at: index)
    }

    private func cue(_ index: Int, before end: Int) -> Direction? {
        let token = source.text.tokens[index]
        guard token.shape == .lower || token.flags.contains(.sentenceStart) else { return nil }
        for hit in source.hits.startingAt(index) where Int(hit.end) <= end {
            if !hit.classes.isDisjoint(with: source.rules.future) { return .future }
            if !hit.classes.isDisjoint(with: source.rules.past) { return past(index) }
        }
        // Regular verbs: `met` is in the lexicon, `started` is not.
        let end = Int(token.end)
        let isPast =
            token.range.count > 4 && source.text.utf8[end - 1] == UInt8(ascii: "d")
            && source.text.utf8[end - 2] == UInt8(ascii: "e")
        return isPast ? past(index) : nil
    }

    /// What a form of the past says: `will be brought` and `to cut` are still to come.
    private func past(_ index: Int) -> Direction {
        var modal = index - 1
        if modal >= 0, source.says("be", at: modal) { modal -= 1 }
        if modal >= 0, source.says("not", at: modal) { modal -= 1 }
        return modal >= 0 && source.says(anyOf: Self.modals, at: modal) ? .future : .past
    }

    private static let modals: [StaticString] = ["will", "would", "must", "shall", "should", "to"]
}
