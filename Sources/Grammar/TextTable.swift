import Lexicon
import Segmentation

/// What the matcher works out of a text before it starts: the category of each token, and the hits by the token at which
/// they start and by the one before which they end.
struct TextTable {
    private var categories: [UInt8] = []
    private var starts: [UInt32] = []
    private var endOffsets: [UInt32] = []
    private var endings: [UInt32] = []

    /// - Parameter hits: ordered by first token, the longest first.
    mutating func fill(_ tokens: [Token], _ hits: [Hit], withEndings: Bool) {
        categories.removeAll(keepingCapacity: true)
        for token in tokens {
            categories.append(UInt8(truncatingIfNeeded: TokenCategory(token).index))
        }
        starts.removeAll(keepingCapacity: true)
        var next = 0
        for token in 0...tokens.count + 1 {
            while next < hits.count, hits[next].start < UInt32(token) { next += 1 }
            starts.append(UInt32(next))
        }
        guard withEndings else { return }
        endOffsets.removeAll(keepingCapacity: true)
        endOffsets.append(contentsOf: repeatElement(0, count: tokens.count + 3))
        endings.removeAll(keepingCapacity: true)
        for hit in hits { endOffsets[Int(hit.end) + 2] += 1 }
        for end in 1..<endOffsets.count { endOffsets[end] += endOffsets[end - 1] }
        endings.append(contentsOf: repeatElement(0, count: hits.count))
        // The offset after that of a token moves from where the token's hits start to where they end.
        for (index, hit) in hits.enumerated() {
            endings[Int(endOffsets[Int(hit.end) + 1])] = UInt32(index)
            endOffsets[Int(hit.end) + 1] += 1
        }
    }

    /// Hands the arrays to `body`.
    func withPointers(
        _ body: (
            _ categories: UnsafeBufferPointer<UInt8>, _ starts: UnsafeBufferPointer<UInt32>,
            _ endOffsets: UnsafeBufferPointer<UInt32>, _ endings: UnsafeBufferPointer<UInt32>
        ) -> Void
    ) {
        categories.withUnsafeBufferPointer { categories in
            starts.withUnsafeBufferPointer { starts in
                endOffsets.withUnsafeBufferPointer { endOffsets in
                    endings.withUnsafeBufferPointer { body(categories, starts, endOffsets, $0) }
                }
            }
        }
    }
}
