import Glibc

/// Hands out the path of a file that has these bytes and is gone afterwards: in memory, not on a disk.
func withFile<Result>(_ bytes: [UInt8], _ body: (_ path: String) throws -> Result) rethrows
    -> Result
{
    var name = Array("/dev/shm/fuzz-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    precondition(descriptor >= 0, "no file in memory")
    unlink(name)
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
        let count = bytes.withUnsafeBytes {
            write(descriptor, $0.baseAddress! + written, bytes.count - written)
        }
        precondition(count > 0, "no memory for a file")
        written += count
    }
    return try body("/proc/self/fd/\(descriptor)")
}
