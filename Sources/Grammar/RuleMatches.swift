/// The number of a capture name in a program: ``LinkedRules/captureID(_:)``.
public struct CaptureID: Hashable, Sendable {
    let rawValue: UInt32
}

/// Tokens that a rule captured under a name.
public struct Capture: Hashable, Sendable {
    /// The name, which ``LinkedRules/captureID(_:)`` gives.
    public let name: CaptureID
    /// Never empty.
    public let tokens: Range<Int>
    /// Index into the `HitBuffer` if what was captured is exactly one hit that a `<class>` element took.
    public let hit: Int?
}

/// One rule's best match from one token.
public struct RuleMatch: Hashable, Sendable {
    /// Index into ``LinkedRules/rules``.
    public let rule: Int
    /// The tokens that the rule marks or gives evidence for.
    public let span: Range<Int>
    /// All tokens of the match, contexts aside.
    public let whole: Range<Int>
    /// Where its captures stand in ``RuleMatches/captures``.
    public let captures: Range<Int>
}

/// The matches in one text, by first token and then by rule; its storage is used again for the next text.
///
/// ```swift
/// for match in matches {
///     let rule = matches.rule(of: match)
///     if let day = matches[match, "day"] { print(rule.id, day.tokens) }
/// }
/// ```
public struct RuleMatches: RandomAccessCollection, Sendable {
    /// The rules that matched.
    public let rules: LinkedRules
    /// The captures of all matches, match after match, in the order of their names in the rule.
    public private(set) var captures: [Capture] = []
    /// One bit a token of the text, 64 a word: whether it has a digit.
    public private(set) var digits: [UInt64] = []
    private var matches: [RuleMatch] = []

    /// No matches yet; the matcher fills them in.
    public init(_ rules: LinkedRules) { self.rules = rules }

    public var startIndex: Int { 0 }
    public var endIndex: Int { matches.count }
    public subscript(index: Int) -> RuleMatch { matches[index] }

    /// The rule of a match.
    public func rule(of match: RuleMatch) -> Rule { rules.rules[match.rule] }

    /// All captures of a match.
    public func captures(of match: RuleMatch) -> ArraySlice<Capture> { captures[match.captures] }

    /// What a match captured under a name; nil if nothing, or an empty stretch.
    public subscript(match: RuleMatch, name: CaptureID) -> Capture? {
        for capture in captures[match.captures] where capture.name == name { return capture }
        return nil
    }

    /// What a match captured under a name.
    public subscript(match: RuleMatch, name: String) -> Capture? {
        rules.captureID(name).flatMap { self[match, $0] }
    }

    mutating func removeAll() {
        matches.removeAll(keepingCapacity: true)
        captures.removeAll(keepingCapacity: true)
    }

    mutating func set(digits: Slice<UnsafeMutableBufferPointer<UInt64>>) {
        self.digits.removeAll(keepingCapacity: true)
        self.digits.append(contentsOf: digits)
    }

    mutating func append(_ capture: Capture) { captures.append(capture) }
    mutating func append(_ match: RuleMatch) { matches.append(match) }
}
