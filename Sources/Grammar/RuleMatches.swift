/// The number of a capture name in a program: ``LinkedRules/captureID(_:)``.
public struct CaptureID: Hashable, Sendable, BitwiseCopyable {
    let rawValue: UInt32
}

/// Tokens that a rule captured under a name.
public struct Capture: Hashable, Sendable, BitwiseCopyable {
    /// The name, which ``LinkedRules/captureID(_:)`` gives.
    public let name: CaptureID
    @usableFromInline let first: Int32
    @usableFromInline let end: Int32
    @usableFromInline let hitOrNone: Int32

    init(name: CaptureID, _ slot: Machine.Slot) {
        self.name = name
        first = slot.start
        end = slot.end
        hitOrNone = slot.hit
    }

    /// Never empty.
    @inlinable public var tokens: Range<Int> { Int(first)..<Int(end) }
    /// Index into the `HitBuffer` if what was captured is exactly one hit that a `<class>` element took.
    @inlinable public var hit: Int? { hitOrNone < 0 ? nil : Int(hitOrNone) }
}

/// One rule's best match from one token.
public struct RuleMatch: Hashable, Sendable, BitwiseCopyable {
    @usableFromInline let number: Int32
    @usableFromInline let spanStart: Int32
    @usableFromInline let spanEnd: Int32
    @usableFromInline let wholeStart: Int32
    @usableFromInline let wholeEnd: Int32
    @usableFromInline let captureStart: Int32
    @usableFromInline let captureEnd: Int32

    init(rule: Int, span: Range<Int>, whole: Range<Int>, captures: Range<Int>) {
        number = Int32(truncatingIfNeeded: rule)
        spanStart = Int32(truncatingIfNeeded: span.lowerBound)
        spanEnd = Int32(truncatingIfNeeded: span.upperBound)
        wholeStart = Int32(truncatingIfNeeded: whole.lowerBound)
        wholeEnd = Int32(truncatingIfNeeded: whole.upperBound)
        captureStart = Int32(truncatingIfNeeded: captures.lowerBound)
        captureEnd = Int32(truncatingIfNeeded: captures.upperBound)
    }

    /// Index into ``LinkedRules/rules``.
    @inlinable public var rule: Int { Int(number) }
    /// The tokens that the rule marks or gives evidence for.
    @inlinable public var span: Range<Int> { Int(spanStart)..<Int(spanEnd) }
    /// All tokens of the match, contexts aside.
    @inlinable public var whole: Range<Int> { Int(wholeStart)..<Int(wholeEnd) }
    /// Where its captures stand in ``RuleMatches/captures``.
    @inlinable public var captures: Range<Int> { Int(captureStart)..<Int(captureEnd) }
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
    @usableFromInline var matches: [RuleMatch] = []

    /// No matches yet; the matcher fills them in.
    public init(_ rules: LinkedRules) { self.rules = rules }

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { matches.count }
    @inlinable public subscript(index: Int) -> RuleMatch { matches[index] }

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

    /// What was found in a text, instead of what there was.
    mutating func set(
        _ matches: UnsafeBufferPointer<RuleMatch>, _ captures: UnsafeBufferPointer<Capture>,
        digits: UnsafeBufferPointer<UInt64>
    ) {
        self.matches.removeAll(keepingCapacity: true)
        self.matches.append(contentsOf: matches)
        self.captures.removeAll(keepingCapacity: true)
        self.captures.append(contentsOf: captures)
        self.digits.removeAll(keepingCapacity: true)
        self.digits.append(contentsOf: digits)
    }
}
