import Glibc

/// Standard output and standard error.
enum Console {
    /// Writes bytes to standard output.
    ///
    /// - Throws: ``OutputError`` when they cannot be written; a closed pipe ends the process by its signal.
    static func write(_ bytes: [UInt8]) throws(OutputError) {
        try write(bytes, to: STDOUT_FILENO)
    }

    static func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

    /// Writes lines to standard error.
    static func complain(_ message: String) {
        let lines = message.split(separator: "\n").map { "dragoman: \($0)\n" }
        try? write(Array(lines.joined().utf8), to: STDERR_FILENO)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(OutputError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress! + written, bytes.count - written)
            }
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

/// How the process ends.
enum ExitCode {
    static let done: Int32 = 0
    /// Some input was bad; what was good is out.
    static let badInput: Int32 = 1
    static let usage: Int32 = 2

    static func of(_ error: any Error) -> Int32 {
        error is OutputError || error is BadInput ? badInput : usage
    }
}
