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

    /// Where the line break stands: a CR, an LF, or both; empty at the end of the text.
    let lineEnd: Range<Int>
    /// What kind of break that is.
    var lineBreak = LineBreak.hard
    private(set) var startsSmall = false
    /// `.`, `!`, `?`, `…` or `:`.
    private(set) var endsWithStop = false
    /// `•`, or `*` or `-` and a space.
    private(set) var startsWithBullet = false
    private let start: Int
    /// The line without white space at its ends.
    private var content: Range<Int>

    var isBlank: Bool { content.isEmpty }

    /// The line from `start` to the line break `lineEnd`.
    init(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to lineEnd: Range<Int>) {
        self.lineEnd = lineEnd
        self.start = start
        let end = Self.trimmedEnd(text, start..<lineEnd.lowerBound)
        content = start..<end
        guard start < end else { return }
        var offset = start
        while let length = Self.spaceLength(text, offset) { offset += length }
        content = offset..<end
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
    }

    /// Whether the first word of the next line would not have fitted within `measure` columns.
    func isFull(
        before next: TextLine, measure: Int, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let room = measure - width(text) - 1
        return room <= 0 || next.firstWord(text, atMost: room + 1).width > room
    }

    /// The line's width if it is above `width` and the line has two words or more, or else `width`.
    func measure(_ text: UnsafeBufferPointer<UInt8>, above width: Int) -> Int {
        guard content.upperBound - start > width else { return width }
        let own = self.width(text)
        guard own > width, firstWord(text, atMost: .max).end < content.upperBound else {
            return width
        }
        return own
    }

    /// In code points, without white space at the end.
    private func width(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        Self.scalarCount(text, start..<content.upperBound)
    }

    /// Where the first word ends, and its width; neither goes beyond a width of `limit`.
    private func firstWord(
        _ text: UnsafeBufferPointer<UInt8>, atMost limit: Int
    ) -> (end: Int, width: Int) {
        var offset = content.lowerBound
        var width = 0
        while offset < content.upperBound, width < limit {
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

    /// Scalars are counted by the bytes that start them, which most do.
    private static func scalarCount(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int
    {
        let bytes = UnsafeRawBufferPointer(text)
        func word(_ offset: Int) -> UInt64 {
            bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        }
        func continued(_ word: UInt64) -> Int {
            (word >> 7 & ~word >> 6 & 0x0101_0101_0101_0101).nonzeroBitCount
        }
        var count = range.count
        var offset = range.lowerBound
        while offset + 32 <= range.upperBound {
            let (a, b, c, d) = (
                word(offset), word(offset + 8), word(offset + 16), word(offset + 24)
            )
            if (a | b | c | d) & 0x8080_8080_8080_8080 != 0 {
                count -= continued(a) + continued(b) + continued(c) + continued(d)
            }
            offset += 32
        }
        while offset < range.upperBound {
            if text[offset] & 0xC0 == 0x80 { count -= 1 }
            offset += 1
        }
        return count
    }
}
