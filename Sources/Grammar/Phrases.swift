/// Walks over the phrases of a text with its tokens.
struct Phrases {
    private let starts: UnsafeBufferPointer<UInt32>
    private var next = 0
    /// Where the phrases end that were met.
    private var end = 0

    init(_ starts: UnsafeBufferPointer<UInt32>) { self.starts = starts }

    /// Calls `body` with the first token of each phrase among `tokens`, which gives where the longest ends, and
    /// `isInside` with each token that is inside one.
    @inline(__always)
    mutating func forEach(
        in tokens: Range<Int>, _ body: (Int) -> Int, isInside: (Int) -> Void
    ) {
        var marked = tokens.lowerBound
        func mark(upTo end: Int) {
            while marked < min(end, tokens.upperBound) {
                isInside(marked)
                marked += 1
            }
        }
        mark(upTo: end)
        while next < starts.count, Int(starts[next]) < tokens.upperBound {
            let start = Int(starts[next])
            next += 1
            end = max(end, body(start))
            marked = max(marked, start)
            mark(upTo: end)
        }
    }
}
