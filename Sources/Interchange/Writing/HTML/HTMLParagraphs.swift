/// Writes what stands outside of mentions, and the paragraphs around it.
///
/// A paragraph ends at a blank line, and at the end of a line that is too long to have been wrapped; other line breaks
/// stay line breaks. The white space between paragraphs is written too, so that the content of the page is the text.
struct HTMLParagraphs {
    /// Hard-wrapped lines have fewer bytes.
    private static let longestWrappedLine = 100

    private let utf8: UnsafeBufferPointer<UInt8>
    private var isOpen = false
    /// Where the line starts that the text written so far ends in.
    private var lineStart = 0

    init(_ utf8: UnsafeBufferPointer<UInt8>) { self.utf8 = utf8 }

    /// Starts a paragraph, unless one has started.
    mutating func start(_ html: inout HTMLWriter) {
        if !isOpen { html.markup("<p dir=\"auto\">") }
        isOpen = true
    }

    /// Ends the paragraph, if one has started.
    mutating func finish(_ html: inout HTMLWriter) {
        if isOpen { html.markup("</p>") }
        isOpen = false
    }

    /// Writes a part of the text.
    mutating func write(_ range: Range<Int>, _ html: inout HTMLWriter) {
        var written = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            guard isSpace(index) else {
                index += 1
                continue
            }
            let first = index
            var breaks = 0
            var endsLongLine = false
            while index < range.upperBound, isSpace(index) {
                if utf8[index] == 0x0A {
                    breaks += 1
                    endsLongLine = endsLongLine || index - lineStart > Self.longestWrappedLine
                    lineStart = index + 1
                }
                index += 1
            }
            let isEdge = first == 0 || index == utf8.count
            guard isEdge || breaks > 1 || endsLongLine else { continue }
            writeInside(written..<first, &html)
            finish(&html)
            html.text(utf8: UnsafeBufferPointer(rebasing: utf8[first..<index]))
            written = index
        }
        writeInside(written..<range.upperBound, &html)
    }

    private mutating func writeInside(_ range: Range<Int>, _ html: inout HTMLWriter) {
        if range.isEmpty { return }
        start(&html)
        html.text(utf8: UnsafeBufferPointer(rebasing: utf8[range]))
    }

    /// Whether a byte is white space that may stand between paragraphs.
    private func isSpace(_ index: Int) -> Bool {
        switch utf8[index] {
        case 0x20, 0x09, 0x0A: true
        case 0x0D: index + 1 < utf8.count && utf8[index + 1] == 0x0A
        default: false
        }
    }
}
