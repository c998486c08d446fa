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

    private var joined: [UInt8] = []
    private var lines: [TextLine] = []

    /// Calls `body` with the text in which each soft line break is replaced by as many spaces.
    mutating func withJoinedLines<Failure: Error>(
        of text: UnsafeBufferPointer<UInt8>, _ index: LineIndex,
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        guard joinLines(of: text, index) else { return try body(text) }
        try joined.withUnsafeBufferPointer { (bytes) throws(Failure) in try body(bytes) }
    }

    /// Fills ``joined`` if there are soft line breaks; answers whether there are.
    private mutating func joinLines(
        of text: UnsafeBufferPointer<UInt8>, _ index: LineIndex
    ) -> Bool {
        let (measure, hasSoft) = readLines(of: text, index)
        let isWrapped = Self.measures ~= measure && findFull(text, index, measure)
        guard hasSoft || isWrapped else { return false }
        joined.removeAll(keepingCapacity: true)
        joined.append(contentsOf: text)
        joined.withUnsafeMutableBufferPointer { joined in
            for line in lines { line.join(&joined, isWrapped: isWrapped) }
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
                func fills(_ measure: Int) -> Bool {
                    lines[line].isFull(before: lines[line + 1], measure: measure, text, index)
                }
                let isFull = fills(measure - measure / 8)
                full += isFull ? 1 : 0
                lines[line].isFull = isFull || fills(measure - measure / 4) ? 1 : 0
            }
        }
        return full >= 2 && full * 2 >= breaks
    }

    /// Whether a character that ends lines stands in `range`: those that end sentences.
    static func hasLineEnd(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
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
