import CText

/// Writes behind what a buffer holds, where room was made before.
///
/// Unsafe for speed. What must hold: whoever lends the pen (``ByteBuffer/write(room:_:)``) makes room for all that is
/// written, eight bytes for each number and sixteen behind each string among it.
struct Pen {
    fileprivate var place: UnsafeMutablePointer<UInt8>

    @inline(__always)
    mutating func put(_ text: StaticString) {
        let length = text.utf8CodeUnitCount
        place.update(from: text.utf8Start, count: length)
        place += length
    }

    /// Writes bytes as they are.
    @inline(__always)
    mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        place.update(from: first, count: bytes.count)
        place += bytes.count
    }

    /// Takes the last byte back.
    @inline(__always)
    mutating func back() { place -= 1 }

    /// Writes what stands between the quotes of a string.
    @inline(__always)
    mutating func put(escaped text: UnsafeBufferPointer<UInt8>) {
        guard let first = text.baseAddress else { return }
        place += ctext_quote(first, text.count, place)
    }

    @inline(__always)
    mutating func put(escaped text: borrowing String) {
        let length = text.utf8.withContiguousStorageIfAvailable { utf8 in
            utf8.baseAddress.map { ctext_quote($0, utf8.count, place) } ?? 0
        }
        if let length { place += length }
    }

    /// Writes a number in decimal.
    @inline(__always)
    mutating func put(_ number: Int32) {
        let value = UInt64(truncatingIfNeeded: number)
        if value >= 100_000_000 {
            putLarge(number)
            return
        }
        // Eight digits at once, a byte each, the first in the lowest: halves of four, pairs, digits.
        let halves = value / 10_000 | (value % 10_000) &<< 32
        let hundreds = (halves &* 10_486) &>> 20 & 0x0000_007F_0000_007F
        let pairs = (halves &- 100 &* hundreds) &<< 16 &+ hundreds
        let tens = (pairs &* 103) &>> 10 & 0x000F_000F_000F_000F
        let digits = (pairs &- 10 &* tens) &<< 8 &+ tens
        let zeros = (digits | 1 &<< 56).trailingZeroBitCount & ~7
        let text = (digits | 0x3030_3030_3030_3030) &>> UInt64(truncatingIfNeeded: zeros)
        UnsafeMutableRawPointer(place).storeBytes(of: text.littleEndian, as: UInt64.self)
        place += 8 &- zeros &>> 3
    }

    @inline(never)
    private mutating func putLarge(_ number: Int32) {
        for byte in String(number).utf8 {
            place.pointee = byte
            place += 1
        }
    }
}

extension ByteBuffer {
    /// Lends a pen for so many bytes.
    @inline(__always)
    mutating func write(room: Int, _ body: (inout Pen) -> Void) {
        reserve(room)
        var pen = Pen(place: end)
        body(&pen)
        advance(by: pen.place - end)
    }
}

extension Pen {
    /// The room that a string may need.
    @inline(__always)
    static func room(_ text: borrowing String) -> Int { text.utf8.count &* 6 &+ 16 }
}
