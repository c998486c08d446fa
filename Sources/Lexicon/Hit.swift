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
    @inline(__always)
    func starting(at token: Int) -> Hit {
        Hit(
            start: UInt32(truncatingIfNeeded: token), end: UInt32(truncatingIfNeeded: token &+ 1),
            phrase: phrase, classes: classes, lowered: lowered)
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
    /// Tokens of the longest hit, at least 1.
    public private(set) var longest = 1

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

    /// Forgets the hits and lets `body` append those of a text, in the order of ``hits``, and tell where those of each
    /// token start.
    mutating func fill(
        tokenCount: Int,
        _ body: (_ hits: inout HitBuffer, _ offsets: UnsafeMutableBufferPointer<UInt32>) -> Void
    ) {
        hits.removeAll(keepingCapacity: true)
        phraseStarts.removeAll(keepingCapacity: true)
        // Taken out, so that they can be written while hits are appended.
        var offsets: [UInt32] = []
        swap(&offsets, &self.offsets)
        offsets.removeAll(keepingCapacity: true)
        offsets.append(contentsOf: repeatElement(0, count: tokenCount + 1))
        longest = 1
        offsets.withUnsafeMutableBufferPointer { body(&self, $0) }
        offsets[tokenCount] = UInt32(hits.count)
        swap(&offsets, &self.offsets)
    }

    @inline(__always)
    mutating func append(_ hit: Hit) { hits.append(hit) }

    @inline(__always)
    mutating func append(contentsOf batch: UnsafeBufferPointer<Hit>) {
        hits.append(contentsOf: batch)
    }

    /// Puts the hits from the place `first` on, which start at one token, in order: longest first.
    mutating func sort(from first: Int) {
        guard hits.count > first else { return }
        if hits.count - first > 1 {
            hits[first...].sort { ($0.end, $0.phrase.image) > ($1.end, $1.phrase.image) }
        }
        let length = Int(hits[first].end - hits[first].start)
        longest = max(longest, length)
        if length > 1 { phraseStarts.append(hits[first].start) }
    }
}
