import CScan

/// Where the lines of a text end and where it is ASCII, which the masks of its blocks tell by the way.
struct LineIndex {
    /// Places of the bytes CR and LF, ascending.
    private(set) var ends: [UInt32] = []
    /// One bit a block of 64 bytes: whether some are not ASCII.
    private var others: [UInt64] = []
    /// How many blocks ``add(_:_:)`` takes at once.
    static let batch = 64

    init() {}

    /// The index of a text found byte by byte: what ``add(_:_:)`` must agree with.
    init(plainly text: UnsafeBufferPointer<UInt8>) {
        others = Array(repeating: 0, count: text.count / 4096 + 1)
        for (offset, byte) in text.enumerated() {
            if byte == 0x0A || byte == 0x0D { ends.append(UInt32(offset)) }
            if byte >= 0x80 { others[offset / 4096] |= 1 << UInt64(offset / 64 % 64) }
        }
    }

    mutating func removeAll() {
        ends.removeAll(keepingCapacity: true)
        others.removeAll(keepingCapacity: true)
    }

    /// Adds the next ``batch`` blocks of a text, or its last.
    mutating func add(_ masks: UnsafePointer<CScanMasks>, _ count: Int) {
        let first = others.count &* 4096
        var other: UInt64 = 0
        for block in 0..<count {
            let mask = masks + block
            other |= (mask.pointee.nonASCII != 0 ? 1 : 0) &<< UInt64(truncatingIfNeeded: block)
            var bits = mask.pointee.lineFeed | mask.pointee.carriageReturn
            while bits != 0 {
                ends.append(
                    UInt32(truncatingIfNeeded: first &+ block &* 64 &+ bits.trailingZeroBitCount))
                bits &= bits &- 1
            }
        }
        others.append(other)
    }

    /// Whether `range`, which is not empty, is ASCII; maybe not where no is the answer.
    @inline(__always)
    func isASCII(_ range: Range<Int>) -> Bool {
        let (first, last) = (range.lowerBound &>> 6, (range.upperBound &- 1) &>> 6)
        guard first &>> 6 == last &>> 6 else { return false }
        let bits =
            UInt64.max &<< UInt64(truncatingIfNeeded: first)
            & UInt64.max &>> UInt64(truncatingIfNeeded: 63 &- last & 63)
        return others[first &>> 6] & bits == 0
    }
}

/// The line ends of a text, one after another: a CR, an LF, or both; an empty range at the end of the text.
struct LineEnds {
    private let text: UnsafeBufferPointer<UInt8>
    private let ends: [UInt32]
    private var index = 0

    init(_ text: UnsafeBufferPointer<UInt8>, _ lines: LineIndex) {
        self.text = text
        ends = lines.ends
    }

    @inline(__always)
    mutating func next() -> Range<Int> {
        guard index < ends.count else { return text.count..<text.count }
        let start = Int(ends[index])
        index += 1
        if text[start] == 0x0D, index < ends.count, Int(ends[index]) == start + 1,
            text[start + 1] == 0x0A
        {
            index += 1
            return start..<start + 2
        }
        return start..<start + 1
    }
}
