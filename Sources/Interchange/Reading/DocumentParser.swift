import Dragoman
import Glibc
import Segmentation

/// Reads the documents of one batch after another; a bad line is an error, and the next is read all the same.
///
/// A line that is as it should be is scanned in place (``JSONLine``); any other is read by ``CarefulReader``, which knows
/// what is wrong or how to mend it.
public struct DocumentParser: ~Copyable {
    public enum Item {
        case document(ParsedDocument)
        case failure(InputError)
    }

    private let format: InputFormat
    private let fields: InputFields
    private let names: JSONLine.Names
    private let longestLine: Int
    private var batch = Batch()
    private var start = 0
    private var number = 0
    private var isDone = true
    /// Texts that do not stand in the batch as they are: unescaped or mended.
    private var scratch = ByteBuffer()

    public init(
        format: InputFormat, fields: InputFields = InputFields(),
        longestLine: Int = BatchReader.longestLine
    ) {
        self.format = format
        self.longestLine = longestLine
        self.fields = fields
        names = JSONLine.Names(fields)
    }

    /// Goes on with the documents of `batch`, which must stay as it is until all were read.
    public mutating func read(_ batch: Batch) {
        self.batch = batch
        start = 0
        number = batch.firstLine - 1
        isDone = false
        scratch.removeAll(keepingAtMost: Batch.size * 4)
    }

    /// The next document or the next error of the batch; `nil` after the last.
    public mutating func next() -> Item? {
        switch format {
        case .text:
            if !isDone, batch.failure == nil {
                isDone = true
                return text()
            }
        case .lines:
            if let line = nextLine() { return self.line(line) }
        case .jsonl:
            while let line = nextLine() {
                if !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return json(line) }
            }
        }
        defer { isDone = true }
        return isDone ? nil : batch.failure.map { .failure($0) }
    }

    /// The next line without its end (`\n` or `\r\n`).
    private mutating func nextLine() -> UnsafeBufferPointer<UInt8>? {
        let bytes = batch.bytes.bytes
        guard start < bytes.count, let base = bytes.baseAddress else { return nil }
        let feed = memchr(base + start, 0x0A, bytes.count - start)
        var end = feed.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
        let first = start
        start = end + 1
        number += 1
        if end > first, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return UnsafeBufferPointer(start: base + first, count: end - first)
    }

    private mutating func text() -> Item {
        number = 1
        let document = ParsedDocument(batch.bytes.bytes, id: batch.path, scratch: &scratch)
        if document.utf8.count <= Segmenter.maximumLength { return item(document) }
        return .failure(.file(name: batch.name, reason: ByteSource.tooLong))
    }

    private mutating func line(_ line: UnsafeBufferPointer<UInt8>) -> Item {
        if line.count > longestLine { return failure(BatchReader.tooLong(longestLine)) }
        let id = (batch.path.map { $0 + ":" } ?? "") + String(number)
        return item(ParsedDocument(line, id: id, scratch: &scratch))
    }

    private mutating func json(_ line: UnsafeBufferPointer<UInt8>) -> Item {
        if line.count > longestLine { return failure(BatchReader.tooLong(longestLine)) }
        scratch.removeAll()
        var scanner = JSONLine(line)
        if let document = scanner.document(names, &scratch) { return item(document) }
        do {
            let input = try CarefulReader.document(Array(line), fields)
            return item(ParsedDocument(input, scratch: &scratch))
        } catch {
            return failure(error.description)
        }
    }

    private func item(_ document: consuming ParsedDocument) -> Item {
        document.place = DocumentPlace(input: batch.input, line: number)
        return .document(document)
    }

    private func failure(_ reason: String) -> Item {
        .failure(.line(name: batch.name, number: number, reason: reason))
    }
}
