/// Index of a lexicon class (`place.city`) in the class table of a ``Lexicon``.
public struct ClassID: Hashable, Sendable, Comparable {
    /// Its place in the table, from 0.
    public let rawValue: UInt8
    /// The class at a place of the table.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Whether `a` stands before `b` in the table.
    @inlinable public static func < (a: ClassID, b: ClassID) -> Bool { a.rawValue < b.rawValue }
}

/// A set of classes, as 256 bits.
public struct ClassSet: Hashable, Sendable, BitwiseCopyable {
    /// The most classes that a lexicon may have; a power of two.
    public static let capacity = 256

    // Two vectors of sixteen bytes, which every processor has.
    @usableFromInline var low = SIMD2<UInt64>()
    @usableFromInline var high = SIMD2<UInt64>()

    /// No class.
    @inlinable public init() {}

    /// Some classes.
    @inlinable public init(_ classes: some Sequence<ClassID>) {
        for id in classes { insert(id) }
    }

    /// Whether there is no class.
    @inlinable public var isEmpty: Bool { Self.isZero(low | high) }

    @inlinable @inline(__always)
    static func isZero(_ words: SIMD2<UInt64>) -> Bool { words[0] | words[1] == 0 }

    /// Whether a class is one of them.
    @inlinable public func contains(_ id: ClassID) -> Bool {
        let words = id.rawValue < 128 ? low : high
        return words[Int(id.rawValue >> 6 & 1)] & 1 << UInt64(id.rawValue & 63) != 0
    }

    /// Adds a class.
    @inlinable public mutating func insert(_ id: ClassID) {
        let bit = UInt64(1) << UInt64(id.rawValue & 63)
        let words = id.rawValue & 64 == 0 ? SIMD2(bit, 0) : SIMD2(0, bit)
        if id.rawValue < 128 { low |= words } else { high |= words }
    }

    /// Adds the classes of another set.
    @inlinable public mutating func formUnion(_ other: ClassSet) {
        low |= other.low
        high |= other.high
    }

    /// The classes of either set.
    @inlinable public func union(_ other: ClassSet) -> ClassSet {
        var result = self
        result.formUnion(other)
        return result
    }

    /// The classes of both sets.
    @inlinable public func intersection(_ other: ClassSet) -> ClassSet {
        var result = self
        result.low &= other.low
        result.high &= other.high
        return result
    }

    /// Whether no class is in both sets.
    @inlinable public func isDisjoint(with other: ClassSet) -> Bool {
        Self.isZero(low & other.low | high & other.high)
    }

    /// Whether each class is in the other set too.
    @inlinable public func isSubset(of other: ClassSet) -> Bool {
        Self.isZero(low & ~other.low | high & ~other.high)
    }

    /// Calls `body` with each member, ascending.
    @inlinable public func visit(_ body: (ClassID) -> Void) {
        for place in 0..<4 {
            var bits = place < 2 ? low[place] : high[place - 2]
            while bits != 0 {
                body(ClassID(rawValue: UInt8(64 * place + bits.trailingZeroBitCount)))
                bits &= bits &- 1
            }
        }
    }

    /// The members, ascending.
    public var members: [ClassID] {
        var members: [ClassID] = []
        visit { members.append($0) }
        return members
    }
}
