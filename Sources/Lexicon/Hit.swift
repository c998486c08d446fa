/// A phrase of the lexicon over tokens of a text.
public struct Hit: Sendable, Equatable, BitwiseCopyable {
    /// First token.
    public let start: UInt32
    /// One past the last token.
    public let end: UInt32
    /// The phrase.
    public let phrase: PhraseID
    /// Classes of the senses whose case rule the text satisfies.
    public let classes: ClassSet
    /// Classes of the senses that would fit if the text had its capitals: `putin`.
    public let lowered: ClassSet

    @usableFromInline
    init(start: UInt32, end: UInt32, phrase: PhraseID, classes: ClassSet, lowered: ClassSet) {
        self.start = start
        self.end = end
        self.phrase = phrase
        self.classes = classes
        self.lowered = lowered
    }

    /// The tokens.
    public var tokens: Range<Int> { Int(start)..<Int(end) }

    /// The same over one token elsewhere.
    @inline(__always)
    func starting(at token: Int) -> Hit {
        Hit(
            start: UInt32(truncatingIfNeeded: token), end: UInt32(truncatingIfNeeded: token &+ 1),
            phrase: phrase, classes: classes, lowered: lowered)
    }
}
