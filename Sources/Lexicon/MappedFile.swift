import Glibc

/// A file's bytes, memory-mapped for reading.
final class MappedFile: Sendable {
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

    init(path: String) throws(LexiconError) {
        func failure() -> LexiconError {
            .file(path: path, reason: String(cString: strerror(errno)))
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure() }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .file(path: path, reason: "not a regular file")
        }
        let size = Int(status.st_size)
        if size == 0 {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
            address != MAP_FAILED
        else { throw failure() }
        bytes = UnsafeRawBufferPointer(start: address, count: size)
    }

    deinit {
        if let base = bytes.baseAddress {
            munmap(UnsafeMutableRawPointer(mutating: base), bytes.count)
        }
    }
}

/// An array's bytes, kept where they are.
final class HeldBytes: Sendable {
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

    init(_ array: [UInt8]) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: array.count, alignment: 8)
        memory.copyBytes(from: array)
        bytes = UnsafeRawBufferPointer(memory)
    }

    deinit { bytes.deallocate() }
}

extension LexiconImage {
    /// The image in a file, memory-mapped.
    ///
    /// - Throws: ``LexiconError/file(path:reason:)`` if it cannot be read, ``LexiconError/image(reason:)`` if it is none.
    public init(path: String) throws(LexiconError) {
        let file = try MappedFile(path: path)
        try self.init(bytes: file.bytes, owner: file, trusted: false)
    }

    /// The image in an array.
    public init(_ array: [UInt8]) throws(LexiconError) {
        let held = HeldBytes(array)
        try self.init(bytes: held.bytes, owner: held, trusted: false)
    }
}
