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

    private let options: InputOptions
    private let names: JSONLine.Names
    private var format = InputFormat.text
    private var batch = Batch()
    private var start = 0
    private var number = 0
    private var isDone = true
    /// Texts that do not stand in the batch as they are: unescaped or mended.
    private var scratch = ByteBuffer()
    private var pages = PageReader()
    private var table: TableReader
    private var archive: WARCReader

    public init(_ options: InputOptions) {
        self.options = options
        names = JSONLine.Names(options.fields)
        table = TableReader(longestRow: options.longestLine)
        archive = WARCReader(options)
    }

    public init(
        format: InputFormat, fields: InputFields = InputFields(),
        longestLine: Int = BatchReader.longestLine
    ) {
        var options = InputOptions(format)
        options.fields = fields
        options.longestLine = longestLine
        self.init(options)
    }

    /// Goes on with the documents of `batch`, which must stay as it is until all were read.
    public mutating func read(_ batch: Batch) {
        self.batch = batch
        format = batch.format
        start = 0
        number = batch.firstLine - 1
        isDone = false
        scratch.removeAll(keepingAtMost: Batch.size * 4)
        if let delimiter = format.delimiter { table.read(batch, delimiter: delimiter) }
        if format == .warc { archive.read(batch) }
    }

    /// The next document or the next error of the batch; `nil` after the last.
    public mutating func next() -> Item? {
        switch format {
        case .text, .html:
            if !isDone, batch.failure == nil {
                isDone = true
                return whole()
            }
        case .lines:
            if let line = nextLine() { return self.line(line) }
        case .jsonl:
            while let line = nextLine() {
                if !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return json(line) }
            }
        case .csv, .tsv:
            if let row = table.next() { return self.row(row) }
        case .warc:
            if let record = archive.next() { return self.record(record) }
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

    /// The whole input.
    private mutating func whole() -> Item {
        number = 1
        let bytes = batch.bytes.bytes
        let document =
            format == .html
            ? pages.document(bytes, id: batch.path, options.encoding)
            : ParsedDocument(bytes, id: batch.path, options.encoding, scratch: &scratch)
        let length = max(document.utf8.count, document.source?.utf8?.count ?? 0)
        if length <= Segmenter.maximumLength { return item(document) }
        return .failure(.file(name: batch.name, reason: ByteSource.tooLong))
    }

    private mutating func line(_ line: UnsafeBufferPointer<UInt8>) -> Item {
        if line.count > options.longestLine {
            return failure(BatchReader.tooLong(options.longestLine))
        }
        return item(ParsedDocument(line, id: lineID, scratch: &scratch))
    }

    private var lineID: String { (batch.path.map { $0 + ":" } ?? "") + String(number) }

    private mutating func json(_ line: UnsafeBufferPointer<UInt8>) -> Item {
        if line.count > options.longestLine {
            return failure(BatchReader.tooLong(options.longestLine))
        }
        scratch.removeAll()
        var scanner = JSONLine(line)
        if let document = scanner.document(names, &scratch) { return item(document) }
        do {
            let input = try CarefulReader.document(Array(line), options.fields)
            return item(ParsedDocument(input, scratch: &scratch))
        } catch {
            return failure(error.description)
        }
    }

    private mutating func row(_ row: TableReader.Item) -> Item {
        switch row {
        case .document(let text, let id, let date, let line):
            number = line
            return item(ParsedDocument(text, id: id ?? lineID, date: date, scratch: &scratch))
        case .failure(let line, let reason):
            number = line
            return failure(reason)
        }
    }

    private mutating func record(_ record: WARCReader.Item) -> Item {
        switch record {
        case .document(let document, let number):
            self.number = number
            return item(document)
        case .failure(let offset, let reason):
            return .failure(.record(name: batch.name, offset: offset, reason: reason))
        }
    }

    private func item(_ document: consuming ParsedDocument) -> Item {
        if document.id.map({ $0.utf8.count > ParsedDocument.longestID }) == true {
            return failure(ParsedDocument.tooLongID)
        }
        document.place = DocumentPlace(input: batch.input, line: number)
        return .document(document)
    }

    private func failure(_ reason: String) -> Item {
        .failure(.line(name: batch.name, number: number, reason: reason))
    }
}
