import CScan

/// Flags of up to 64 tokens, one bit each.
struct StartBits {
    var starts: UInt64
    var startsNearAnchor: UInt64
    var anchors: UInt64
    var digits: UInt64
    /// The token's form was met before.
    let met: UInt64

    /// Those of `count` letters.
    @inline(__always)
    init(_ letters: UnsafePointer<UInt32>, _ count: Int) {
        starts = cscan_test_32(letters, count, Letters.Flag.starts)
        startsNearAnchor = cscan_test_32(letters, count, Letters.Flag.startsNearAnchor)
        anchors = cscan_test_32(letters, count, Letters.Flag.isAnchor)
        digits = cscan_test_32(letters, count, Letters.Flag.hasDigit)
        met = cscan_test_32(letters, count, Letters.Flag.isMet)
    }

    @inline(__always)
    mutating func add(_ letter: UInt32, at bit: Int) {
        starts |= UInt64(letter &>> 31) &<< UInt64(bit)
        startsNearAnchor |= UInt64(letter &>> 30 & 1) &<< UInt64(bit)
        anchors |= UInt64(letter &>> 29 & 1) &<< UInt64(bit)
        digits |= UInt64(letter &>> 25 & 1) &<< UInt64(bit)
    }
}
