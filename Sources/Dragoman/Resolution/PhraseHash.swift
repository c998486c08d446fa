import Segmentation

extension TokenBuffer {
    /// Hash of the folded form of a span, as the lexicon's phrases have it.
    func phraseHash(_ span: Range<Int>) -> UInt64 {
        span.dropFirst().reduce(tokens[span.lowerBound].hash) {
            TokenHash.extend($0, by: tokens[$1].hash)
        }
    }
}
