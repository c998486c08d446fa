import Segmentation

/// A part of a pattern that every match has, and that few places of a text can be.
///
/// `cap{0,5} <treaty.head> …` could start at every name; it is worth trying only a few tokens before a head.
struct Anchor {
    /// Tests of a token, one of which holds.
    var tests: [Instruction]
    /// How many tokens after the start of the match.
    var offset: Width
    /// How many places, of a few hundred, will do: a guess.
    var cost: Int

    /// A part that costs more is no help.
    static let highestCost = 60

    /// Frequent words are short (Zipf, 1935) and seldom written with capitals or digits.
    static func cost(of token: String, isExact: Bool) -> Int {
        if token.utf8.contains(where: { (0x30...0x39).contains($0) }) { return 1 }
        if isExact, token.utf8.first.map({ (0x41...0x5A).contains($0) }) == true { return 1 }
        return token.utf8.count < 4 ? 20 : token.utf8.count < 6 ? 5 : 1
    }
}

extension RuleCompiler {
    /// The part of `pattern` that is rarest in a text.
    mutating func anchor(of pattern: Pattern) -> Anchor? {
        guard let best = rarest(in: pattern), best.cost <= Anchor.highestCost else { return nil }
        return best
    }

    private mutating func rarest(in pattern: Pattern) -> Anchor? {
        switch pattern {
        case .gap, .not: return nil
        case .token(let test):
            guard let cost = test.anchorCost else { return nil }
            return Anchor(
                tests: tests(of: pattern, nil, backward: false), offset: Width(), cost: cost)
        case .lexicon:
            return Anchor(
                tests: tests(of: pattern, nil, backward: false), offset: Width(), cost: 3)
        case .text(let text, let isExact, _):
            let tokens = cut(text).prefix(Limits.window)
            let tests = tests(of: pattern, nil, backward: false)
            return zip(tokens.indices, tokens).map { index, token in
                Anchor(
                    tests: [tests[index]], offset: Width(least: index, most: index),
                    cost: Anchor.cost(of: token, isExact: isExact))
            }.min { $0.cost < $1.cost }
        case .sequence(let parts):
            var offset = Width()
            var best: Anchor?
            for part in parts {
                // The head of an English phrase, which says most, stands at its end.
                if var anchor = rarest(in: part), anchor.cost <= best?.cost ?? .max {
                    anchor.offset = offset + anchor.offset
                    best = anchor
                }
                offset = offset + part.width(cut)
            }
            return best
        case .choice(let parts):
            var all: Anchor?
            for part in parts {
                guard let anchor = rarest(in: part) else { return nil }
                guard let before = all else {
                    all = anchor
                    continue
                }
                all = Anchor(
                    tests: before.tests + anchor.tests,
                    offset: before.offset.union(anchor.offset),
                    cost: before.cost + anchor.cost)
            }
            return all
        case .repeated(let inner, let times): return times.lowerBound > 0 ? rarest(in: inner) : nil
        case .capture(_, let inner): return rarest(in: inner)
        }
    }
}

extension TokenTest {
    /// How many places will do; nil if they are too many to be of help.
    fileprivate var anchorCost: Int? {
        switch self {
        case .decade, .ordinal, .digits: return 1
        case .num: return 3
        case .prefix, .suffix: return 15
        default: return nil
        }
    }
}
