import CText
import Glibc

extension UnsafeBufferPointer<UInt8> {
    /// The first place from `start` on where a byte stands; `end`, or the end of all, if it stands nowhere before.
    @inline(__always)
    func index(of byte: UInt8, from start: Int, to end: Int? = nil) -> Int {
        let end = end ?? count
        guard start < end, let base = baseAddress,
            let found = memchr(base + start, Int32(byte), end - start)
        else { return end }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// The first place from `start` on where some bytes stand; `nil` if they stand nowhere.
    func index(of pattern: StaticString, from start: Int) -> Int? {
        guard start < count, let base = baseAddress else { return nil }
        let place = ctext_find(
            base + start, count - start, pattern.utf8Start, pattern.utf8CodeUnitCount)
        return start + place < count ? start + place : nil
    }

    /// Whether a pattern stands at a place.
    func has(_ pattern: StaticString, at start: Int) -> Bool {
        guard start >= 0, count - start >= pattern.utf8CodeUnitCount, let base = baseAddress else {
            return false
        }
        return memcmp(base + start, pattern.utf8Start, pattern.utf8CodeUnitCount) == 0
    }
}
