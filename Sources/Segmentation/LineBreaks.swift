/// Tells line breaks that end a sentence from those that only wrap a line.
///
/// ICU ends a sentence at every line break. Here a line break does not when it is *soft*:
/// - the next line goes on with a small letter and the line ends with none of `.!?…:`; or
/// - the text is hard-wrapped and the line is nearly full. A line is full when the first word of the next line would
///   not have fitted on it, the measure being the longest line of the text with two words or more; lines that were set
///   in another type are ragged, so an eighth of the measure may have stayed free. A text is hard-wrapped when that
///   measure is 40 to 120 columns and at least half of the lines that another line follows, and at least two, are full;
///   in such a text a quarter may have stayed free.
///
/// A blank line, U+0085, U+2028 and U+2029 always end a sentence, and so does a line break before a bullet
/// (`•`, `*` or `-` and a space). Headlines and lists, whose lines are short, therefore keep their ends.
struct LineBreaks {
    static let measures = 40...120

    /// For ``JoinedText``.
    private var soft: [UInt64] = []
    private var lines: [TextLine] = []

    /// Calls `body` with the text in which each soft line break is replaced by as many spaces.
    mutating func withJoinedLines<Failure: Error>(
        of text: UnsafeBufferPointer<UInt8>, _ index: LineIndex,
        _ body: (JoinedText) throws(Failure) -> Void
    ) throws(Failure) {
        guard joinLines(of: text, index) else { return try body(JoinedText(text)) }
        try soft.withUnsafeBufferPointer { (soft) throws(Failure) in
            try body(JoinedText(text, soft: soft.baseAddress))
        }
    }

    /// Fills ``soft`` if there may be soft line breaks; answers whether there may.
    private mutating func joinLines(
        of text: UnsafeBufferPointer<UInt8>, _ index: LineIndex
    ) -> Bool {
        let (measure, hasSoft) = readLines(of: text, index)
        let isWrapped = Self.measures ~= measure && findFull(text, index, measure)
        guard hasSoft || isWrapped else { return false }
        soft.removeAll(keepingCapacity: true)
        soft.append(contentsOf: repeatElement(0, count: text.count / 64 + 1))
        soft.withUnsafeMutableBufferPointer { soft in
            for line in lines { line.join(&soft, isWrapped: isWrapped) }
        }
        return true
    }

    /// Fills ``lines``, empty if there is but one; answers the width of the longest with two words or more, as far as
    /// it is among ``measures`` or above, and whether a line break is soft in any text.
    private mutating func readLines(
        of text: UnsafeBufferPointer<UInt8>, _ index: LineIndex
    ) -> (measure: Int, hasSoft: Bool) {
        lines.removeAll(keepingCapacity: true)
        var ends = LineEnds(text, index)
        var lineEnd = ends.next()
        if lineEnd.isEmpty { return (0, false) }
        var line = TextLine(text, from: 0, to: lineEnd)
        var measure = line.measure(text, index, above: 0)
        var hasSoft: UInt8 = 0
        while !lineEnd.isEmpty {
            let start = lineEnd.upperBound
            lineEnd = ends.next()
            let next = TextLine(text, from: start, to: lineEnd)
            if measure <= Self.measures.upperBound {
                measure = next.measure(text, index, above: measure)
            }
            line.look(at: next)
            hasSoft |= line.isSoft
            lines.append(line)
            line = next
        }
        lines.append(line)
        return (measure, hasSoft != 0)
    }

    /// Finds the full lines; answers whether they are so many that the text is hard-wrapped.
    private mutating func findFull(
        _ text: UnsafeBufferPointer<UInt8>, _ index: LineIndex, _ measure: Int
    ) -> Bool {
        var breaks = 0
        var full = 0
        lines.withUnsafeMutableBufferPointer { lines in
            for line in lines.indices.dropLast() where lines[line].isBreak != 0 {
                breaks += 1
                let (least, less) = (measure - measure / 8, measure - measure / 4)
                let width = lines[line].width(
                    with: lines[line + 1], upTo: least + 1, text, index)
                full += width > least ? 1 : 0
                lines[line].isFull = width > less ? 1 : 0
            }
        }
        return full >= 2 && full * 2 >= breaks
    }

    /// Whether a character that ends lines stands in `range`: those that end sentences.
    static func hasLineEnd(_ text: JoinedText, _ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = text[offset]
            if byte < 0x80 {
                if byte == 0x0A || byte == 0x0D { return true }
                offset += 1
                continue
            }
            let (scalar, length) = text.scalar(at: offset)
            switch scalar {
            case "\u{85}", "\u{2028}", "\u{2029}": return true
            default: offset += length
            }
        }
        return false
    }
}
