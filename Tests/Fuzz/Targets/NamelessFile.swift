import Glibc

/// A file without a name, which is gone when it is closed; a path of the process leads to it.
struct NamelessFile: ~Copyable {
    private let descriptor: Int32
    var path: String { "/proc/self/fd/\(descriptor)" }

    init(_ bytes: [UInt8]) {
        // In memory, not on a disk.
        var name = Array("/dev/shm/fuzz-XXXXXX".utf8CString)
        descriptor = mkstemp(&name)
        precondition(descriptor >= 0, "no file in memory")
        unlink(name)
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress! + written, bytes.count - written)
            }
            precondition(count > 0, "no memory for a file")
            written += count
        }
    }

    deinit { close(descriptor) }
}
