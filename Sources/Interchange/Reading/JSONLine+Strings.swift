import CText

extension JSONLine {
    /// A string of valid UTF-8: in place if it has no escape, and else in `scratch`.
    mutating func string(_ scratch: inout ByteBuffer) -> UnsafeBufferPointer<UInt8>? {
        index += 1
        let start = index
        var seen: UInt8 = 0
        var run = start
        let first = scratch.end
        var end = first
        while true {
            index += ctext_plain(base + index, count - index, &seen)
            guard index < count, base[index] >= 0x20 else { return nil }
            if base[index] == UInt8(ascii: "\"") { break }
            end.update(from: base + run, count: index - run)
            end += index - run
            guard unescape(to: &end) else { return nil }
            run = index
        }
        defer { index += 1 }
        if seen >= 0x80, !ctext_is_utf8(base + start, index - start) { return nil }
        if run == start { return UnsafeBufferPointer(start: base + start, count: index - start) }
        end.update(from: base + run, count: index - run)
        end += index - run
        scratch.advance(by: end - first)
        return UnsafeBufferPointer(start: first, count: end - first)
    }

    mutating func skipString() -> Bool {
        index += 1
        let start = index
        var seen: UInt8 = 0
        while true {
            index += ctext_plain(base + index, count - index, &seen)
            guard index < count, base[index] >= 0x20 else { return false }
            if base[index] == UInt8(ascii: "\"") { break }
            // An escape is never longer than four bytes of UTF-8.
            var room: UInt64 = 0
            let isGood = withUnsafeMutableBytes(of: &room) {
                var end = $0.baseAddress!.assumingMemoryBound(to: UInt8.self)
                return unescape(to: &end)
            }
            guard isGood else { return false }
        }
        defer { index += 1 }
        return seen < 0x80 || ctext_is_utf8(base + start, index - start)
    }

    /// Writes what the escape at the index stands for; `false` for none, and for half a surrogate pair.
    private mutating func unescape(to end: inout UnsafeMutablePointer<UInt8>) -> Bool {
        guard index + 1 < count else { return false }
        let byte = base[index + 1]
        index += 2
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): end[0] = byte
        case UInt8(ascii: "b"): end[0] = 0x08
        case UInt8(ascii: "f"): end[0] = 0x0C
        case UInt8(ascii: "n"): end[0] = 0x0A
        case UInt8(ascii: "r"): end[0] = 0x0D
        case UInt8(ascii: "t"): end[0] = 0x09
        case UInt8(ascii: "u"):
            guard let scalar = scalar() else { return false }
            for unit in UTF8.encode(scalar)! {
                end[0] = unit
                end += 1
            }
            return true
        default: return false
        }
        end += 1
        return true
    }

    private mutating func scalar() -> Unicode.Scalar? {
        guard let first = codeUnit() else { return nil }
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")),
            let second = codeUnit(), second & 0xFC00 == 0xDC00
        else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) * 0x400 + (second - 0xDC00))
    }

    private mutating func codeUnit() -> UInt32? {
        guard index + 4 <= count else { return nil }
        var value: UInt32 = 0
        for _ in 0..<4 {
            let byte = base[index]
            let letter = (byte | 0x20) &- UInt8(ascii: "a")
            if byte &- UInt8(ascii: "0") < 10 {
                value = value << 4 | UInt32(byte &- UInt8(ascii: "0"))
            } else if letter < 6 {
                value = value << 4 | UInt32(letter &+ 10)
            } else {
                return nil
            }
            index += 1
        }
        return value
    }
}
