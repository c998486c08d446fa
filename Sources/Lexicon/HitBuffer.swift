/// The hits of one text, by their first token.
///
/// A hit has an index, which holds until the buffer is filled again: hits of tokens at which phrases start are listed;
/// of other tokens, which are nearly all, the hit is known from the form and made when it is asked for.
public struct HitBuffer: Sendable {
    @usableFromInline var storage = HitStorage()

    /// No hits, and little storage.
    public init() {}

    /// All hits, by first token, then the longest first, then the later image first.
    public func all() -> [Hit] {
        let view = view
        return (0..<view.tokenCount).flatMap { view.startingAt($0) }
    }

    /// The tokens at which hits of more than one token start, ascending.
    public var phraseStarts: [UInt32] { Array(view.phraseStarts) }

    /// How many such tokens there are.
    public var phraseCount: Int { view.phraseStarts.count }

    /// Tokens of the longest hit, at least 1.
    public var longest: Int { view.longest }

    /// The hits that start at a token, the longest first.
    public func startingAt(_ token: Int) -> HitList {
        HitList(buffer: self, indices: indices(startingAt: token))
    }

    /// The indices of the hits that start at a token, the longest first.
    public func indices(startingAt token: Int) -> Range<Int> { view.indices(startingAt: token) }

    /// The hit of an index.
    public subscript(index: Int) -> Hit { view[index] }

    /// Hands the hits to `body`, while they stay where they are.
    @inlinable @inline(__always)
    public func withView<Result>(_ body: (HitView) -> Result) -> Result {
        defer { extendLifetime(storage) }
        return body(view)
    }

    /// What ``HitView/senses`` is of.
    @usableFromInline var sensesOwner: SensesTable? { storage.lists.pointee.sensesOwner }

    /// Good as long as the buffer.
    @usableFromInline var view: HitView { storage.lists.pointee.view }

    /// Forgets the hits, of which others may have copies, and lets `body` list those of a text.
    ///
    /// - Parameter senses: what the facts that `body` writes point to; `nil` if it lists all hits.
    mutating func fill(
        tokenCount: Int, _ senses: SensesTable?, _ body: (inout HitLists) -> Void
    ) {
        if !isKnownUniquelyReferenced(&storage) { storage = HitStorage() }
        storage.lists.pointee.removeAll(tokenCount: tokenCount, senses)
        body(&storage.lists.pointee)
    }
}

/// The hits that start at one token, the longest first.
public struct HitList: Sequence, IteratorProtocol {
    private let buffer: HitBuffer
    private var rest: Range<Int>

    init(buffer: HitBuffer, indices: Range<Int>) {
        self.buffer = buffer
        rest = indices
    }

    public mutating func next() -> Hit? {
        guard let first = rest.first else { return nil }
        rest = first + 1..<rest.upperBound
        return buffer[first]
    }
}
