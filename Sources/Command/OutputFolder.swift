import CSystem
import Glibc
import Interchange

/// A folder in which each document gets a file of its own, named by its id; with brat's, the text stands beside it.
///
/// A file that is there already is left as it is and complained of: people may have worked on it, or two documents have
/// one id, of which any may be the first where there are several `--jobs`.
struct OutputFolder: Sendable {
    let path: String
    let format: OutputFormat
    private let header: StaticString
    private let footer: StaticString

    /// Makes the folder, unless it is there.
    init(path: String, format: OutputFormat, writer: any DocumentWriter) throws(UsageError) {
        self.path = path
        self.format = format
        header = writer.header
        footer = writer.footer
        if mkdir(path, 0o777) != 0, errno != EEXIST {
            throw UsageError(description: "\(path): \(String(cString: strerror(errno)))")
        }
    }

    /// Writes the file of a document.
    ///
    /// - Parameter output: what the writer made of it.
    func put(
        _ output: Slice<UnsafeBufferPointer<UInt8>>, of document: ParsedDocument
    ) throws(OutputError) {
        let name = Self.name(of: document)
        if format == .brat { try write([document.utf8], to: name + ".txt") }
        try write(
            [Self.bytes(header), UnsafeBufferPointer(rebasing: output), Self.bytes(footer)],
            to: "\(name).\(format.fileExtension)")
    }

    /// The id without `.txt`, what is not a letter or digit of ASCII or one of `-._` in percents, as is a `.` at its start;
    /// without id, the numbers of input and line.
    private static func name(of document: ParsedDocument) -> String {
        guard var id = document.id, !id.isEmpty else {
            return "\(document.place.input)-\(document.place.line)"
        }
        if id.hasSuffix(".txt"), id.utf8.count > 4 { id.removeLast(4) }
        var name = ""
        for byte in id.utf8 {
            switch byte {
            case UInt8(ascii: ".") where name.isEmpty: name += "%2E"
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F:
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                name += (byte < 16 ? "%0" : "%") + digits
            }
        }
        return name
    }

    /// Writes a file whole, or leaves none.
    private func write(
        _ parts: [UnsafeBufferPointer<UInt8>], to name: String
    ) throws(OutputError) {
        csystem_begin_writing()
        defer { csystem_end_writing(0) }
        let file = "\(path)/\(name)"
        func failure(_ error: Int32) -> OutputError {
            OutputError(description: "\(file): \(String(cString: strerror(error)))")
        }
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(errno) }
        defer { close(descriptor) }
        for part in parts {
            var written = 0
            if let error = Console.put(part, to: descriptor, &written) {
                unlink(file)
                throw failure(error)
            }
        }
    }

    private static func bytes(_ text: StaticString) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }
}
