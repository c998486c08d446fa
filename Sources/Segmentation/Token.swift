/// One token: a segment of ICU's word rules that is not white space, its possessive `'s` a token of its own.
///
/// White space makes no tokens; whether some stood before a token is in ``flags``.
public struct Token: Sendable {
    /// First byte, in UTF-8 units from the start of the text.
    public var start: UInt32
    /// One past the last byte.
    public var end: UInt32
    /// 64-bit hash of the folded form (``TokenHash``): equal for `TOKYO`, `Tokyo` and `tokyo`.
    public var hash: UInt64
    /// Number of the spelled form among those that the segmenter has met: the same for the same bytes and kind in all
    /// texts of one ``TokenBuffer/generation``.
    public var form: UInt32
    /// What ICU calls it: word, number, symbol, …
    public var kind: TokenKind
    /// How its capitals lie.
    public var shape: TokenShape
    /// What else is known of where it stands.
    public var flags: TokenFlags

    /// A token with these properties.
    public init(
        start: UInt32, end: UInt32, hash: UInt64, form: UInt32 = 0, kind: TokenKind,
        shape: TokenShape, flags: TokenFlags
    ) {
        self.start = start
        self.end = end
        self.hash = hash
        self.form = form
        self.kind = kind
        self.shape = shape
        self.flags = flags
    }

    /// The bytes of the token.
    @inlinable public var range: Range<Int> { Int(start)..<Int(end) }
}

extension Token: Equatable {
    /// Whether all is the same but the number of the form, which depends on what the segmenter met before.
    public static func == (a: Token, b: Token) -> Bool {
        a.start == b.start && a.end == b.end && a.hash == b.hash && a.kind == b.kind
            && a.shape == b.shape && a.flags == b.flags
    }
}

/// What ICU's rule status says of a token.
public enum TokenKind: UInt8, Sendable {
    /// Status 0 to 99: punctuation and symbols.
    case symbol = 0
    /// Status 100 to 199: digits, and letters mixed with digits that end in one (`G7`).
    case number = 1
    /// Status 200 to 299: letters, and letters mixed with digits that end in a letter (`1990s`, `19th`).
    case word = 2
    /// Status 300 to 399. Where ICU has its dictionary it gives kana the status of ideographs.
    case kana = 3
    /// Status 400 and above.
    case ideograph = 4
}

/// How a token is written.
public enum TokenShape: UInt8, Sendable {
    /// No cased letter: digits, punctuation, scripts without case.
    case uncased = 0
    /// `tokyo`
    case lower = 1
    /// `Tokyo`, `O'Brien`: the first letter is a capital and a small one follows.
    case capitalized = 2
    /// `TOKYO`, `U.S`, `G7`: all letters are capitals, and there are two or more of them or digits too.
    case upper = 3
    /// `T`: a single capital letter, an initial.
    case initial = 4
    /// `iPhone`, `eBay`: starts small, has a capital.
    case mixed = 5

    /// Whether the token starts as a name does.
    @inlinable public var startsWithCapital: Bool {
        self == .capitalized || self == .upper || self == .initial
    }
}

/// What stands around a token.
public struct TokenFlags: OptionSet, Sendable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// White space stands before the token, or it is the text's first.
    @inlinable public static var spaceBefore: TokenFlags { TokenFlags(rawValue: 1) }
    /// A line starts with the token.
    @inlinable public static var lineStart: TokenFlags { TokenFlags(rawValue: 2) }
    /// A paragraph starts with the token: the text's first token, or a blank line before.
    @inlinable public static var paragraphStart: TokenFlags { TokenFlags(rawValue: 4) }
    /// A sentence starts with the token.
    @inlinable public static var sentenceStart: TokenFlags { TokenFlags(rawValue: 8) }
    /// The token holds a byte that is not ASCII.
    @inlinable public static var nonASCII: TokenFlags { TokenFlags(rawValue: 16) }
    /// The token holds a digit.
    @inlinable public static var hasDigit: TokenFlags { TokenFlags(rawValue: 32) }
    /// The token is the possessive `'s`, which ICU leaves in the word before it.
    @inlinable public static var clitic: TokenFlags { TokenFlags(rawValue: 64) }
}
