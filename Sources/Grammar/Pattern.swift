/// What a pattern says, as written: the tree between the parser and the compiler.
indirect enum Pattern: Equatable {
    /// Quoted text; `exact` compares case too. It is cut into tokens by the compiler.
    case text(String, exact: Bool, at: SourcePosition)
    /// A lexicon phrase with one of the classes named.
    case lexicon([String])
    /// A test of one token.
    case token(TokenTest)
    /// A test of the gap before the next token.
    case gap(GapTest)
    /// One token of which the element does not hold, or a gap of which it does not.
    case not(Pattern, at: SourcePosition)
    case sequence([Pattern])
    /// The first alternative is the preferred one.
    case choice([Pattern])
    /// Greedy.
    case repeated(Pattern, ClosedRange<Int>)
    case capture(String, Pattern)
}

/// A test of one token.
enum TokenTest: Equatable {
    case cap, upper, lower, initial, capitalized, mixed
    case word, number, punct, any, decade
    case num(UInt32, UInt32)
    case ordinal(UInt32, UInt32)
    case digits(UInt32)
    case prefix(String)
    case suffix(String)
}

/// A test of the gap between two tokens.
enum GapTest: Equatable {
    case space, nospace, start, para, end, line
}

extension Pattern {
    /// The names of the captures in the pattern, in the order in which they are written.
    var captures: [String] {
        switch self {
        case .text, .lexicon, .token, .gap: return []
        case .not(let inner, _), .repeated(let inner, _): return inner.captures
        case .sequence(let parts), .choice(let parts): return parts.flatMap(\.captures)
        case .capture(let name, let inner): return [name] + inner.captures
        }
    }

    /// The fewest tokens that a match takes, if quoted text is one token at least.
    var leastWidth: Int {
        switch self {
        case .text, .lexicon, .token: return 1
        case .gap: return 0
        case .not(let inner, _): return inner.isGap ? 0 : 1
        case .sequence(let parts): return parts.reduce(0) { $0 + $1.leastWidth }
        case .choice(let parts): return parts.map(\.leastWidth).min() ?? 0
        case .repeated(let inner, let times): return inner.leastWidth * times.lowerBound
        case .capture(_, let inner): return inner.leastWidth
        }
    }

    /// How many tokens a match takes, by what `cut` makes of quoted text.
    func width(_ cut: (String) -> [String]) -> Width {
        switch self {
        case .text(let text, _, _):
            let count = cut(text).count
            return Width(least: count, most: count)
        case .lexicon: return Width(least: 1, most: 0, phrases: 1)
        case .token: return Width(least: 1, most: 1)
        case .gap: return Width()
        case .not(let inner, _): return inner.isGap ? Width() : Width(least: 1, most: 1)
        case .sequence(let parts): return parts.map { $0.width(cut) }.reduce(Width(), +)
        case .choice(let parts):
            return parts.map { $0.width(cut) }.reduce(nil) { $0?.union($1) ?? $1 } ?? Width()
        case .repeated(let inner, let times): return inner.width(cut).repeated(times)
        case .capture(_, let inner): return inner.width(cut)
        }
    }

    /// The parts of a choice and of choices in it; otherwise the element itself.
    var alternatives: [Pattern] {
        if case .choice(let parts) = self { return parts.flatMap(\.alternatives) }
        return [self]
    }

    /// Whether the element only tests gaps.
    var isGap: Bool {
        switch self {
        case .gap: return true
        case .not(let inner, _): return inner.isGap
        case .choice(let parts): return parts.allSatisfy(\.isGap)
        default: return false
        }
    }
}

/// How many tokens a part of a pattern takes, or stands after another; counted up to ``Limits/window``.
struct Width: Equatable {
    var least = 0
    /// At most this many tokens…
    var most = 0
    /// …and so many phrases of the lexicon, whose length the text decides.
    var phrases = 0

    static func + (a: Width, b: Width) -> Width {
        Width(
            least: min(Limits.window, a.least + b.least),
            most: min(Limits.window, a.most + b.most),
            phrases: min(Limits.window, a.phrases + b.phrases))
    }

    /// What holds either of this or of the other.
    func union(_ other: Width) -> Width {
        Width(
            least: min(least, other.least), most: max(most, other.most),
            phrases: max(phrases, other.phrases))
    }

    func repeated(_ times: ClosedRange<Int>) -> Width {
        Width(
            least: min(Limits.window, least * times.lowerBound),
            most: min(Limits.window, most * times.upperBound),
            phrases: min(Limits.window, phrases * times.upperBound))
    }
}

/// What bounds a match.
enum Limits {
    /// Tokens that a match, or a context, can take.
    static let window = 64
    /// Repeats of `*` and `+`.
    static let repeats = 8
    /// Instructions of one rule.
    static let code = 8192
    /// Bytes of a rule's id, which stands at each mention.
    static let id = 200
}
