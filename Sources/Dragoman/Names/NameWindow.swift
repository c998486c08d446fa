import Segmentation

/// A stretch of a text in which names may stand.
struct NameWindow: BitwiseCopyable {
    private let lowerBits: UInt32
    private let baseBits: UInt32
    private let countBits: UInt8
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
    /// The most tokens that it may have.
    static let longest = 121

    /// - Parameter base: how many tokens the windows before it have.
    @inline(__always)
    init(_ tokens: Range<Int>, in sentence: Range<Int>, base: Int = 0) {
        lowerBits = UInt32(truncatingIfNeeded: tokens.lowerBound)
        baseBits = UInt32(truncatingIfNeeded: base)
        countBits = UInt8(truncatingIfNeeded: tokens.count)
        let before = tokens.lowerBound &- sentence.lowerBound
        let after = sentence.upperBound &- tokens.upperBound
        beforeBits = UInt8(truncatingIfNeeded: min(before, Self.farthest))
        afterBits = UInt8(truncatingIfNeeded: min(after, Self.farthest))
    }

    @inline(__always) var lowerBound: Int { Int(lowerBits) }
    @inline(__always) var upperBound: Int { Int(lowerBits) &+ count }
    @inline(__always) var tokens: Range<Int> { lowerBound..<upperBound }
    @inline(__always) var count: Int { Int(countBits) }
    /// Where its tokens start among those of all windows.
    @inline(__always) var base: Int { Int(baseBits) }
    /// How many tokens of its sentence stand before and after it, up to ``farthest``.
    @inline(__always) var before: Int { Int(beforeBits) }
    @inline(__always) var after: Int { Int(afterBits) }
}
