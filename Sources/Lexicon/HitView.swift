/// The hits of a ``HitBuffer`` as loops read them: pointers that hold while ``HitBuffer/withView(_:)`` runs.
///
/// Unsafe for speed. What must hold: tokens and indices are those of the text that the buffer was filled with.
@frozen
public struct HitView: BitwiseCopyable {
    /// The tokens at which hits of more than one token start, ascending.
    public let phraseStarts: UnsafeBufferPointer<UInt32>
    /// Tokens of the longest hit, at least 1.
    public let longest: Int
    @usableFromInline let tokenCount: Int
    @usableFromInline let listedCount: Int
    @usableFromInline let listed: UnsafePointer<Hit>
    @usableFromInline let marks: UnsafePointer<UInt64>
    @usableFromInline let ranks: UnsafePointer<UInt32>
    @usableFromInline let lists: UnsafePointer<UInt32>
    @usableFromInline let facts: UnsafePointer<UInt64>?
    @usableFromInline let senses: UnsafePointer<SensesTable.Senses>?

    /// The index of the only hit of the text's first token; those of the others count down from it.
    @usableFromInline static var first: Int { Int(Int32.max) }

    /// The indices of the hits that start at a token, the longest first.
    @inlinable @inline(__always)
    public func indices(startingAt token: Int) -> Range<Int> {
        guard token < tokenCount else { return 0..<0 }
        if let listed = listedIndices(startingAt: token) { return listed }
        guard senses != nil, fact(token).oneHit != 0 else { return 0..<0 }
        return HitView.first &- token..<HitView.first &- token &+ 1
    }

    /// The hits that start at a token, the longest first, where they are listed, as those of phrases' first tokens are.
    @inlinable @inline(__always)
    public func listed(startingAt token: Int) -> UnsafeBufferPointer<Hit> {
        let indices = listedIndices(startingAt: token) ?? 0..<0
        return UnsafeBufferPointer(start: listed + indices.lowerBound, count: indices.count)
    }

    /// The index of the only hit that a token may have whose hits are not listed; nil if they are.
    @inlinable @inline(__always)
    public func indexUnlessListed(startingAt token: Int) -> Int? {
        let bit = UInt64(1) &<< UInt64(truncatingIfNeeded: token & 63)
        guard senses != nil, marks[token &>> 6] & bit == 0 else { return nil }
        return HitView.first &- token
    }

    @inlinable @inline(__always)
    func listedIndices(startingAt token: Int) -> Range<Int>? {
        let (word, bit) = (token &>> 6, UInt64(1) &<< UInt64(truncatingIfNeeded: token & 63))
        guard marks[word] & bit != 0 else { return nil }
        let list = Int(ranks[word]) &+ (marks[word] & (bit &- 1)).nonzeroBitCount
        return Int(lists[list])..<Int(lists[list &+ 1])
    }

    /// False if no hit that starts at a token is of `classes`: a cheap test of most tokens.
    @inlinable @inline(__always)
    public func mayStart(_ classes: ClassSet, at token: Int) -> Bool {
        guard let senses, listedIndices(startingAt: token) == nil else { return true }
        return !senses[fact(token).senses].classes.isDisjoint(with: classes)
    }

    /// What is known of the form of a token, where ``senses`` are.
    @inlinable @inline(__always)
    func fact(_ token: Int) -> FormMemory.Facts {
        FormMemory.Facts(note: facts.unsafelyUnwrapped[token])
    }

    /// The hit of an index.
    @inlinable
    public subscript(index: Int) -> Hit {
        @inline(__always) get {
            guard index >= listedCount, let senses else { return listed[index] }
            let token = HitView.first &- index
            let fact = fact(token)
            let found = senses[fact.senses]
            return Hit(
                start: UInt32(truncatingIfNeeded: token),
                end: UInt32(truncatingIfNeeded: token &+ 1),
                phrase: PhraseID(image: 0, index: fact.phrase), classes: found.classes,
                lowered: found.lowered)
        }
    }
}

extension HitView {
    /// The hits of some indices.
    @frozen
    public struct Run: Sequence, IteratorProtocol {
        @usableFromInline let view: HitView
        @usableFromInline var rest: Range<Int>

        @inlinable @inline(__always)
        init(_ view: HitView, _ indices: Range<Int>) {
            self.view = view
            rest = indices
        }

        @inlinable @inline(__always)
        public mutating func next() -> Hit? {
            guard let first = rest.first else { return nil }
            rest = first &+ 1..<rest.upperBound
            return view[first]
        }
    }

    /// The hits that start at a token, the longest first.
    @inlinable @inline(__always)
    public func startingAt(_ token: Int) -> Run { Run(self, indices(startingAt: token)) }
}
