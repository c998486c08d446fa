/// A column that grows: whole numbers of 64 bits, or texts with offsets of 32.
final class ArrowColumn {
    let isNumber: Bool
    /// Numbers, or the bytes of the texts.
    @exclusivity(unchecked) private(set) var values = ByteBuffer()
    /// Where the texts start, and where the last one ends; of no use for numbers.
    @exclusivity(unchecked) private(set) var offsets = ByteBuffer(capacity: 16)

    init(isNumber: Bool) {
        self.isNumber = isNumber
        if !isNumber { appendOffset() }
    }

    /// How many bytes the texts have.
    var byteCount: Int { isNumber ? 0 : values.count }

    @inline(__always)
    func append(_ number: Int) { values.append(bytesOf: number) }

    @inline(__always)
    func append(_ utf8: UnsafeBufferPointer<UInt8>) {
        values.append(utf8)
        appendOffset()
    }

    /// Appends what stands where there is null.
    func appendNothing() { if isNumber { append(0) } else { appendOffset() } }

    /// Forgets the rows from `count` on.
    func truncate(to count: Int) {
        if isNumber {
            values.truncate(to: count * MemoryLayout<Int>.size)
        } else {
            let length = count * MemoryLayout<Int32>.size
            let end = UnsafeRawPointer(offsets.bytes.baseAddress! + length)
            values.truncate(to: Int(end.load(as: Int32.self)))
            offsets.truncate(to: length + MemoryLayout<Int32>.size)
        }
    }

    @inline(__always)
    private func appendOffset() { offsets.append(bytesOf: Int32(truncatingIfNeeded: values.count)) }
}

extension ByteBuffer {
    @inline(__always)
    fileprivate mutating func append<Number: FixedWidthInteger>(bytesOf number: Number) {
        let size = MemoryLayout<Number>.size
        reserve(size)
        UnsafeMutableRawPointer(end).storeBytes(of: number, as: Number.self)
        advance(by: size)
    }
}
