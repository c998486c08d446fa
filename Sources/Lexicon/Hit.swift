/// A phrase of the lexicon over tokens of a text.
public struct Hit: Sendable, Equatable {
    /// First token.
    public let start: UInt32
    /// One past the last token.
    public let end: UInt32
    public let phrase: PhraseID
    /// Classes of the senses whose case rule the text satisfies.
    public let classes: ClassSet
    /// Classes of the senses that would fit if the text had its capitals: `putin`.
    public let lowered: ClassSet

    /// The tokens.
    public var tokens: Range<Int> { Int(start)..<Int(end) }

    /// The same over one token elsewhere.
    func starting(at token: Int) -> Hit {
        Hit(
            start: UInt32(token), end: UInt32(token + 1), phrase: phrase, classes: classes,
            lowered: lowered)
    }
}

/// The hits of one text, by their first token.
public struct HitBuffer: Sendable {
    /// Ordered by first token, then the longest first, then the later image first.
    public private(set) var hits: [Hit] = []
    /// Where the hits of each token start; one more than there are tokens.
    private var offsets: [UInt32] = [0]
    /// The tokens at which hits of more than one token start, ascending.
    public private(set) var phraseStarts: [UInt32] = []
    /// Tokens of the longest hit; 0 if there is none.
    public private(set) var longest = 0

    public init() {}

    /// The hits that start at a token, the longest first.
    public func startingAt(_ token: Int) -> ArraySlice<Hit> { hits[indices(startingAt: token)] }

    /// The range of indices into ``hits`` of those that start at a token.
    public func indices(startingAt token: Int) -> Range<Int> {
        guard token + 1 < offsets.count else { return 0..<0 }
        return Int(offsets[token])..<Int(offsets[token + 1])
    }

    /// Hands the hits, where those of each token start and ``phraseStarts`` to `body`, while they stay where they are.
    public func withPointers(
        _ body: (
            _ hits: UnsafeBufferPointer<Hit>, _ offsets: UnsafeBufferPointer<UInt32>,
            _ phraseStarts: UnsafeBufferPointer<UInt32>
        ) -> Void
    ) {
        hits.withUnsafeBufferPointer { hits in
            offsets.withUnsafeBufferPointer { offsets in
                phraseStarts.withUnsafeBufferPointer { body(hits, offsets, $0) }
            }
        }
    }

    mutating func reset(tokenCount: Int) {
        hits.removeAll(keepingCapacity: true)
        phraseStarts.removeAll(keepingCapacity: true)
        longest = 0
        offsets.removeAll(keepingCapacity: true)
        offsets.reserveCapacity(tokenCount + 1)
        offsets.append(0)
    }

    mutating func append(_ hit: Hit) { hits.append(hit) }

    /// Puts the hits of the token that is open in order, longest first, before those of one token are added.
    mutating func sortToken() {
        let start = Int(offsets[offsets.count - 1])
        guard hits.count > start else { return }
        if hits.count - start > 1 {
            hits[start...].sort { ($0.end, $0.phrase.image) > ($1.end, $1.phrase.image) }
        }
        let length = Int(hits[start].end - hits[start].start)
        longest = max(longest, length)
        if length > 1 { phraseStarts.append(hits[start].start) }
    }

    /// Ends a token's hits.
    mutating func closeToken() {
        if hits.count > Int(offsets[offsets.count - 1]) { longest = max(longest, 1) }
        offsets.append(UInt32(hits.count))
    }
}
