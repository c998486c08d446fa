import Glibc

/// Standard output and standard error.
enum Console {
    /// Writes bytes to standard output.
    ///
    /// - Throws: ``OutputError`` when they cannot be written; a closed pipe ends the process by its signal.
    static func write(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) throws(OutputError) {
        try write(UnsafeBufferPointer(rebasing: bytes), to: STDOUT_FILENO)
    }

    static func write(_ bytes: [UInt8]) throws(OutputError) {
        try bytes.withUnsafeBufferPointer { (bytes) throws(OutputError) in
            try write(bytes, to: STDOUT_FILENO)
        }
    }

    static func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

    static func write(_ text: StaticString) throws(OutputError) {
        let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        try write(bytes, to: STDOUT_FILENO)
    }

    /// Writes lines to standard error.
    static func complain(_ message: String) {
        say(message.split(separator: "\n").map { "dragoman: \($0)\n" }.joined())
    }

    /// Writes a text to standard error as it is.
    static func say(_ text: String) {
        var text = text
        text.withUTF8 { try? write($0, to: STDERR_FILENO) }
    }

    /// Writes bytes to any open file.
    static func write(
        _ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32
    ) throws(OutputError) {
        var written = 0
        while written < bytes.count {
            let count = Glibc.write(
                descriptor, bytes.baseAddress! + written, bytes.count - written)
            let error = errno
            if count >= 0 {
                written += count
            } else if error == EAGAIN {
                // The other end of a pipe may have made it non-blocking.
                var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&wait, 1, -1)
            } else if error != EINTR {
                throw OutputError(description: "cannot write: \(String(cString: strerror(error)))")
            }
        }
    }
}

/// Why results could not be written.
struct OutputError: Error, CustomStringConvertible {
    let description: String
}

/// A file that a sub-command was asked to judge is bad.
struct BadInput: Error, CustomStringConvertible {
    let description: String
}
