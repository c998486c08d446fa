import CText

/// Bytes of a text that are marked, and how many of them stand before any place, told in constant time.
struct ByteMarks {
    private var marks: [UInt64]
    /// By 64 bytes, how many stand before.
    private var before: [UInt32]

    private init(
        _ utf8: UnsafeBufferPointer<UInt8>,
        _ mark: (UnsafePointer<UInt8>, UnsafeMutablePointer<UInt64>, UnsafeMutablePointer<UInt32>)
            ->
            Void
    ) {
        let blocks = utf8.count / 64 + 1
        var numbers: [UInt32] = []
        marks = [UInt64](unsafeUninitializedCapacity: blocks) { marks, count in
            numbers = [UInt32](unsafeUninitializedCapacity: blocks) { before, count in
                if let first = utf8.baseAddress {
                    mark(first, marks.baseAddress!, before.baseAddress!)
                } else {
                    marks[0] = 0
                    before[0] = 0
                }
                count = blocks
            }
            count = blocks
        }
        before = numbers
    }

    /// The bytes that continue a code point, and how many start one of four bytes.
    static func continuations(
        _ utf8: UnsafeBufferPointer<UInt8>
    ) -> (marks: ByteMarks, fours: Int) {
        var fours = 0
        let marks = ByteMarks(utf8) {
            fours = ctext_mark_continuations($0, utf8.count, $1, $2)
        }
        return (marks, fours)
    }

    /// The bytes that start a code point of four bytes.
    static func fours(_ utf8: UnsafeBufferPointer<UInt8>) -> ByteMarks {
        ByteMarks(utf8) { ctext_mark_fours($0, utf8.count, $1, $2) }
    }

    /// How many marked bytes stand before a place, which is at most the end of the text.
    @inline(__always)
    func count(before place: Int) -> Int {
        let block = place &>> 6
        let bits = marks[block] & (1 &<< UInt64(truncatingIfNeeded: place & 63) &- 1)
        return bits == 0
            ? Int(before[block]) : Int(before[block]) &+ bits.nonzeroBitCount
    }
}
