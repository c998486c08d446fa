import Glibc
import Segmentation

/// The lines of a source, of any length, without their ends (`\n` or `\r\n`).
///
/// Time is linear in the bytes, memory that of the longest line. Input in UTF-16 or UTF-32, told by its byte order mark,
/// is read whole and decoded first.
public struct LineReader {
    private let source: ByteSource
    private var buffer: [UInt8] = []
    private var start = 0
    /// Where to go on looking for a line end, so that a long line is looked through once.
    private var searched = 0
    private var isAtEnd = false
    private var isMarkChecked = false
    /// Number of the line read last, from 1.
    public private(set) var number = 0

    public init(_ source: ByteSource) { self.source = source }

    /// The next line; `nil` after the last.
    ///
    /// - Throws: ``InputError/file(name:reason:)``.
    public mutating func next() throws(InputError) -> [UInt8]? {
        if !isMarkChecked { try checkMark() }
        while true {
            if let end = lineEnd() {
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
            if buffer.count > Segmenter.maximumLength {
                throw .file(name: source.name, reason: ByteSource.tooLong)
            }
            isAtEnd = try !source.read(into: &buffer)
        }
    }

    private mutating func line(upTo end: Int) -> [UInt8] {
        number += 1
        let hasReturn = end > start && buffer[end - 1] == UInt8(ascii: "\r")
        return Array(buffer[start..<(hasReturn ? end - 1 : end)])
    }

    /// `memchr` looks at sixteen bytes or more at a time.
    private func lineEnd() -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, searched < bytes.count else { return nil }
            let found = memchr(base + searched, 0x0A, bytes.count - searched)
            return found.map { UnsafeRawPointer($0) - base }
        }
    }

    private mutating func checkMark() throws(InputError) {
        isMarkChecked = true
        while buffer.count < 4, !isAtEnd { isAtEnd = try !source.read(into: &buffer) }
        let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF], [0, 0, 0xFE, 0xFF]]
        guard marks.contains(where: buffer.starts) else { return }
        buffer += try source.readAll()
        isAtEnd = true
        buffer = TextDecoding.decode(buffer).utf8
    }
}
