/// One line of a text, as far as the look of its break goes.
///
/// What is true or not is 1 or 0, so that it can be reckoned with: no branch could be foretold here.
struct TextLine {
    private let start: UInt32
    /// The line without white space at its ends.
    private let content: (start: UInt32, end: UInt32)
    private let breakStart: UInt32
    private let breakLength: UInt8
    private let startsSmall: UInt8
    /// `.`, `!`, `?`, `…` or `:`.
    private let endsWithStop: UInt8
    /// `•`, or `*` or `-` and a space.
    private let startsWithBullet: UInt8
    /// Whether neither the line nor the next is blank.
    private(set) var isBreak: UInt8 = 0
    /// Whether the break is soft if the text is wrapped and the line is full.
    private var isSoftIfFull: UInt8 = 0
    /// Whether the break is soft in any text.
    private(set) var isSoft: UInt8 = 0
    /// Whether the line is full.
    var isFull: UInt8 = 0

    var isBlank: Bool { content.start == content.end }
    /// The line from `start` to the line break `lineEnd`: a CR, an LF, or both; empty at the end of the text.
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
                startsSmall = byte &- 0x61 < 26 ? 1 : 0
                let isMark = byte == UInt8(ascii: "*") || byte == UInt8(ascii: "-")
                startsWithBullet =
                    isMark && offset + 1 < text.count && text[offset + 1] == 0x20 ? 1 : 0
            } else {
                let first = text.scalar(at: offset).scalar
                startsSmall = first.properties.isLowercase ? 1 : 0
                startsWithBullet = first == "•" ? 1 : 0
            }
            endsWithStop = Self.isStop(text, before: end)
        } else {
            (startsSmall, endsWithStop, startsWithBullet) = (0, 0, 0)
        }
        content = (UInt32(truncatingIfNeeded: offset), UInt32(truncatingIfNeeded: end))
    }

    /// Sets what the next line says of the break.
    @inline(__always)
    mutating func look(at next: TextLine) {
        isBreak = isBlank || next.isBlank ? 0 : 1
        isSoftIfFull = isBreak & ~next.startsWithBullet
        isSoft = isSoftIfFull & next.startsSmall & ~endsWithStop
    }

    /// Marks the bytes of the break if it is soft.
    @inline(__always)
    func join(_ marks: inout UnsafeMutableBufferPointer<UInt64>, isWrapped: Bool) {
        let soft = UInt64(isSoft | (isSoftIfFull & isFull & (isWrapped ? 1 : 0)))
        for offset in Int(breakStart)..<Int(breakStart) + Int(breakLength) {
            marks[offset &>> 6] |= soft &<< UInt64(truncatingIfNeeded: offset & 63)
        }
    }

    /// The columns of the line with the first word of the next, as far as they matter up to `limit`.
    func width(
        with next: TextLine, upTo limit: Int, _ text: UnsafeBufferPointer<UInt8>,
        _ index: LineIndex
    ) -> Int {
        let width = width(text, index) + 1
        if width >= limit { return width }
        if next.content.end - next.content.start >= 16,
            let end = Self.firstSpace(text, Int(next.content.start))
        {
            return width + end
        }
        return width + next.firstWord(text, atMost: limit - width).width
    }

    /// The line's width if it is above `width` and the line has two words or more, or else `width`.
    func measure(
        _ text: UnsafeBufferPointer<UInt8>, _ index: LineIndex, above width: Int
    ) -> Int {
        guard Int(content.end - start) > width else { return width }
        let own = self.width(text, index)
        guard own > width, firstWord(text, atMost: .max).end < content.end else { return width }
        return own
    }

    /// In code points, without white space at the end.
    @inline(__always)
    private func width(_ text: UnsafeBufferPointer<UInt8>, _ index: LineIndex) -> Int {
        let range = Int(start)..<Int(content.end)
        if range.isEmpty || index.isASCII(range) { return range.count }
        return Self.scalarCount(text, range)
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
                if scalar.isWhiteSpace { break }
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
                guard scalar.isWhiteSpace else { break }
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
        return scalar.isWhiteSpace ? length : nil
    }

    @inline(__always)
    private static func isStop(_ text: UnsafeBufferPointer<UInt8>, before end: Int) -> UInt8 {
        let byte = text[end - 1]
        if byte >= 0x80 { return scalarBefore(text, end) == "…" ? 1 : 0 }
        // One bit each for `!`, `.`, `:` and `?`.
        let stops: UInt64 = 1 << 0x21 | 1 << 0x2E | 1 << 0x3A | 1 << 0x3F
        return UInt8(truncatingIfNeeded: stops &>> UInt64(byte)) & (byte < 0x40 ? 1 : 0)
    }

    private static func scalarBefore(
        _ text: UnsafeBufferPointer<UInt8>, _ end: Int
    ) -> Unicode.Scalar {
        var start = end - 1
        while start > 0, end - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
        return text.scalar(at: start).scalar
    }

    /// Scalars are counted by the bytes that start them, eight at a time.
    @inline(never)
    private static func scalarCount(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int
    {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let bytes = UnsafeRawBufferPointer(text)
        var count = range.count
        var offset = range.lowerBound
        while offset + 8 <= range.upperBound {
            // Eight sums of one byte each, which 31 words do not overflow, nor their sum.
            var sums: UInt64 = 0
            let end = min(range.upperBound, offset + 31 * 8)
            while offset + 8 <= end {
                let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                sums &+= word &>> 7 & ~word &>> 6 & ones
                offset += 8
            }
            count &-= Int(truncatingIfNeeded: (sums &* ones) &>> 56)
        }
        while offset < range.upperBound {
            count &-= text[offset] & 0xC0 == 0x80 ? 1 : 0
            offset += 1
        }
        return count
    }
}
