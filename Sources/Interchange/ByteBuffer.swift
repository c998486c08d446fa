/// Bytes that grow at their end and are used again: what readers fill and writers write.
///
/// The memory is the buffer's own and not initialised beyond ``count``. Whoever writes through ``end`` reserves first.
public struct ByteBuffer: ~Copyable {
    public private(set) var count = 0
    private(set) var capacity: Int
    private(set) var start: UnsafeMutablePointer<UInt8>

    public init(capacity: Int = 256) {
        self.capacity = max(capacity, 16)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    /// Where the next byte goes.
    @inline(__always)
    var end: UnsafeMutablePointer<UInt8> { start + count }

    /// The bytes, until the buffer is changed.
    public var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: start, count: count)
    }

    /// Some of the bytes, until the buffer is changed.
    public func range(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[range])
    }

    /// A copy of the bytes.
    public var array: [UInt8] { Array(bytes) }

    /// Forgets the bytes and keeps the storage.
    public mutating func removeAll() { count = 0 }

    /// Forgets the bytes, and the storage too if it is more than `limit`.
    public mutating func removeAll(keepingAtMost limit: Int) {
        count = 0
        if capacity > limit {
            start.deallocate()
            capacity = max(limit, 16)
            start = .allocate(capacity: capacity)
        }
    }

    /// Forgets the first `length` bytes and moves the others to the front.
    mutating func removeFirst(_ length: Int) {
        if length == 0 { return }
        start.update(from: start + length, count: count - length)
        count -= length
    }

    /// Forgets what stands from `length` on.
    public mutating func truncate(to length: Int) { count = length }

    /// Makes room for `extra` bytes more.
    @inline(__always)
    mutating func reserve(_ extra: Int) {
        if capacity &- count < extra { grow(by: extra) }
    }

    @inline(never)
    private mutating func grow(by extra: Int) {
        let wanted = max(capacity * 2, count + extra)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted)
        larger.update(from: start, count: count)
        start.deallocate()
        start = larger
        capacity = wanted
    }

    /// Counts in `added` bytes that were written at ``end``, or takes that many away from there.
    @inline(__always)
    mutating func advance(by added: Int) { count &+= added }

    @inline(__always)
    public mutating func append(_ byte: UInt8) {
        reserve(1)
        end.pointee = byte
        count &+= 1
    }

    public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        reserve(bytes.count)
        end.update(from: first, count: bytes.count)
        count += bytes.count
    }

    public mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

    @inline(__always)
    public mutating func append(_ text: StaticString) {
        let length = text.utf8CodeUnitCount
        reserve(length)
        end.update(from: text.utf8Start, count: length)
        count &+= length
    }
}
