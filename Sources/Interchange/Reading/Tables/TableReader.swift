/// Reads the rows of a batch as documents.
///
/// A row that is not as it should be is an error; a quoted field that does not end, or makes its row too long, takes the
/// first line of its row with it, and what follows is read again.
struct TableReader: ~Copyable {
    private let longestRow: Int
    private var delimiter: UInt8 = 0
    private var row = Row()
    private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private var columns: TableColumns?
    private var start = 0
    private var nextLine = 1
    /// Where the line that is read ends, behind its line feed; rows that end in a carriage return may be several in it.
    private var lineEnd = 0
    private var unquoted = ByteBuffer()
    /// Of the rows whose first line ends before `until` and does not end them, where they end; `nil` if they do not.
    ///
    /// A field that is open at a line break stays open up to the same quote, wherever it was opened: so no bytes are looked
    /// through once for each of many rows that do not end.
    private var open: (until: Int, rowEnd: Int?) = (0, nil)
    private var openReason = TableReader.endless
    /// Bytes that were looked at for the ends of rows.
    private(set) var work = 0

    private static let endless = "a quoted field that does not end"

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
        lineEnd = 0
        nextLine = batch.firstLine
        open = (batch.isOpen ? bytes.count : 0, nil)
        openReason = batch.isOpen ? RowFraming.tooLong(longestRow) : Self.endless
    }

    /// The next document or error; `nil` after the last. A document holds until the next is read.
    mutating func next() -> Item? {
        while start < bytes.count, let columns {
            let line = nextLine
            findLineEnd()
            guard let end = rowEnd() else {
                pass(to: lineEnd)
                return .failure(line: line, reason: openReason)
            }
            let content = bytes.withoutLineBreak(start..<end)
            if content.count > longestRow {
                if end > lineEnd { open = (end, end) }
                pass(to: min(lineEnd, end))
                return .failure(line: line, reason: RowFraming.tooLong(longestRow))
            }
            pass(to: end)
            if content.isEmpty { continue }
            row.read(bytes, content, delimiter: delimiter)
            if let reason = fault(columns) { return .failure(line: line, reason: reason) }
            return document(columns, line)
        }
        return nil
    }

    /// Goes on behind some lines.
    private mutating func pass(to end: Int) {
        nextLine += UnsafeBufferPointer(rebasing: bytes[start..<end]).lineBreaks
        start = end
    }

    private mutating func findLineEnd() {
        if start < lineEnd { return }
        lineEnd = min(bytes.index(of: UInt8(ascii: "\n"), from: start) + 1, bytes.count)
        work += lineEnd - start
    }

    /// Where the row that starts here ends; `nil` if it does not.
    private mutating func rowEnd() -> Int? {
        var scanner = RowScanner(delimiter: delimiter)
        defer { work += scanner.work }
        let line = UnsafeBufferPointer(rebasing: bytes[..<lineEnd])
        if let end = scanner.rowEnd(line, from: start) { return end }
        if scanner.isQuoted, lineEnd < open.until { return open.rowEnd }
        let end = scanner.rowEnd(bytes, from: lineEnd)
        if end == nil, scanner.isQuoted {
            open = (bytes.count, nil)
            return nil
        }
        return end ?? bytes.count
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
    func withoutLineBreak(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        if end > range.lowerBound, self[end - 1] == UInt8(ascii: "\n") { end -= 1 }
        if end > range.lowerBound, self[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return range.lowerBound..<end
    }
}
