import CSystem
import Glibc
import Grammar
import Interchange

/// Standard output and standard error.
enum Console {
    /// Writes whole lines to standard output.
    ///
    /// - Throws: ``OutputError`` when they cannot be written; a closed pipe ends the process by its signal.
    static func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(OutputError) {
        csystem_begin_writing()
        var count = 0
        let error = put(bytes, to: STDOUT_FILENO, &count)
        csystem_end_writing(count)
        if let error { throw OutputError(error, torn: bytes[..<count]) }
    }

    static func write(_ bytes: [UInt8]) throws(OutputError) {
        try bytes.withUnsafeBufferPointer { (bytes) throws(OutputError) in try write(bytes) }
    }

    static func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

    static func write(_ text: StaticString) throws(OutputError) {
        try write(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Writes an error to standard error, a line for each of its mistakes.
    static func complain(_ error: any Error) {
        switch error {
        case let bad as BadInput: complain(bad.cause)
        case let mistakes as GrammarErrors: for mistake in mistakes.errors { complain(mistake) }
        default: complain("\(error)")
        }
    }

    /// Writes a line to standard error, in which nothing moves the cursor or hides what stands beside it.
    static func complain(_ message: String) { say("dragoman: \(message.visible)\n") }

    /// Writes a text to standard error as it is.
    static func say(_ text: String) {
        var text = text
        csystem_begin_writing()
        defer { csystem_end_writing(0) }
        var count = 0
        _ = text.withUTF8 { put($0, to: STDERR_FILENO, &count) }
    }

    /// Writes bytes to any open file, counts them, and gives the system's error if it could not write all.
    static func put(
        _ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32, _ written: inout Int
    ) -> Int32? {
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
                return error
            }
        }
        return nil
    }
}

/// Why results could not be written.
struct OutputError: Error, CustomStringConvertible {
    let description: String

    init(description: String) { self.description = description }

    /// What standard output has got when it could take no more.
    ///
    /// - Parameter tail: the last bytes that it took, those before which were whole lines.
    fileprivate init(_ error: Int32, torn tail: Slice<UnsafeBufferPointer<UInt8>>) {
        let written = csystem_output_bytes()
        let torn = tail.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
        let end = torn > 0 ? ", the last \(torn) of them a torn line" : ""
        let amount = written > 0 ? "\(written) bytes are written\(end)" : "nothing is written"
        description = "cannot write: \(String(cString: strerror(error))) (\(amount))"
    }
}

/// A file that a sub-command was asked to judge is bad.
struct BadInput: Error {
    let cause: any Error
}
