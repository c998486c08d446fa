import Segmentation

/// A stretch of a text in which names may stand.
struct NameWindow: BitwiseCopyable {
    private let lowerBits: Int32
    private let upperBits: Int32
    /// How many tokens of its sentence stand before it, up to ``farthest``.
    private let beforeBits: UInt8
    private let afterBits: UInt8
    /// What its sentence is like.
    var manner: Manner = []

    struct Manner: OptionSet, BitwiseCopyable {
        let rawValue: UInt8
        /// Most words of four letters have capitals: these say little.
        static let isHeadline = Manner(rawValue: 1)
        /// Most are written in nothing else.
        static let isUpper = Manner(rawValue: 2)
        /// One token in five is a number.
        static let isFigures = Manner(rawValue: 4)
    }

    /// How far around itself a window tells its sentence from others.
    static let farthest = 4

    @inline(__always)
    init(_ tokens: Range<Int>, in sentence: Range<Int>) {
        lowerBits = Int32(truncatingIfNeeded: tokens.lowerBound)
        upperBits = Int32(truncatingIfNeeded: tokens.upperBound)
        let before = tokens.lowerBound &- sentence.lowerBound
        let after = sentence.upperBound &- tokens.upperBound
        beforeBits = UInt8(truncatingIfNeeded: min(before, Self.farthest))
        afterBits = UInt8(truncatingIfNeeded: min(after, Self.farthest))
    }

    @inline(__always) var lowerBound: Int { Int(lowerBits) }
    @inline(__always) var upperBound: Int { Int(upperBits) }
    @inline(__always) var tokens: Range<Int> { lowerBound..<upperBound }
    @inline(__always) var count: Int { Int(upperBits &- lowerBits) }
    /// How many tokens of its sentence stand before and after it, up to ``farthest``.
    @inline(__always) var before: Int { Int(beforeBits) }
    @inline(__always) var after: Int { Int(afterBits) }
}
