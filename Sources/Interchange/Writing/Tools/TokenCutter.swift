import Segmentation
import Synchronization

/// The tokens of texts, for formats that have them; one serves every worker.
final class TokenCutter: Sendable {
    /// What one worker needs at a time.
    private struct Desk {
        let segmenter: Segmenter
        var buffer = TokenBuffer()
    }

    private struct Free: @unchecked Sendable {
        // Each is in one thread's hands at a time: the lock hands them over.
        var desks: [Desk]
    }

    private let free: Mutex<Free>

    init() throws(SegmentationError) {
        free = Mutex(Free(desks: [Desk(segmenter: try Segmenter())]))
    }

    /// The tokens of a text in bytes; one that a mention has only a part of is cut where the mention starts or ends.
    func tokens(
        of utf8: UnsafeBufferPointer<UInt8>, cutAt mentions: some Sequence<Range<Int>>
    ) -> [Range<Int>] {
        var desk = takeDesk()
        desk.segmenter.segment(utf8, into: &desk.buffer)
        let cuts = mentions.flatMap { [$0.lowerBound, $0.upperBound] }.sorted()
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(desk.buffer.tokens.count)
        var next = 0
        for token in desk.buffer.tokens {
            var start = Int(token.start)
            while next < cuts.count, cuts[next] < token.end {
                if cuts[next] > start {
                    ranges.append(start..<cuts[next])
                    start = cuts[next]
                }
                next += 1
            }
            ranges.append(start..<Int(token.end))
        }
        let given = Free(desks: [desk])
        free.withLock { $0.desks += given.desks }
        return ranges
    }

    private func takeDesk() -> Desk {
        let taken = free.withLock { Free(desks: $0.desks.popLast().map { [$0] } ?? []) }
        if let desk = taken.desks.first { return desk }
        // Where the first could be opened, only want of memory stops the others.
        do { return Desk(segmenter: try Segmenter()) } catch { fatalError("\(error)") }
    }
}
