/// The name of an element, in small letters, as a number: up to eight letters exactly, of longer ones a hash.
///
/// Two long names with one hash would be taken for one another, which no page suffers from that does not ask for it.
struct HTMLName: Hashable {
    let value: UInt64

    init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        self.init(bytes, count: bytes.count)
    }

    init(_ name: StaticString) {
        self.init(
            UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount),
            count: name.utf8CodeUnitCount)
    }

    private init(_ bytes: some Sequence<UInt8>, count: Int) {
        var value: UInt64 = 0
        if count <= 8 {
            for byte in bytes { value = value << 8 | UInt64(byte.lowercasedASCII) }
        } else {
            // FNV-1a; no name of eight letters has the highest bit.
            value = 0xCBF2_9CE4_8422_2325
            for byte in bytes {
                value = (value ^ UInt64(byte.lowercasedASCII)) &* 0x100_0000_01B3
            }
            value |= 1 << 63
        }
        self.value = value
    }
}

extension UInt8 {
    /// A capital letter of ASCII as a small one.
    @inline(__always)
    var lowercasedASCII: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

    /// What HTML calls ASCII white space.
    @inline(__always)
    var isHTMLSpace: Bool {
        self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C
    }

    @inline(__always)
    var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

    @inline(__always)
    var isASCIIDigit: Bool { self &- 0x30 < 10 }
}
