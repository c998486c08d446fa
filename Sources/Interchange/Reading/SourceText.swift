/// What a text was taken from, where that is more than the text: a page of HTML, or bytes of another charset.
///
/// A text that was taken out of markup is made of pieces, and each knows where it stands there; so offsets can be told in
/// the source, whose slice is a mention as it was written, with the markup and the character references inside of it.
/// It holds as long as the reader's next document is not read.
public final class SourceText {
    /// The source as UTF-8: what offsets count in. `nil` where the text is the source.
    private(set) var utf8: UnsafeBufferPointer<UInt8>?
    private var pieces: [Piece] = []
    /// Spans of the text that a page has around what it says, in their order.
    private var boilerplate: [Range<Int>] = []
    /// The page's title.
    var title: String?
    /// The language that the page says it is in, as BCP 47 names it.
    var language: String?
    /// The charset of the bytes, if it is not UTF-8.
    var charset: String?

    /// A part of the text and where it comes from.
    private struct Piece {
        var text: UInt32
        var source: UInt32
        /// Length in the source of what one reference or nothing stands for; -1 if each byte stands for itself.
        var replaced: Int32
    }

    /// Starts on another text.
    func reset(_ utf8: UnsafeBufferPointer<UInt8>?) {
        self.utf8 = utf8
        pieces.removeAll(keepingCapacity: pieces.count < 1 << 16)
        boilerplate.removeAll(keepingCapacity: true)
        title = nil
        language = nil
        charset = nil
    }

    /// Says that what comes at `text` are the bytes of the source from `source` on.
    @inline(__always)
    func copy(at text: Int, from source: Int) {
        if let last = pieces.last, last.replaced < 0,
            Int(last.source) - Int(last.text) == source - text
        {
            return
        }
        append(text, source, -1)
    }

    /// Says that what comes at `text` stands for `length` bytes of the source from `source` on.
    func replace(at text: Int, _ length: Int, from source: Int) {
        append(text, source, Int32(truncatingIfNeeded: length))
    }

    private func append(_ text: Int, _ source: Int, _ replaced: Int32) {
        pieces.append(
            Piece(
                text: UInt32(truncatingIfNeeded: text), source: UInt32(truncatingIfNeeded: source),
                replaced: replaced))
    }

    /// Says that a span of the text is no part of what the page says.
    func markBoilerplate(_ span: Range<Int>) {
        if let last = boilerplate.last, last.upperBound == span.lowerBound {
            boilerplate[boilerplate.count - 1] = last.lowerBound..<span.upperBound
        } else if !span.isEmpty {
            boilerplate.append(span)
        }
    }

    /// Where a span of the text stands in the source.
    func range(of span: Range<Int>) -> Range<Int> {
        guard !pieces.isEmpty else { return span }
        let first = pieces[piece(at: span.lowerBound)]
        let start =
            Int(first.source) + (first.replaced < 0 ? span.lowerBound - Int(first.text) : 0)
        if span.isEmpty { return start..<start }
        let last = pieces[piece(at: span.upperBound - 1)]
        let length = last.replaced < 0 ? span.upperBound - Int(last.text) : Int(last.replaced)
        return start..<max(start, Int(last.source) + length)
    }

    /// Whether a span starts in what the page has around what it says.
    func isBoilerplate(_ span: Range<Int>) -> Bool {
        let index = boilerplate.partitioningIndex { $0.lowerBound > span.lowerBound }
        return index > 0 && span.lowerBound < boilerplate[index - 1].upperBound
    }

    private func piece(at text: Int) -> Int {
        max(pieces.partitioningIndex { Int($0.text) > text } - 1, 0)
    }
}

extension Array {
    /// The first index at which `isBehind` holds, of elements that are sorted by it.
    fileprivate func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
