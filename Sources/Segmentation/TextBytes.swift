/// The bytes of a text: a copy of its own, or those that somebody lends.
///
/// Unsafe for speed: a text of some size is not copied to be read once. What must hold: whoever lends bytes
/// (``Segmenter/segment(lent:into:)``) keeps them in place until nobody reads them any more.
@frozen
public struct TextBytes: @unchecked Sendable {
    @usableFromInline private(set) var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// Where a copy stands, written only while nobody else has it.
    @usableFromInline private(set) var storage: Storage?

    @usableFromInline
    final class Storage {
        let bytes: UnsafeMutableBufferPointer<UInt8>

        init(capacity: Int) { bytes = .allocate(capacity: capacity) }

        deinit { bytes.deallocate() }
    }

    init() {}

    /// Forgets the bytes and keeps the storage.
    mutating func removeAll() { bytes = UnsafeBufferPointer(start: nil, count: 0) }

    mutating func copy(_ text: UnsafeBufferPointer<UInt8>) {
        if !isKnownUniquelyReferenced(&storage) || storage!.bytes.count < text.count {
            storage = Storage(capacity: text.count)
        }
        _ = storage!.bytes.update(fromContentsOf: text)
        bytes = UnsafeBufferPointer(rebasing: storage!.bytes[..<text.count])
    }

    mutating func borrow(_ text: UnsafeBufferPointer<UInt8>) {
        storage = nil
        bytes = text
    }

    /// Calls `body` with the bytes, which stay where they are meanwhile.
    @inlinable @inline(__always)
    public func withUnsafeBufferPointer<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { extendLifetime(storage) }
        return try body(bytes)
    }
}

extension TextBytes: RandomAccessCollection {
    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { bytes.count }

    @inlinable
    public subscript(index: Int) -> UInt8 {
        @inline(__always) get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: bytes.count), "beyond the text")
            defer { extendLifetime(storage) }
            return bytes[index]
        }
    }

    @inlinable @inline(__always)
    public func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result? {
        defer { extendLifetime(storage) }
        return try body(bytes)
    }
}
