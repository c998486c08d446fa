/// Index of a lexicon class (`place.city`) in the class table of a ``Lexicon``.
public struct ClassID: Hashable, Sendable, Comparable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    @inlinable public static func < (a: ClassID, b: ClassID) -> Bool { a.rawValue < b.rawValue }
}

/// A set of classes, as 128 bits.
public struct ClassSet: Hashable, Sendable, BitwiseCopyable {
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

    @inlinable public func intersection(_ other: ClassSet) -> ClassSet {
        var result = self
        result.low &= other.low
        result.high &= other.high
        return result
    }

    @inlinable public func isDisjoint(with other: ClassSet) -> Bool {
        low & other.low | high & other.high == 0
    }

    @inlinable public func isSubset(of other: ClassSet) -> Bool {
        low & ~other.low | high & ~other.high == 0
    }

    /// Calls `body` with each member, ascending.
    @inlinable public func visit(_ body: (ClassID) -> Void) {
        var bits = low
        while bits != 0 {
            body(ClassID(rawValue: UInt8(bits.trailingZeroBitCount)))
            bits &= bits &- 1
        }
        bits = high
        while bits != 0 {
            body(ClassID(rawValue: UInt8(64 + bits.trailingZeroBitCount)))
            bits &= bits &- 1
        }
    }

    /// The members, ascending.
    public var members: [ClassID] {
        var members: [ClassID] = []
        visit { members.append($0) }
        return members
    }
}
