import Chronology
import Segmentation

/// Tells from the words around an expression whether it looks back or forward.
struct TenseReader {
    let source: DateText

    /// `future`, `past`, or `nil` where nothing says: the nearest verb to the left decides, then what stands right before,
    /// then the nearest verb to the right.
    func direction(around tokens: Range<Int>) -> Direction? {
        let isOwner =
            tokens.upperBound < source.text.tokens.count
            && source.text.has(.clitic, at: tokens.upperBound)
        if isOwner, isAwaited(tokens) { return .future }
        if isOwner, !isFixed(tokens.upperBound + 1) { return .past }
        return leftCue(tokens) ?? limit(before: tokens) ?? rightCue(tokens)
    }

    /// `Wednesday's ruling` has been given; `Wednesday's vote` may be to come.
    private func isFixed(_ token: Int) -> Bool {
        source.hits.startingAt(token).contains {
            !$0.classes.isDisjoint(with: source.rules.scheduled)
        }
    }

    /// `ahead of Wednesday's ruling`, `they await Wednesday's ruling`
    private func isAwaited(_ tokens: Range<Int>) -> Bool {
        if says("ahead", "of", before: tokens.lowerBound) { return true }
        return (max(0, tokens.lowerBound - 2)..<tokens.lowerBound).contains { start in
            source.hits.startingAt(start).contains {
                Int($0.end) == tokens.lowerBound
                    && !$0.classes.isDisjoint(with: source.rules.future)
            }
        }
    }

    /// Whether a verb right before says that it has been: `left in March`, `met on March 5`.
    func isDone(before tokens: Range<Int>) -> Bool {
        let verb = tokens.lowerBound - 2
        guard verb >= 0, source.says(anyOf: ["in", "on", "at"], at: verb + 1),
            cue(verb, before: tokens.lowerBound) == .past
        else { return false }
        return verb == 0 || !source.says(anyOf: ["be", "to"], at: verb - 1)
    }

    private func leftCue(_ tokens: Range<Int>) -> Direction? {
        var index = tokens.lowerBound - 1
        let first = max(0, tokens.lowerBound - 14)
        while index >= first, !startsSentence(index + 1) {
            if let direction = cue(index, before: tokens.lowerBound)
                ?? present(index, tokens.lowerBound - index)
            {
                return direction
            }
            index -= 1
        }
        return nil
    }

    private func rightCue(_ tokens: Range<Int>) -> Direction? {
        let end = source.text.tokens.count
        var index = tokens.upperBound
        // `Monday is the last day`
        if index < end, !startsSentence(index), isPresent(index) { return .future }
        while index < min(end, tokens.upperBound + 8), !startsSentence(index) {
            if let direction = cue(index, before: end) { return direction }
            index += 1
        }
        return nil
    }

    /// What has an end in view looks forward to it: `by Monday`, `until Monday`, `starting Monday`. Where it opens the
    /// sentence, what follows may say that it is over.
    private func limit(before tokens: Range<Int>) -> Direction? {
        let word = tokens.lowerBound - 1
        guard word >= 0, source.says(anyOf: Self.limits, at: word) else { return nil }
        return startsSentence(word) ? rightCue(tokens) ?? .future : .future
    }

    /// The present, of what is fixed for a day near it: `the deadline is Monday`, `they are meeting Monday`.
    private func present(_ index: Int, _ distance: Int) -> Direction? {
        if distance <= 3, isPresent(index) { return .future }
        guard distance <= 4, index > 0, source.text.tokens[index].shape == .lower,
            endsInIng(index), isPresent(index - 1)
        else { return nil }
        return .future
    }

    private func isPresent(_ index: Int) -> Bool { source.says(anyOf: ["is", "are"], at: index) }

    private func startsSentence(_ index: Int) -> Bool {
        index < source.text.tokens.count
            && source.text.has([.sentenceStart, .paragraphStart], at: index)
    }

    private func cue(_ index: Int, before end: Int) -> Direction? {
        source.memory.steps += 1
        let token = source.text.tokens[index]
        if endsInWill(token) { return .future }
        guard token.shape == .lower || token.flags.contains(.sentenceStart) else { return nil }
        if source.says("to", at: index), index > 0,
            source.says(anyOf: ["is", "are", "was", "were"], at: index - 1)
        {
            // `were to resume`, and no `were to have resumed`
            return isPerfect(index + 1) ? .past : .future
        }
        for hit in source.hits.startingAt(index) where Int(hit.end) <= end {
            if !hit.classes.isDisjoint(with: source.rules.future) {
                return future(index..<Int(hit.end))
            }
            if !hit.classes.isDisjoint(with: source.rules.past) { return past(index) }
        }
        // Regular verbs: `met` is in the lexicon, `started` is not.
        let end = Int(token.end)
        let isPast =
            token.range.count > 4 && source.text.utf8[end - 1] == UInt8(ascii: "d")
            && source.text.utf8[end - 2] == UInt8(ascii: "e")
        return isPast ? past(index) : nil
    }

    /// What a word that looks forward says: `would have been` and `had been due` are over, `could be seen` says nothing, and `left to meet
    /// them` only names an aim.
    private func future(_ words: Range<Int>) -> Direction? {
        if source.says(anyOf: ["will", "shall"], at: words.lowerBound) { return .future }
        if isPerfect(words.upperBound) || says("had", "been", before: words.lowerBound) {
            return .past
        }
        let isChance = says("could", "be", before: words.upperBound + 1)
        let isAim = words.lowerBound > 0 && source.says("to", at: words.lowerBound - 1)
        return isChance || isAim ? nil : .future
    }

    private func isPerfect(_ index: Int) -> Bool {
        guard index < source.text.tokens.count else { return false }
        let next = source.says("not", at: index) ? index + 1 : index
        return next < source.text.tokens.count && source.says("have", at: next)
    }

    /// What a form of the past says: `will be brought`, `to cut` and `could hit` are still to come, what `could be
    /// seen` is not.
    private func past(_ index: Int) -> Direction {
        var modal = index - 1
        if says("will", "have", before: index) { return .future }
        if modal >= 0, source.says("be", at: modal) { modal -= 1 }
        if modal >= 0, source.says("not", at: modal) { modal -= 1 }
        guard modal >= 0 else { return .past }
        let isFuture =
            source.says(anyOf: Self.modals, at: modal)
            || modal == index - 1 && source.says("could", at: modal)
        return isFuture ? .future : .past
    }

    private func endsInIng(_ index: Int) -> Bool {
        let range = source.text.tokens[index].range
        return range.count > 4
            && source.text.utf8[range].suffix(3).elementsEqual("ing".utf8)
    }

    /// `we'll`, one token
    private func endsInWill(_ token: Token) -> Bool {
        let word = source.text.utf8[token.range]
        return word.suffix(3).elementsEqual("'ll".utf8) || word.suffix(5).elementsEqual("’ll".utf8)
    }

    private func says(_ first: StaticString, _ second: StaticString, before index: Int) -> Bool {
        index > 1 && index <= source.text.tokens.count && source.says(first, at: index - 2)
            && source.says(second, at: index - 1)
    }

    private static let modals: [StaticString] = [
        "will", "would", "must", "shall", "should", "may", "might", "can", "to",
    ]
    private static let limits: [StaticString] = [
        "by", "until", "till", "starting", "beginning", "effective",
    ]
}
