import CScan

/// Flags of up to 64 tokens, one bit each.
struct StartBits {
    var starts: UInt64 = 0
    var startsNearAnchor: UInt64 = 0
    var anchors: UInt64 = 0
    var digits: UInt64 = 0
    /// The token's form was met before.
    var met: UInt64 = 0

    init() {}

    /// Those of `count` letters, which are copied to `text`.
    @inline(__always)
    init(
        _ letters: UnsafePointer<UInt32>, _ count: Int, copyingTo text: UnsafeMutablePointer<UInt32>
    ) {
        // The order of the bits is that of ``Letters/Flag``.
        let top = cscan_copy_top(letters, count, text)
        starts = top.bit31
        startsNearAnchor = top.bit30
        anchors = top.bit29
        digits = top.bit28
        met = top.bit27
    }

    @inline(__always)
    mutating func add(_ letter: UInt32, at bit: Int) {
        starts |= UInt64(letter &>> 31) &<< UInt64(bit)
        startsNearAnchor |= UInt64(letter &>> 30 & 1) &<< UInt64(bit)
        anchors |= UInt64(letter &>> 29 & 1) &<< UInt64(bit)
        digits |= UInt64(letter &>> 28 & 1) &<< UInt64(bit)
        met |= UInt64(letter &>> 27 & 1) &<< UInt64(bit)
    }
}
