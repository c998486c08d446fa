import Dragoman

/// The text to read, with its mentions marked: in the colour of their kind, or in brackets behind their label.
///
/// `[PERSON Taro Kono] met [PERSON Sergey Lavrov].` It is a view for people: brackets of the text's own stand in it as they
/// are. What a terminal would obey instead of showing it is written by its code, `<U+001B>` (``TextHazard``), so that no
/// escape sequence is there but the writer's own. A mention that crosses the end of another is left out.
public struct TextDocumentWriter: DocumentWriter {
    /// Whether mentions have colours, by escape sequences of ECMA-48 that every terminal knows.
    public let isColored: Bool
    /// Whether each text has its id above it and a blank line below.
    public let hasHeadings: Bool

    public init(isColored: Bool = false, hasHeadings: Bool = false) {
        self.isColored = isColored
        self.hasHeadings = hasHeadings
    }

    /// In colour, what the colours mean.
    public var header: StaticString {
        isColored
            ? """
            \u{1B}[1;34mperson\u{1B}[0m \u{1B}[1;35morganization\u{1B}[0m \u{1B}[1;32mplace\u{1B}[0m \
            \u{1B}[1;33mdate\u{1B}[0m \u{1B}[1;31mtreaty\u{1B}[0m


            """ : ""
    }

    public func write(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
    ) {
        var marked = MarkedTextWriter(utf8: utf8, isColored: isColored, output: output)
        if hasHeadings, let id = document.id { marked.heading(id) }
        for mention in document.mentions {
            marked.mark(mention.utf8Range.clamped(to: 0..<utf8.count), mention.label)
        }
        output = marked.finish()
        if let last = utf8.last, last != UInt8(ascii: "\n") { output.append("\n") }
        if hasHeadings { output.append("\n") }
    }
}

/// Writes a text and, in their order, the marks of its mentions.
private struct MarkedTextWriter: ~Copyable {
    let utf8: UnsafeBufferPointer<UInt8>
    let isColored: Bool
    private var output: ByteBuffer
    /// The mentions that the place being written stands in, from the outermost.
    private var open: [(end: Int, label: Label)] = []
    private var position = 0

    init(utf8: UnsafeBufferPointer<UInt8>, isColored: Bool, output: consuming ByteBuffer) {
        self.utf8 = utf8
        self.isColored = isColored
        self.output = output
    }

    mutating func heading(_ id: String) {
        output.append("==> ")
        var id = id
        id.withUTF8 { write($0, breaksLines: false) }
        output.append(" <==\n")
    }

    mutating func mark(_ range: Range<Int>, _ label: Label) {
        guard !range.isEmpty, range.lowerBound >= position else { return }
        advance(to: range.lowerBound)
        if let last = open.last, range.upperBound > last.end { return }
        open.append((range.upperBound, label))
        if isColored {
            color()
        } else {
            output.append("[")
            output.append(Array(label.rawValue.utf8))
            output.append(" ")
        }
    }

    consuming func finish() -> ByteBuffer {
        advance(to: utf8.count)
        return output
    }

    /// Writes the text up to a byte, and the ends of mentions on the way.
    private mutating func advance(to end: Int) {
        while let last = open.last, last.end <= end {
            write(position..<last.end)
            open.removeLast()
            if isColored { color() } else { output.append("]") }
        }
        write(position..<end)
    }

    private mutating func write(_ range: Range<Int>) {
        write(UnsafeBufferPointer(rebasing: utf8[range]), breaksLines: true)
        position = range.upperBound
    }

    /// Writes UTF-8; line breaks stay ones, or not.
    private mutating func write(_ utf8: UnsafeBufferPointer<UInt8>, breaksLines: Bool) {
        var plain = 0
        for index in utf8.indices {
            let byte = utf8[index]
            if byte >= 0x20, byte < 0x7F { continue }
            let isBreak = byte == 0x0A && breaksLines
            let code = isBreak ? nil : code(utf8, at: index, breaksLines)
            if code == nil, !isBreak || !isColored || open.isEmpty { continue }
            output.append(UnsafeBufferPointer(rebasing: utf8[plain..<index]))
            plain = index + (code?.length ?? 1)
            if let code {
                output.append("<U+")
                output.append(code: code.scalar)
                output.append(">")
            } else {
                // Pagers show each line by itself.
                output.append("\u{1B}[0m\n")
                color()
            }
        }
        output.append(UnsafeBufferPointer(rebasing: utf8[plain...]))
    }

    /// The character at a byte, if it must not be written as it is: a carriage return that ends no line goes back to its start.
    private func code(
        _ utf8: UnsafeBufferPointer<UInt8>, at index: Int, _ breaksLines: Bool
    ) -> (scalar: UInt16, length: Int)? {
        if let hazard = TextHazard(utf8, at: index) { return (hazard.scalar, hazard.length) }
        let isBreak = utf8[index] == 0x0A || utf8[index] == 0x0D
        let endsLine = index + 1 < utf8.count && utf8[index + 1] == 0x0A
        return isBreak && !(breaksLines && endsLine) ? (UInt16(utf8[index]), 1) : nil
    }

    /// Goes on in the colour of the innermost mention, or in none.
    private mutating func color() {
        output.append("\u{1B}[0m")
        if let label = open.last?.label { output.append(label.color) }
    }
}

extension Label {
    /// What starts its colour: bold, and one of the eight that a terminal's theme sets.
    fileprivate var color: StaticString {
        switch self {
        case .person: "\u{1B}[1;34m"
        case .organization: "\u{1B}[1;35m"
        case .place: "\u{1B}[1;32m"
        case .treaty: "\u{1B}[1;31m"
        case .date, .time, .duration, .set: "\u{1B}[1;33m"
        }
    }
}
