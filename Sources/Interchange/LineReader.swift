import Glibc

/// A file or standard input, read in chunks.
public final class ByteSource {
    /// What errors call it.
    public let name: String
    private let descriptor: Int32
    private let closes: Bool

    /// Standard input.
    public init() {
        name = "standard input"
        descriptor = STDIN_FILENO
        closes = false
    }

    /// The file at `path`.
    ///
    /// - Throws: ``InputError/file(name:reason:)``.
    public init(path: String) throws(InputError) {
        name = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        closes = true
        guard descriptor >= 0 else {
            throw .file(name: path, reason: String(cString: strerror(errno)))
        }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            throw .file(name: path, reason: String(cString: strerror(EISDIR)))
        }
    }

    deinit { if closes && descriptor >= 0 { close(descriptor) } }

    /// Appends the next bytes to `buffer`; `false` at the end.
    func read(into buffer: inout [UInt8]) throws(InputError) -> Bool {
        let chunk = 1 << 17
        while true {
            let start = buffer.count
            buffer.append(contentsOf: repeatElement(0, count: chunk))
            let count = buffer.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress! + start, chunk)
            }
            let error = errno
            buffer.removeLast(chunk - max(count, 0))
            if count > 0 { return true }
            if count == 0 { return false }
            if error != EINTR {
                throw .file(name: name, reason: String(cString: strerror(error)))
            }
        }
    }

    /// Everything up to the end.
    public func readAll() throws(InputError) -> [UInt8] {
        var bytes: [UInt8] = []
        while try read(into: &bytes) {}
        return bytes
    }
}

/// What can be wrong with an input.
public enum InputError: Error, Equatable, CustomStringConvertible {
    /// It cannot be opened or read.
    case file(name: String, reason: String)
    /// A line is no document.
    case line(name: String, number: Int, reason: String)

    public var description: String {
        switch self {
        case .file(let name, let reason): "\(name): \(reason)"
        case .line(let name, let number, let reason): "\(name):\(number): \(reason)"
        }
    }
}

/// The lines of a source, of any length, without their ends (`\n` or `\r\n`).
public struct LineReader {
    private let source: ByteSource
    private var buffer: [UInt8] = []
    private var start = 0
    /// Where to go on looking for a line end, so that a long line is looked through once.
    private var searched = 0
    private var isAtEnd = false
    /// Number of the line read last, from 1.
    public private(set) var number = 0

    public init(_ source: ByteSource) { self.source = source }

    /// The next line; `nil` after the last.
    public mutating func next() throws(InputError) -> ArraySlice<UInt8>? {
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer {
                    start = end + 1
                    searched = start
                }
                return line(upTo: end)
            }
            searched = buffer.count
            if isAtEnd {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                return line(upTo: buffer.count)
            }
            if start > 0 {
                buffer.removeFirst(start)
                searched -= start
                start = 0
            }
            isAtEnd = try !source.read(into: &buffer)
        }
    }

    private mutating func line(upTo end: Int) -> ArraySlice<UInt8> {
        number += 1
        let hasReturn = end > start && buffer[end - 1] == UInt8(ascii: "\r")
        return buffer[start..<(hasReturn ? end - 1 : end)]
    }
}
