/// Reads the rows of a batch as documents.
///
/// A row that is not as it should be is an error; a quoted field without end takes the first line of its row with it, and
/// what follows is read again.
struct TableReader: ~Copyable {
    private let longestRow: Int
    private var delimiter: UInt8 = 0
    private var row = Row()
    private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private var columns: TableColumns?
    private var start = 0
    private var nextLine = 1
    private var unquoted = ByteBuffer()

    enum Item {
        case document(text: UnsafeBufferPointer<UInt8>, id: String?, date: String?, line: Int)
        case failure(line: Int, reason: String)
    }

    init(longestRow: Int) { self.longestRow = longestRow }

    mutating func read(_ batch: Batch, delimiter: UInt8) {
        self.delimiter = delimiter
        bytes = batch.bytes.bytes
        columns = batch.columns
        start = 0
        nextLine = batch.firstLine
    }

    /// The next document or error; `nil` after the last. A document holds until the next is read.
    mutating func next() -> Item? {
        while start < bytes.count, let columns {
            let line = nextLine
            var scanner = RowScanner(delimiter: delimiter)
            let end = scanner.rowEnd(bytes, from: start) ?? bytes.count
            if scanner.isQuoted, end == bytes.count {
                let feed = bytes.index(of: UInt8(ascii: "\n"), from: start)
                start = min(feed + 1, bytes.count)
                nextLine += 1
                return .failure(line: line, reason: "a quoted field that does not end")
            }
            let range = start..<end
            nextLine += UnsafeBufferPointer(rebasing: bytes[range]).lineBreaks
            start = end
            let content = bytes.withoutLineBreak(range)
            if content.isEmpty { continue }
            if content.count > longestRow {
                return .failure(line: line, reason: RowFraming.tooLong(longestRow))
            }
            row.read(bytes, content, delimiter: delimiter)
            if let reason = fault(columns) { return .failure(line: line, reason: reason) }
            return document(columns, line)
        }
        return nil
    }

    private func fault(_ columns: TableColumns) -> String? {
        if let fault = row.fault { return fault }
        let count = row.fields.count
        if columns.count > 0, count > columns.count {
            return "\(count) fields, where the header has \(columns.count)"
        }
        return columns.text < count ? nil : "no field \(columns.text + 1), which is the text"
    }

    private mutating func document(_ columns: TableColumns, _ line: Int) -> Item {
        let fields = row.fields
        func string(_ column: Int?) -> String? {
            guard let column, column < fields.count, !fields[column].range.isEmpty else {
                return nil
            }
            return Row.string(fields[column], of: bytes)
        }
        let field = fields[columns.text]
        var text = UnsafeBufferPointer(rebasing: bytes[field.range])
        if field.isDoubled {
            unquoted.removeAll(keepingAtMost: Batch.size * 4)
            Row.append(field, of: bytes, to: &unquoted)
            text = unquoted.bytes
        }
        return .document(text: text, id: string(columns.id), date: string(columns.date), line: line)
    }

    /// The fields of the row that starts the bytes, and where the next row starts.
    static func header(
        _ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8
    ) -> (fields: [String], end: Int) {
        var scanner = RowScanner(delimiter: delimiter)
        let end = scanner.rowEnd(bytes, from: 0) ?? bytes.count
        var row = Row()
        row.read(bytes, bytes.withoutLineBreak(0..<end), delimiter: delimiter)
        return (row.fields.map { Row.string($0, of: bytes) }, end)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// A range of a line without its break.
    fileprivate func withoutLineBreak(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        if end > range.lowerBound, self[end - 1] == UInt8(ascii: "\n") { end -= 1 }
        if end > range.lowerBound, self[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return range.lowerBound..<end
    }
}
