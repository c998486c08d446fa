import Glibc
import Segmentation

/// A file or standard input, read in chunks and unpacked where it is packed.
public final class ByteSource {
    /// Gives a decoder for a packing; `nil` if there is none for it.
    public typealias Unpacker = @Sendable (Packing) -> (any ByteDecoder)?

    /// What errors call it.
    public let name: String
    /// The path, where it is a file.
    public let path: String?
    /// How many bytes were read of the file as it is, packed or not.
    public private(set) var position = 0
    private let descriptor: Int32
    private let unpacker: Unpacker
    /// What the bytes go through, in order.
    private var stages: [DecodingStage] = []
    /// Bytes that were read to tell the packing and are no part of a stage.
    private var head = ByteBuffer(capacity: 16)
    private var headUsed = 0
    private var isPackingKnown = false

    /// Standard input.
    public init(unpacker: @escaping Unpacker = { _ in nil }) {
        name = "standard input"
        path = nil
        descriptor = STDIN_FILENO
        self.unpacker = unpacker
    }

    /// The file at `path`.
    ///
    /// - Throws: ``InputError/file(name:reason:)``.
    public init(
        path: String, unpacker: @escaping Unpacker = { _ in nil }
    ) throws(InputError) {
        name = path
        self.path = path
        self.unpacker = unpacker
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw .file(name: path, errno) }
    }

    /// Whether the file at `path` can be read, without opening it: a named pipe opens only once.
    ///
    /// - Throws: ``InputError/file(name:reason:)``.
    public static func check(path: String) throws(InputError) {
        var status = stat()
        guard stat(path, &status) == 0, access(path, R_OK) == 0 else {
            throw .file(name: path, errno)
        }
        if status.st_mode & S_IFMT == S_IFDIR { throw .file(name: path, EISDIR) }
    }

    deinit { if path != nil && descriptor >= 0 { close(descriptor) } }

    /// Whether a read would give something, or the end, without waiting.
    var isReady: Bool {
        if headUsed < head.count || stages.contains(where: \.hasInput) { return true }
        var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&event, 1, 0) != 0
    }

    /// Reads the next bytes into `output`, which has room for a few: how many; 0 at the end.
    func read(into output: UnsafeMutableBufferPointer<UInt8>) throws(InputError) -> Int {
        if !isPackingKnown { try findPacking() }
        return try read(into: output, through: stages.count)
    }

    /// Reads what comes out of the first `depth` stages.
    private func read(
        into output: UnsafeMutableBufferPointer<UInt8>, through depth: Int
    ) throws(InputError) -> Int {
        if depth == 0 { return try readRaw(into: output) }
        return try stages[depth - 1].read(into: output, name: name) {
            (input) throws(InputError) in
            try read(into: input, through: depth - 1)
        }
    }

    /// Sends what comes from now on through one stage more, which gets `first` before it.
    func add(_ decoder: any ByteDecoder, first: UnsafeBufferPointer<UInt8>) {
        stages.append(DecodingStage(decoder, first: first))
    }

    private func findPacking() throws(InputError) {
        isPackingKnown = true
        while Packing.isUndecided(head.bytes) {
            let count = try readDescriptor(
                UnsafeMutableBufferPointer(start: head.end, count: 4 - head.count))
            if count == 0 { break }
            head.advance(by: count)
        }
        guard let packing = Packing(markOf: head.bytes), let decoder = unpacker(packing) else {
            return
        }
        headUsed = head.count
        add(decoder, first: head.bytes)
    }

    private func readRaw(
        into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(InputError) -> Int {
        if headUsed < head.count {
            let count = min(output.count, head.count - headUsed)
            output.baseAddress!.update(from: head.bytes.baseAddress! + headUsed, count: count)
            headUsed += count
            return count
        }
        return try readDescriptor(output)
    }

    private func readDescriptor(
        _ output: UnsafeMutableBufferPointer<UInt8>
    ) throws(InputError) -> Int {
        while true {
            let count = Glibc.read(descriptor, output.baseAddress!, output.count)
            let error = errno
            if count >= 0 {
                position += count
                return count
            }
            if error == EAGAIN {
                // The other end of a pipe may have made it non-blocking.
                var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                _ = poll(&wait, 1, -1)
            } else if error != EINTR {
                throw .file(name: name, error)
            }
        }
    }

    /// Appends everything up to the end.
    ///
    /// - Throws: ``InputError/file(name:reason:)``, also for more than a text may have.
    public func readAll(into buffer: inout ByteBuffer) throws(InputError) {
        while true {
            let chunk = 1 << 17
            buffer.reserve(chunk)
            let count = try read(into: UnsafeMutableBufferPointer(start: buffer.end, count: chunk))
            if count == 0 { return }
            buffer.advance(by: count)
            if buffer.count > Segmenter.maximumLength {
                throw .file(name: name, reason: Self.tooLong)
            }
        }
    }

    /// Everything up to the end.
    ///
    /// - Throws: ``InputError/file(name:reason:)``, also for more than a text may have.
    public func readAll() throws(InputError) -> [UInt8] {
        var buffer = ByteBuffer()
        try readAll(into: &buffer)
        return buffer.array
    }

    /// What is said of a text that cannot be segmented at once.
    static let tooLong =
        "a text of more than \(Segmenter.maximumLength) bytes: cut it into documents"
}
