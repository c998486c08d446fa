/// Counts code points or UTF-16 units before a byte, with a checkpoint every few bytes.
struct ScalarCounter: Sendable {
    private static let block = 256
    private let utf8: [UInt8]
    /// Whether scalars beyond U+FFFF count two, as surrogate pairs do.
    private let pairs: Bool
    /// The count before each block. 32 bits: segmented texts have less than 2³¹ bytes.
    private var checkpoints: [UInt32] = []

    init(_ utf8: [UInt8], pairs: Bool) {
        self.utf8 = utf8
        self.pairs = pairs
        checkpoints.reserveCapacity(utf8.count / Self.block + 1)
        var total = 0
        for start in stride(from: 0, through: utf8.count, by: Self.block) {
            checkpoints.append(UInt32(truncatingIfNeeded: total))
            total += count(in: start..<min(start + Self.block, utf8.count))
        }
    }

    func count(before byteOffset: Int) -> Int {
        let block = byteOffset / Self.block
        return Int(checkpoints[block]) + count(in: block * Self.block..<byteOffset)
    }

    /// Sums over bytes without a branch, which the compiler turns into vector code.
    private func count(in range: Range<Int>) -> Int {
        utf8.withUnsafeBufferPointer { bytes in
            var count = 0
            let pairStart: UInt8 = pairs ? 0xF0 : 0xFF
            for byte in UnsafeBufferPointer(rebasing: bytes[range]) {
                count &+= byte & 0xC0 == 0x80 ? 0 : 1
                count &+= byte >= pairStart ? 1 : 0
            }
            return count
        }
    }
}
