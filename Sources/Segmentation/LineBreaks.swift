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

    /// Calls `body` with the text in which each soft line break is replaced by as many spaces.
    mutating func withJoinedLines<Failure: Error>(
        of text: UnsafeBufferPointer<UInt8>,
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        let hasLines =
            text.offset(of: 0x0A, from: 0) + text.offset(of: 0x0D, from: 0) < 2 * text.count
        let soft = hasLines ? Self.softLineEnds(of: text) : []
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
        var measure = 0
        forEachLine(of: text) { line, _ in
            if line.hasSeveralWords { measure = max(measure, line.width) }
        }
        let isMeasured = measures ~= measure
        var breaks = 0
        var full = 0
        var candidates: [(lineEnd: Range<Int>, goesOn: Bool)] = []
        forEachLine(of: text) { line, next in
            guard let next, !line.isBlank, !next.isBlank else { return }
            breaks += 1
            let isFull = isMeasured && line.isFull(before: next, measure: measure)
            if isFull { full += 1 }
            let goesOn = next.startsSmall && !line.endsWithStop
            if isFull || goesOn, !next.startsWithBullet {
                candidates.append((line.lineEnd, goesOn))
            }
        }
        let isWrapped = full >= 2 && full * 2 >= breaks
        return candidates.compactMap { isWrapped || $0.goesOn ? $0.lineEnd : nil }
    }

    private static func forEachLine(
        of text: UnsafeBufferPointer<UInt8>, _ body: (_ line: TextLine, _ next: TextLine?) -> Void
    ) {
        var ends = LineEnds(text)
        var line = TextLine(text, from: 0, to: ends.next())
        while !line.lineEnd.isEmpty {
            let next = TextLine(text, from: line.lineEnd.upperBound, to: ends.next())
            body(line, next)
            line = next
        }
        body(line, nil)
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
