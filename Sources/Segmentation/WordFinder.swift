import CICU
import CScan

/// Finds ICU's word boundaries and their rule status without ICU's iterator.
///
/// Blocks of 64 ASCII bytes are cut by bit masks (simdjson's way: Langdale and Lemire 2019), everything else by
/// ICU's own tables (``WordRules``), and runs of scripts that need dictionaries by ICU itself. What must hold, and
/// what the tests hold it to: the boundaries and their status are those of ICU's iterator.
final class WordFinder {
    private let rules: WordRules?
    private let iterator: BoundaryFinder
    private static let block = 64

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
        guard let bytes = text.baseAddress else { return }
        // Where the segment that is open starts, and where the next block does.
        var start = 0
        var offset = 0
        var carry = BlockCarry()
        var mask = CScanMasks()
        while offset + Self.block < text.count {
            cscan_classify(bytes + offset, 1, &mask)
            let after = bytes[offset + Self.block]
            if mask.nonASCII != 0 || after >= 0x80 {
                let cutter = TableCutter(text: text, rules: rules, iterator: iterator)
                start = try cutter.cut(from: start, beyond: offset + Self.block / 2, body)
                offset = start
                carry = BlockCarry()
                continue
            }
            var ends = carry.ends(mask, before: after)
            while ends != 0 {
                let end = offset + ends.trailingZeroBitCount
                ends &= ends &- 1
                body(end, Self.status(bytes, start, end))
                start = end
            }
            offset += Self.block
        }
        let cutter = TableCutter(text: text, rules: rules, iterator: iterator)
        _ = try cutter.cut(from: start, beyond: text.count, body)
    }

    /// Rule status of an ASCII segment: what its last letter or digit is.
    @inline(__always)
    private static func status(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> UInt16 {
        let last = bytes[end - 1]
        if (last | 0x20) &- 0x61 < 26 { return 200 }
        if last &- 0x30 < 10 { return 100 }
        if last != UInt8(ascii: "_") || end - start == 1 { return 0 }
        return bytes[end - 2] &- 0x30 < 10 ? 100 : 200
    }
}

/// What the block before says about the first byte of the next; nothing where a segment starts with the block.
private struct BlockCarry {
    private var isStart = true
    private var word: UInt64 = 0
    private var letter: UInt64 = 0
    private var digit: UInt64 = 0
    private var space: UInt64 = 0
    private var carriageReturn: UInt64 = 0
    private var middle: UInt64 = 0

    /// The bytes of a block before which a segment ends, given the byte after the block.
    @inline(__always)
    mutating func ends(_ mask: CScanMasks, before after: UInt8) -> UInt64 {
        let words = mask.letter | mask.digit | mask.underscore
        let nextLetter: UInt64 = (after | 0x20) &- 0x61 < 26 ? 1 << 63 : 0
        let nextDigit: UInt64 = after &- 0x30 < 10 ? 1 << 63 : 0
        // A full stop or apostrophe between two letters, and those or a comma between two digits, are inside a word.
        let inLetters =
            mask.midBoth & (mask.letter << 1 | letter) & (mask.letter >> 1 | nextLetter)
        let inDigits =
            (mask.midBoth | mask.midNumber) & (mask.digit << 1 | digit)
            & (mask.digit >> 1 | nextDigit)
        let middles = inLetters | inDigits
        var ends =
            ~((words & (words << 1 | word)) | (mask.space & (mask.space << 1 | space))
            | (mask.lineFeed & (mask.carriageReturn << 1 | carriageReturn))
            | middles | (middles << 1 | middle))
        if isStart {
            ends &= ~1
            isStart = false
        }
        word = words >> 63
        letter = mask.letter >> 63
        digit = mask.digit >> 63
        space = mask.space >> 63
        carriageReturn = mask.carriageReturn >> 63
        middle = middles >> 63
        return ends
    }
}
