/// One line of a text, as far as the look of its break goes.
struct TextLine {
    enum LineBreak {
        /// Of a blank line, or before one.
        case hard
        /// Before a bullet: hard, but of a line that may be full.
        case hardIfFull
        case soft
        case softIfFull
        /// Soft if the text is hard-wrapped.
        case full
    }

    private let start: UInt32
    /// The line without white space at its ends.
    private let content: (start: UInt32, end: UInt32)
    private let breakStart: UInt32
    private let breakLength: UInt8
    /// What kind of break that is.
    var lineBreak = LineBreak.hard
    let startsSmall: Bool
    /// `.`, `!`, `?`, `…` or `:`.
    let endsWithStop: Bool
    /// `•`, or `*` or `-` and a space.
    let startsWithBullet: Bool

    var isBlank: Bool { content.start == content.end }
    /// Where the line break stands: a CR, an LF, or both; empty at the end of the text.
    var lineEnd: Range<Int> { Int(breakStart)..<Int(breakStart) + Int(breakLength) }

    /// The line from `start` to the line break `lineEnd`.
    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to lineEnd: Range<Int>) {
        self.start = UInt32(truncatingIfNeeded: start)
        breakStart = UInt32(truncatingIfNeeded: lineEnd.lowerBound)
        breakLength = UInt8(truncatingIfNeeded: lineEnd.count)
        let end = Self.trimmedEnd(text, start..<lineEnd.lowerBound)
        var offset = start
        if start < end {
            while let length = Self.spaceLength(text, offset) { offset += length }
            let byte = text[offset]
            if byte < 0x80 {
                startsSmall = byte &- 0x61 < 26
                startsWithBullet =
                    (byte == UInt8(ascii: "*") || byte == UInt8(ascii: "-"))
                    && offset + 1 < text.count && text[offset + 1] == 0x20
            } else {
                let first = text.scalar(at: offset).scalar
                startsSmall = first.properties.isLowercase
                startsWithBullet = first == "•"
            }
            endsWithStop = Self.isStop(text, before: end)
        } else {
            (startsSmall, endsWithStop, startsWithBullet) = (false, false, false)
        }
        content = (UInt32(truncatingIfNeeded: offset), UInt32(truncatingIfNeeded: end))
    }

    /// Whether the first word of the next line would not have fitted within `measure` columns.
    func isFull(
        before next: TextLine, measure: Int, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let room = measure - width(text) - 1
        if room <= 0 { return true }
        let bytes = Int(next.content.end - next.content.start)
        if bytes >= 16, let end = Self.firstSpace(text, Int(next.content.start)) {
            return end > room
        }
        return next.firstWord(text, atMost: room + 1).width > room
    }

    /// The line's width if it is above `width` and the line has two words or more, or else `width`.
    func measure(_ text: UnsafeBufferPointer<UInt8>, above width: Int) -> Int {
        guard Int(content.end - start) > width else { return width }
        let own = self.width(text)
        guard own > width, firstWord(text, atMost: .max).end < content.end else { return width }
        return own
    }

    /// In code points, without white space at the end.
    private func width(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        Self.scalarCount(text, Int(start)..<Int(content.end))
    }

    /// Where the first word ends, and its width; neither goes beyond a width of `limit`.
    private func firstWord(
        _ text: UnsafeBufferPointer<UInt8>, atMost limit: Int
    ) -> (end: Int, width: Int) {
        var offset = Int(content.start)
        var width = 0
        while offset < content.end, width < limit {
            if text[offset] < 0x80 {
                if Self.isSpace(text[offset]) { break }
                offset += 1
            } else {
                let (scalar, length) = text.scalar(at: offset)
                if scalar.properties.isWhitespace { break }
                offset += length
            }
            width += 1
        }
        return (offset, width)
    }

    /// The place of the first space among the sixteen bytes from `offset` on, if they are ASCII and have one.
    @inline(__always)
    private static func firstSpace(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int? {
        let bytes = UnsafeRawPointer(text.baseAddress! + offset)
        let ones: UInt64 = 0x0101_0101_0101_0101
        func word(_ offset: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        // The highest bit of each byte that is zero, and of some after such a byte.
        func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & (ones << 7) }
        let (low, high) = (word(0), word(8))
        guard (low | high) & (ones << 7) == 0 else { return nil }
        let lowSpaces = zeros(low ^ (ones &* 0x20)) | zeros(low ^ (ones &* 0x09))
        let highSpaces = zeros(high ^ (ones &* 0x20)) | zeros(high ^ (ones &* 0x09))
        guard lowSpaces | highSpaces != 0 else { return nil }
        return lowSpaces != 0
            ? lowSpaces.trailingZeroBitCount / 8 : 8 + highSpaces.trailingZeroBitCount / 8
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Where the line ends without the white space at its end.
    private static func trimmedEnd(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int {
        var end = line.upperBound
        while end > line.lowerBound {
            let byte = text[end - 1]
            if byte < 0x80 {
                guard isSpace(byte) else { break }
                end -= 1
            } else {
                let scalar = scalarBefore(text, end)
                guard scalar.properties.isWhitespace else { break }
                end -= UTF8.width(scalar)
            }
        }
        return max(end, line.lowerBound)
    }

    /// Bytes of the white space at `offset`; `nil` if there is none.
    private static func spaceLength(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int? {
        let byte = text[offset]
        if byte < 0x80 { return isSpace(byte) ? 1 : nil }
        let (scalar, length) = text.scalar(at: offset)
        return scalar.properties.isWhitespace ? length : nil
    }

    private static func isStop(_ text: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
        let byte = text[end - 1]
        if byte >= 0x80 { return scalarBefore(text, end) == "…" }
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"):
            return true
        default: return false
        }
    }

    private static func scalarBefore(
        _ text: UnsafeBufferPointer<UInt8>, _ end: Int
    ) -> Unicode.Scalar {
        var start = end - 1
        while start > 0, end - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
        return text.scalar(at: start).scalar
    }

    /// Scalars are counted by the bytes that start them, eight at a time.
    private static func scalarCount(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int
    {
        let bytes = UnsafeRawBufferPointer(text)
        let ones: UInt64 = 0x0101_0101_0101_0101
        // A one in each byte that does not start a scalar.
        func continued(_ offset: Int) -> UInt64 {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            return UInt64(littleEndian: word &>> 7 & ~word &>> 6 & ones)
        }
        var count = range.count
        var offset = range.lowerBound
        while offset + 8 <= range.upperBound {
            // Eight sums of one byte each, which 31 words do not overflow, nor their sum.
            var sums: UInt64 = 0
            let end = min(range.upperBound, offset + 31 * 8)
            while offset + 8 <= end {
                sums &+= continued(offset)
                offset += 8
            }
            count &-= Int(truncatingIfNeeded: (sums &* ones) &>> 56)
        }
        let rest = range.upperBound - offset
        if rest > 0, range.upperBound >= 8 {
            // Those bytes of the last eight that were not counted yet.
            let last = continued(range.upperBound - 8) &>> UInt64(64 - 8 * rest)
            count &-= Int(truncatingIfNeeded: (last &* ones) &>> 56)
        } else {
            while offset < range.upperBound {
                count -= text[offset] & 0xC0 == 0x80 ? 1 : 0
                offset += 1
            }
        }
        return count
    }
}
