/// Flags of up to 64 tokens, one bit each.
struct StartBits {
    var starts: UInt64 = 0
    var startsNearAnchor: UInt64 = 0
    var anchors: UInt64 = 0
    var met: UInt64 = 0
    var digits: UInt64 = 0

    @inline(__always)
    mutating func add(_ letter: UInt32, at bit: Int) {
        starts |= UInt64(letter &>> 31) &<< UInt64(bit)
        startsNearAnchor |= UInt64(letter &>> 30 & 1) &<< UInt64(bit)
        anchors |= UInt64(letter &>> 29 & 1) &<< UInt64(bit)
        met |= UInt64(letter &>> 26 & 1) &<< UInt64(bit)
        digits |= UInt64(letter &>> 25 & 1) &<< UInt64(bit)
    }

    /// Adds the highest bytes of eight letters.
    @inline(__always)
    mutating func add(bytes: UInt64, at bit: Int) {
        starts |= Self.bits(7, of: bytes) &<< UInt64(bit)
        startsNearAnchor |= Self.bits(6, of: bytes) &<< UInt64(bit)
        anchors |= Self.bits(5, of: bytes) &<< UInt64(bit)
        met |= Self.bits(2, of: bytes) &<< UInt64(bit)
        digits |= Self.bits(1, of: bytes) &<< UInt64(bit)
    }

    /// One bit of each of eight bytes, side by side.
    @inline(__always)
    private static func bits(_ bit: UInt64, of bytes: UInt64) -> UInt64 {
        ((bytes &>> bit & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) &>> 56
    }
}
