/// Tells line breaks that end a sentence from those that only wrap a line.
///
/// ICU ends a sentence at every line break. Here a line break does not when it is *soft*:
/// - the next line goes on with a small letter; or
/// - the text is hard-wrapped and the line is full. A line is full when the first word of the next line would
///   not have fitted on it, the measure being the longest line of the text with two words or more. A text is
///   hard-wrapped when that measure is 40 to 120 columns and at least half of the lines that another line
///   follows, and at least two, are full.
///
/// A blank line, U+0085, U+2028 and U+2029 always end a sentence, and so does a line break before a bullet
/// (`•`, `*` or `-` and a space). Headlines and lists, whose lines are short, therefore keep their ends.
struct LineBreaks {
    static let measures = 40...120

    fileprivate struct Line {
        /// Where the line break stands: a CR, an LF, or both.
        var lineEnd: Range<Int>
        /// In code points, without white space at the end.
        var width = 0
        var firstWordWidth = 0
        var hasSeveralWords = false
        var startsSmall = false
        var startsWithBullet = false
        var isBlank: Bool { width == 0 }
    }

    private var joined: [UInt8] = []

    /// Calls `body` with the text in which each soft line break is replaced by as many spaces.
    mutating func withJoinedLines<Failure: Error>(
        of text: UnsafeBufferPointer<UInt8>,
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        let soft = Self.softLineEnds(of: text)
        if soft.isEmpty { return try body(text) }
        joined.removeAll(keepingCapacity: true)
        joined.append(contentsOf: text)
        for range in soft {
            for offset in range { joined[offset] = 0x20 }
        }
        try joined.withUnsafeBufferPointer { (bytes) throws(Failure) in try body(bytes) }
    }

    /// Whether a character that ends lines stands in `range`.
    static func hasLineEnd(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, length) = text.scalar(at: offset)
            switch scalar {
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": return true
            default: offset += length
            }
        }
        return false
    }

    private static func softLineEnds(of text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        let lines = lines(of: text)
        guard lines.count > 1 else { return [] }
        let breaks = zip(lines, lines.dropFirst()).filter { !$0.isBlank && !$1.isBlank }
        let measure = lines.reduce(0) { $1.hasSeveralWords ? max($0, $1.width) : $0 }
        let full = breaks.count { $0.isFull(before: $1, measure: measure) }
        let isWrapped = measures ~= measure && full >= 2 && full * 2 >= breaks.count
        return breaks.compactMap { line, next in
            guard !next.startsWithBullet else { return nil }
            let isSoft =
                next.startsSmall || isWrapped && line.isFull(before: next, measure: measure)
            return isSoft ? line.lineEnd : nil
        }
    }
}

extension LineBreaks.Line {
    fileprivate func isFull(before next: Self, measure: Int) -> Bool {
        width + 1 + next.firstWordWidth > measure
    }
}

extension LineBreaks {
    /// The lines of the text in order; the last has an empty line end.
    private static func lines(of text: UnsafeBufferPointer<UInt8>) -> [Line] {
        var lines: [Line] = []
        var start = 0
        var offset = 0
        while offset < text.count {
            let byte = text[offset]
            guard byte == 0x0A || byte == 0x0D else {
                offset += 1
                continue
            }
            let isPair = byte == 0x0D && offset + 1 < text.count && text[offset + 1] == 0x0A
            let lineEnd = offset..<offset + (isPair ? 2 : 1)
            lines.append(line(text, start..<offset, lineEnd: lineEnd))
            offset = lineEnd.upperBound
            start = offset
        }
        if !lines.isEmpty {
            lines.append(line(text, start..<text.count, lineEnd: text.count..<text.count))
        }
        return lines
    }

    private static func line(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, lineEnd: Range<Int>
    ) -> Line {
        var line = Line(lineEnd: lineEnd)
        var columns = 0
        var firstWord: Range<Int>?
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, length) = text.scalar(at: offset)
            offset += length
            columns += 1
            let isSpace =
                scalar.isASCII
                ? scalar == " " || scalar == "\t" : scalar.properties.isWhitespace
            if isSpace { continue }
            line.width = columns
            if let word = firstWord {
                if word.upperBound == columns - 1 {
                    firstWord = word.lowerBound..<columns
                } else {
                    line.hasSeveralWords = true
                }
            } else {
                firstWord = columns - 1..<columns
                line.startsSmall = scalar.properties.isLowercase
                let isFollowedBySpace = offset < range.upperBound && text[offset] == 0x20
                line.startsWithBullet =
                    scalar == "•" || isFollowedBySpace && (scalar == "*" || scalar == "-")
            }
        }
        line.firstWordWidth = firstWord?.count ?? 0
        return line
    }
}
