import Dragoman
import Glibc

/// A file that is there as long as this is.
final class ScratchFile {
    let path: String

    init(_ bytes: [UInt8]) throws {
        var template = Array("/tmp/dragoman-benchmark-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw BenchmarkError("no temporary file can be made") }
        close(descriptor)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        try Files.write(bytes, to: path)
    }

    deinit { unlink(path) }
}
