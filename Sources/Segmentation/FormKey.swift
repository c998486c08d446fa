/// What a spelled form is found by: its bytes and its kind, in sixteen bytes.
///
/// Up to fifteen bytes stand for themselves; longer forms are known by 120 bits of a hash. The sixteenth byte holds
/// the kind, or 0 where the form is ASCII and has the kind that its bytes say (``TokenKind/init(ascii:)``), so that
/// ``TokenScanner`` makes the keys of most words by one load and one mask.
struct FormKey: Equatable {
    var low: UInt64
    var high: UInt64

    @inline(__always)
    init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// A key that no form has and that stands in no table.
    static let unknown = FormKey(low: 1, high: .max)

    /// The key of an ASCII form of 1 to 15 bytes and the kind that they say, after which others may be read up to
    /// the sixteenth.
    @inline(__always)
    init(ascii bytes: UnsafePointer<UInt8>, _ length: Int, _ masks: UnsafePointer<UInt8>) {
        let raw = UnsafeRawPointer(bytes)
        let mask = UnsafeRawPointer(masks + (16 &- length))
        low = UInt64(
            littleEndian: raw.loadUnaligned(as: UInt64.self)
                & mask.loadUnaligned(as: UInt64.self))
        high = UInt64(
            littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
                & mask.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }

    /// For ``init(ascii:_:_:)``: sixteen bytes that are all ones, and as many that are zero.
    static func makeMasks() -> UnsafeMutablePointer<UInt8> {
        let masks = UnsafeMutablePointer<UInt8>.allocate(capacity: 32)
        masks.initialize(repeating: 0xFF, count: 16)
        (masks + 16).initialize(repeating: 0, count: 16)
        return masks
    }

    /// The key of any form.
    init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ kind: TokenKind) {
        let bytes = UnsafeBufferPointer(rebasing: text[range])
        low = 0
        high = 0
        if bytes.count < 16 {
            for (index, byte) in bytes.enumerated() {
                if index < 8 {
                    low |= UInt64(byte) << UInt64(8 * index)
                } else {
                    high |= UInt64(byte) << UInt64(8 * index - 64)
                }
            }
            let isPlain =
                (low | high) & 0x8080_8080_8080_8080 == 0 && kind == TokenKind(ascii: bytes)
            if !isPlain { high |= UInt64(0x40 | kind.rawValue) << 56 }
        } else {
            (low, high) = Self.hash(bytes)
            high = high & ~(0xFF << 56) | UInt64(0x80 | kind.rawValue) << 56
        }
    }

    /// Two hashes that are told apart by their multipliers.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
        // Not known outside: two forms that hash alike would be taken for one.
        var first = UInt64(bytes.count) ^ HashSecret.shared.first
        var second = HashSecret.shared.second
        func add(_ word: UInt64) {
            let a = (first ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
            first = a.high ^ a.low
            let b = (second &+ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
            second = b.high &+ (b.low ^ word)
        }
        let raw = UnsafeRawBufferPointer(bytes)
        var offset = 0
        while offset + 8 <= raw.count {
            add(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            offset += 8
        }
        // The last eight bytes once more, in part.
        add(
            UInt64(
                littleEndian: raw.loadUnaligned(
                    fromByteOffset: raw.count - 8, as: UInt64.self)))
        return (first, second)
    }

    @inline(__always)
    static func == (a: FormKey, b: FormKey) -> Bool { (a.low ^ b.low) | (a.high ^ b.high) == 0 }
}

extension TokenKind {
    /// The kind that ICU gives to an ASCII segment: what its last letter or digit is.
    init(ascii bytes: UnsafeBufferPointer<UInt8>) {
        let last = bytes[bytes.count - 1]
        if last.isLetter {
            self = .word
        } else if last &- 0x30 < 10 {
            self = .number
        } else if last != UInt8(ascii: "_") || bytes.count == 1 {
            self = .symbol
        } else {
            self = bytes[bytes.count - 2] &- 0x30 < 10 ? .number : .word
        }
    }
}
