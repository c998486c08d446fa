import CICU

/// Finds ICU's word boundaries and their rule status, by ICU's own tables where they can be read.
final class WordFinder {
    let rules: WordRules?
    let iterator: BoundaryFinder

    init() throws(SegmentationError) {
        iterator = try BoundaryFinder()
        rules = WordRules(iterator.breaker)
    }

    /// Hands every segment of `text` to `body`, in order.
    @inline(__always)
    func forEachSegment(
        in text: UnsafeBufferPointer<UInt8>, _ body: (_ end: Int, _ status: UInt16) -> Void
    ) throws(SegmentationError) {
        guard text.count <= Segmenter.maximumLength else { throw .textTooLong(bytes: text.count) }
        guard let rules else { return try iterator.forEachBoundary(in: text, body) }
        let cutter = TableCutter(text: text, rules: rules.tables, iterator: iterator)
        _ = try cutter.cut(from: 0, beyond: text.count, body)
    }
}
