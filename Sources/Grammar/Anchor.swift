import Segmentation

/// A part of a pattern that every match has, and that few places of a text can be.
///
/// `cap{0,5} <treaty.head> …` could start at every name; it is worth trying only a few tokens before a head.
struct Anchor {
    /// Tests of a token, one of which holds.
    var tests: [Instruction]
    /// How many tokens after the start of the match.
    var offset: Width
    /// How many places, of a million, will do: a guess.
    var frequency: Double

    /// A part that is met more often is no help.
    static let highestFrequency = 40_000.0
}

extension RuleCompiler {
    /// The part of `pattern` that is rarest in a text, or nearly so where that is the first token, of which rules are
    /// asked anyway.
    mutating func anchor(of pattern: Pattern) -> Anchor? {
        guard let best = rarest(in: pattern, afterFirst: false),
            best.frequency <= Anchor.highestFrequency
        else { return nil }
        let later = rarest(in: pattern, afterFirst: true)
        let most = min(Anchor.highestFrequency, max(1000, 4 * best.frequency))
        return later.flatMap { $0.frequency <= most ? $0 : nil } ?? best
    }

    /// - Parameter afterFirst: whether the first token will not do.
    private mutating func rarest(in pattern: Pattern, afterFirst: Bool) -> Anchor? {
        switch pattern {
        case .gap, .not: return nil
        case .token where afterFirst, .lexicon where afterFirst: return nil
        case .token(let test):
            return commonness.frequency(of: test).map {
                Anchor(
                    tests: tests(of: pattern, nil, backward: false), offset: Width(), frequency: $0)
            }
        case .lexicon(let names):
            return Anchor(
                tests: tests(of: pattern, nil, backward: false), offset: Width(),
                frequency: names.reduce(0) { $0 + commonness.frequency(ofClass: $1) })
        case .text(let text, let isExact, _):
            let tokens = cut(text).prefix(Limits.window)
            let tests = tests(of: pattern, nil, backward: false)
            return zip(tokens.indices, tokens).dropFirst(afterFirst ? 1 : 0).map { index, token in
                Anchor(
                    tests: [tests[index]], offset: Width(least: index, most: index),
                    frequency: commonness.frequency(of: token, isExact: isExact))
            }.min { $0.frequency < $1.frequency }
        case .sequence(let parts):
            var offset = Width()
            var best: Anchor?
            for part in parts {
                // The head of an English phrase, which says most, stands at its end.
                if var anchor = rarest(in: part, afterFirst: afterFirst && offset == Width()),
                    anchor.frequency <= best?.frequency ?? .infinity
                {
                    anchor.offset = offset + anchor.offset
                    best = anchor
                }
                offset = offset + part.width(cut)
            }
            return best
        case .choice(let parts):
            var all: Anchor?
            for part in parts {
                guard let anchor = rarest(in: part, afterFirst: afterFirst) else { return nil }
                guard let before = all else {
                    all = anchor
                    continue
                }
                all = Anchor(
                    tests: before.tests + anchor.tests,
                    offset: before.offset.union(anchor.offset),
                    frequency: before.frequency + anchor.frequency)
            }
            return all
        case .repeated(let inner, let times):
            return times.lowerBound > 0 ? rarest(in: inner, afterFirst: afterFirst) : nil
        case .capture(_, let inner): return rarest(in: inner, afterFirst: afterFirst)
        }
    }
}
