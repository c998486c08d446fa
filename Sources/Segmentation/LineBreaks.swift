import Glibc

/// Tells line breaks that end a sentence from those that only wrap a line.
///
/// ICU ends a sentence at every line break. Here a line break does not when it is *soft*:
/// - the next line goes on with a small letter and the line ends with none of `.!?…:`; or
/// - the text is hard-wrapped and the line is full. A line is full when the first word of the next line would
///   not have fitted on it, the measure being the longest line of the text with two words or more. A text is
///   hard-wrapped when that measure is 40 to 120 columns and at least half of the lines that another line
///   follows, and at least two, are full.
///
/// A blank line, U+0085, U+2028 and U+2029 always end a sentence, and so does a line break before a bullet
/// (`•`, `*` or `-` and a space). Headlines and lists, whose lines are short, therefore keep their ends.
struct LineBreaks {
    static let measures = 40...120

    private var joined: [UInt8] = []
    private var lines: [TextLine] = []

    /// Calls `body` with the text in which each soft line break is replaced by as many spaces.
    mutating func withJoinedLines<Failure: Error>(
        of text: UnsafeBufferPointer<UInt8>,
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        let measure = readLines(of: text)
        guard joinLines(of: text, measure) else { return try body(text) }
        try joined.withUnsafeBufferPointer { (bytes) throws(Failure) in try body(bytes) }
    }

    /// Fills ``lines``, empty if there is but one; answers the width of the longest with two words or more, as far as
    /// it is among ``measures`` or above.
    private mutating func readLines(of text: UnsafeBufferPointer<UInt8>) -> Int {
        lines.removeAll(keepingCapacity: true)
        var ends = LineEnds(text)
        var lineEnd = ends.next()
        if lineEnd.isEmpty { return 0 }
        var line = TextLine(text, from: 0, to: lineEnd)
        var measure = line.measure(text, above: 0)
        while !lineEnd.isEmpty {
            let start = lineEnd.upperBound
            lineEnd = ends.next()
            let next = TextLine(text, from: start, to: lineEnd)
            if measure <= Self.measures.upperBound {
                measure = next.measure(text, above: measure)
            }
            if line.isBlank || next.isBlank {
                line.lineBreak = .hard
            } else if next.startsWithBullet {
                line.lineBreak = .hardIfFull
            } else {
                line.lineBreak = next.startsSmall && !line.endsWithStop ? .soft : .softIfFull
            }
            lines.append(line)
            line = next
        }
        lines.append(line)
        return measure
    }

    /// Fills ``joined`` if there are soft line breaks; answers whether there are.
    private mutating func joinLines(of text: UnsafeBufferPointer<UInt8>, _ measure: Int) -> Bool {
        let isWrapped = Self.measures ~= measure && countFull(text, measure)
        var hasSoft = false
        for line in lines where line.lineBreak == .soft || isWrapped && line.lineBreak == .full {
            if !hasSoft {
                hasSoft = true
                joined.removeAll(keepingCapacity: true)
                joined.append(contentsOf: text)
            }
            for offset in line.lineEnd { joined[offset] = 0x20 }
        }
        return hasSoft
    }

    /// Finds the full lines; answers whether they are so many that the text is hard-wrapped.
    private mutating func countFull(
        _ text: UnsafeBufferPointer<UInt8>, _ measure: Int
    ) -> Bool {
        var breaks = 0
        var full = 0
        for index in lines.indices.dropLast() where lines[index].lineBreak != .hard {
            breaks += 1
            guard lines[index].isFull(before: lines[index + 1], measure: measure, text) else {
                continue
            }
            full += 1
            if lines[index].lineBreak == .softIfFull { lines[index].lineBreak = .full }
        }
        return full >= 2 && full * 2 >= breaks
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
}

/// The line ends of a text, one after another: a CR, an LF, or both; an empty range at the end of the text.
private struct LineEnds {
    private let text: UnsafeBufferPointer<UInt8>
    private var nextCR: Int
    private var nextLF: Int

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        nextCR = text.offset(of: 0x0D, from: 0)
        nextLF = text.offset(of: 0x0A, from: 0)
    }

    mutating func next() -> Range<Int> {
        let start = min(nextCR, nextLF)
        guard start < text.count else { return text.count..<text.count }
        let isPair = text[start] == 0x0D && start + 1 < text.count && text[start + 1] == 0x0A
        let end = start + (isPair ? 2 : 1)
        if nextCR < end { nextCR = text.offset(of: 0x0D, from: end) }
        if nextLF < end { nextLF = text.offset(of: 0x0A, from: end) }
        return start..<end
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where `byte` stands next; the end of the text if nowhere.
    fileprivate func offset(of byte: UInt8, from start: Int) -> Int {
        guard start < count, let base = baseAddress,
            let found = memchr(base + start, Int32(byte), count - start)
        else { return count }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
