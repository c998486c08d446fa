import Glibc
import Interchange

/// The output of a run that was cut off, with which this one goes on.
///
/// Output has the input's order: the lines of the one are those of the first good documents of the other. So both are read
/// side by side, which takes the memory of one line and none for each id. The last whole line is made again to see that it
/// would come out as it did; only then is the file changed.
final class Resumption {
    private let path: String
    private let extract: Extract
    private let writer: any ResumableWriter
    private let descriptor: Int32
    private var lines: TextLines
    /// The next line whose document was not met yet.
    private var line: [UInt8]?
    private var parser: DocumentParser
    /// Where the last whole line ends.
    private var end = 0
    /// What follows it.
    private var torn: [UInt8] = []

    /// - Throws: ``UsageError``, or `InputError` for a file that cannot be read and written.
    init(path: String, _ extract: Extract) throws {
        guard let writer = extract.writer as? any ResumableWriter, writer.hasLines,
            extract.folder == nil
        else {
            throw UsageError(
                description: "--resume goes with --output json or jsonl, a line a document")
        }
        self.path = path
        self.extract = extract
        self.writer = writer
        parser = DocumentParser(extract.input)
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Self.failure(path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw UsageError(description: "\(path): --resume needs a file")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw UsageError(description: "\(path): another run writes to it")
        }
        lines = TextLines(try ByteSource(path: path), longestLine: 1 << 40)
        try advance()
        if line == nil { try goOn() }
    }

    /// Whether all lines have met their documents.
    var isOver: Bool { line == nil }

    /// How many of the documents that `batch` starts with are done.
    ///
    /// - Throws: ``UsageError`` where a line is not of the document in its place.
    func documentsDone(in batch: Batch) throws -> Int {
        parser.read(batch)
        var count = 0
        while let line, let item = parser.next() {
            guard case .document(let document) = item else { continue }
            guard writer.isLine(line, of: document) else {
                throw refusal("its line \(lines.number) is not of the input's document there")
            }
            count += 1
            try advance()
            if self.line == nil {
                try check(line, of: document)
                try goOn()
            }
        }
        return count
    }

    /// To be called at the end of the input.
    func finish() throws(UsageError) {
        if line != nil { throw refusal("it has more documents than the input") }
    }

    private func advance() throws {
        line = try lines.next()
        if let line, !lines.isWhole {
            torn = line
            self.line = nil
        } else {
            end = lines.position
        }
    }

    private func check(_ line: [UInt8], of document: ParsedDocument) throws {
        var output = ByteBuffer()
        try extract.write(document, to: &output)
        guard output.bytes.dropLast().elementsEqual(line) else {
            throw refusal("its last line would come out otherwise now: other options or versions?")
        }
    }

    /// Makes what follows the last whole line standard output.
    private func goOn() throws {
        let start = writer.lineStart
        guard end > 0 || torn.starts(with: start) || start.starts(with: torn) else {
            throw refusal("it does not start as output does")
        }
        guard ftruncate(descriptor, off_t(end)) == 0, lseek(descriptor, 0, SEEK_END) >= 0,
            dup2(descriptor, STDOUT_FILENO) >= 0
        else { throw Self.failure(path) }
        if !torn.isEmpty {
            Console.complain("\(path): a torn line of \(torn.count) bytes was cut off")
        }
    }

    private func refusal(_ reason: String) -> UsageError {
        UsageError(description: "\(path) cannot be gone on with: \(reason)")
    }

    private static func failure(_ path: String) -> UsageError {
        UsageError(description: "\(path): \(String(cString: strerror(errno)))")
    }
}
