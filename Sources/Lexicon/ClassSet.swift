/// Index of a lexicon class (`place.city`) in the class table of a ``Lexicon``.
public struct ClassID: Hashable, Sendable, Comparable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    @inlinable public static func < (a: ClassID, b: ClassID) -> Bool { a.rawValue < b.rawValue }
}

/// A set of classes, as 128 bits.
public struct ClassSet: Hashable, Sendable {
    /// The most classes that a lexicon may have.
    public static let capacity = 128

    @usableFromInline var low: UInt64 = 0
    @usableFromInline var high: UInt64 = 0

    @inlinable public init() {}

    @inlinable public init(_ classes: some Sequence<ClassID>) {
        for id in classes { insert(id) }
    }

    @inlinable public var isEmpty: Bool { low | high == 0 }

    @inlinable public func contains(_ id: ClassID) -> Bool {
        let bit = UInt64(1) << UInt64(id.rawValue & 63)
        return (id.rawValue < 64 ? low : high) & bit != 0
    }

    @inlinable public mutating func insert(_ id: ClassID) {
        let bit = UInt64(1) << UInt64(id.rawValue & 63)
        if id.rawValue < 64 { low |= bit } else { high |= bit }
    }

    @inlinable public mutating func formUnion(_ other: ClassSet) {
        low |= other.low
        high |= other.high
    }

    @inlinable public func union(_ other: ClassSet) -> ClassSet {
        var result = self
        result.formUnion(other)
        return result
    }

    @inlinable public func isDisjoint(with other: ClassSet) -> Bool {
        low & other.low | high & other.high == 0
    }

    @inlinable public func isSubset(of other: ClassSet) -> Bool {
        low & ~other.low | high & ~other.high == 0
    }

    /// The members, ascending.
    public var members: [ClassID] {
        (0..<UInt8(ClassSet.capacity)).map(ClassID.init(rawValue:)).filter(contains)
    }
}
