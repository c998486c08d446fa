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

    /// The line that starts at `start`.
    init(_ text: UnsafeBufferPointer<UInt8>, at start: Int) {
        lineEnd = text.count..<text.count
        var columns = 0
        var wordEnd = 0
        var offset = start
        while offset < text.count {
            let (scalar, length) = text.scalar(at: offset)
            if scalar == "\n" || scalar == "\r" {
                let isPair =
                    scalar == "\r" && offset + 1 < text.count && text[offset + 1] == 0x0A
                lineEnd = offset..<offset + (isPair ? 2 : 1)
                return
            }
            offset += length
            columns += 1
            let isSpace =
                scalar.isASCII ? scalar == " " || scalar == "\t" : scalar.properties.isWhitespace
            if isSpace { continue }
            if width == 0 {
                startsSmall = scalar.properties.isLowercase
                let isApart = offset < text.count && text[offset] == 0x20
                startsWithBullet = scalar == "•" || isApart && (scalar == "*" || scalar == "-")
            }
            if width == 0 || wordEnd == columns - 1 {
                firstWordWidth += 1
                wordEnd = columns
            } else {
                hasSeveralWords = true
            }
            width = columns
            endsWithStop =
                switch scalar {
                case ".", "!", "?", "…", ":": true
                default: false
                }
        }
    }

    /// Whether the first word of the next line would not have fitted within `measure` columns.
    func isFull(before next: TextLine, measure: Int) -> Bool {
        width + 1 + next.firstWordWidth > measure
    }
}
