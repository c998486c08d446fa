import Glibc
import Segmentation

/// A file or standard input, read in chunks.
public final class ByteSource {
    /// What errors call it.
    public let name: String
    /// The path, where it is a file.
    public let path: String?
    private let descriptor: Int32

    /// Standard input.
    public init() {
        name = "standard input"
        path = nil
        descriptor = STDIN_FILENO
    }

    /// The file at `path`.
    ///
    /// - Throws: ``InputError/file(name:reason:)``.
    public init(path: String) throws(InputError) {
        name = path
        self.path = path
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

    /// Appends the next bytes to `buffer`; `false` at the end.
    func read(into buffer: inout [UInt8]) throws(InputError) -> Bool {
        let chunk = 1 << 17
        let start = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: chunk))
        while true {
            let count = buffer.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress! + start, chunk)
            }
            let error = errno
            if count >= 0 {
                buffer.removeLast(chunk - count)
                return count > 0
            }
            if error == EAGAIN {
                // The other end of a pipe may have made it non-blocking.
                var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                _ = poll(&wait, 1, -1)
            } else if error != EINTR {
                buffer.removeLast(chunk)
                throw .file(name: name, error)
            }
        }
    }

    /// Everything up to the end.
    ///
    /// - Throws: ``InputError/file(name:reason:)``, also for more than a text may have.
    public func readAll() throws(InputError) -> [UInt8] {
        var bytes: [UInt8] = []
        while try read(into: &bytes) {
            if bytes.count > Segmenter.maximumLength {
                throw .file(name: name, reason: Self.tooLong)
            }
        }
        return bytes
    }

    /// What is said of a text that cannot be segmented at once.
    static let tooLong =
        "a text of more than \(Segmenter.maximumLength) bytes: cut it into documents"
}

/// What can be wrong with an input.
public enum InputError: Error, Equatable, CustomStringConvertible {
    /// It cannot be opened or read.
    case file(name: String, reason: String)
    /// A line is no document; lines count from 1.
    case line(name: String, number: Int, reason: String)

    static func file(name: String, _ error: Int32) -> Self {
        .file(name: name, reason: String(cString: strerror(error)))
    }

    public var description: String {
        switch self {
        case .file(let name, let reason): "\(name): \(reason)"
        case .line(let name, let number, let reason): "\(name):\(number): \(reason)"
        }
    }
}
