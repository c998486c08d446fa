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

    /// Writes a line to standard error.
    static func complain(_ message: String) {
        try? write(Array("dragoman: \(message)\n".utf8), to: STDERR_FILENO)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(OutputError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress! + written, bytes.count - written)
            }
            if count >= 0 {
                written += count
            } else if errno != EINTR {
                throw OutputError(description: "cannot write: \(String(cString: strerror(errno)))")
            }
        }
    }
}

/// Why results could not be written.
struct OutputError: Error, CustomStringConvertible {
    let description: String
}

/// How the process ends.
enum ExitCode {
    static let done: Int32 = 0
    /// Some input was bad; what was good is out.
    static let badInput: Int32 = 1
    static let usage: Int32 = 2
}
