/// One line of a text, as far as the look of its break goes.
struct TextLine {
    /// Where the line break stands: a CR, an LF, or both; empty at the end of the text.
    private(set) var lineEnd: Range<Int>
    /// In code points, without white space at the end.
    private(set) var width = 0
    private(set) var firstWordWidth = 0
    private(set) var hasSeveralWords = false
    private(set) var startsSmall = false
    /// `.`, `!`, `?`, `…` or `:`.
    private(set) var endsWithStop = false
    /// `•`, or `*` or `-` and a space.
    private(set) var startsWithBullet = false

    var isBlank: Bool { width == 0 }

    /// The line from `start` to the line break `lineEnd`.
    init(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to lineEnd: Range<Int>) {
        self.lineEnd = lineEnd
        let end = Self.trimmedEnd(text, start..<lineEnd.lowerBound)
        guard start < end else { return }
        var offset = start
        while offset < end, let length = Self.spaceLength(text, offset) { offset += length }
        let (first, length) = text.scalar(at: offset)
        startsSmall = first.properties.isLowercase
        let isApart = offset + length < text.count && text[offset + length] == 0x20
        startsWithBullet = first == "•" || isApart && (first == "*" || first == "-")
        while offset < end, Self.spaceLength(text, offset) == nil {
            offset += text.scalar(at: offset).length
            firstWordWidth += 1
        }
        hasSeveralWords = offset < end
        width = Self.scalarCount(text, start..<end)
        endsWithStop =
            switch Self.scalarBefore(text, end) {
            case ".", "!", "?", "…", ":": true
            default: false
            }
    }

    /// Where the line ends without the white space at its end.
    private static func trimmedEnd(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int {
        var end = line.upperBound
        while end > line.lowerBound {
            let scalar = scalarBefore(text, end)
            let isSpace =
                scalar.isASCII ? scalar == " " || scalar == "\t" : scalar.properties.isWhitespace
            guard isSpace else { break }
            end -= UTF8.width(scalar)
        }
        return max(end, line.lowerBound)
    }

    /// Bytes of the white space at `offset`; `nil` if there is none.
    private static func spaceLength(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int? {
        let byte = text[offset]
        if byte < 0x80 { return byte == 0x20 || byte == 0x09 ? 1 : nil }
        let (scalar, length) = text.scalar(at: offset)
        return scalar.properties.isWhitespace ? length : nil
    }

    private static func scalarBefore(
        _ text: UnsafeBufferPointer<UInt8>, _ end: Int
    ) -> Unicode.Scalar {
        var start = end - 1
        while start > 0, end - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
        return text.scalar(at: start).scalar
    }

    /// Scalars are counted by the bytes that start them.
    private static func scalarCount(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int
    {
        var count = 0
        for offset in range { count += text[offset] & 0xC0 == 0x80 ? 0 : 1 }
        return count
    }

    /// Whether the first word of the next line would not have fitted within `measure` columns.
    func isFull(before next: TextLine, measure: Int) -> Bool {
        width + 1 + next.firstWordWidth > measure
    }
}
