import CArrow
import Dragoman
import Segmentation

/// A table of mentions in Arrow's layout: the columns of ``RowColumn``, and `error`.
///
/// A document that fails is a row with its id and its error, in which all else is null; of the other rows, `error` is.
package struct ArrowRows: ~Copyable {
    let columns = RowColumn.allCases.map { ArrowColumn(isNumber: $0.isNumber) }
    private(set) var count = 0
    /// Rows with errors, in their order.
    private(set) var errors: [(row: Int, message: String)] = []

    /// How many bytes a column of texts may have: what offsets of 32 bits can count.
    private let limit: Int

    init(limit: Int = Int(Int32.max)) { self.limit = limit }

    /// The mentions in the documents of a batch.
    ///
    /// - Parameters:
    ///   - batch: a struct of columns, of which `text`, `id` and `date` are read.
    ///   - unit: the unit in which offsets count.
    /// - Throws: ``ArrowError`` where that is no batch of texts.
    package init(
        _ batch: ArrowArray, _ schema: ArrowSchema, from extractor: Extractor, unit: OffsetUnit
    ) throws {
        self.init()
        let documents = try ArrowDocuments(batch, schema)
        var scratch = ByteBuffer()
        for row in 0..<documents.count {
            var id: String?
            do {
                id = try documents.id(row)
                let parsed = try documents.document(row, id: id, scratch: &scratch)
                try append(extractor.extract(parsed), utf8: parsed.utf8, unit: unit)
            } catch {
                append(error: error.description, id: id)
            }
            scratch.removeAll(keepingAtMost: Batch.size)
        }
    }

    /// Appends a row for each mention of a document.
    ///
    /// - Throws: where they do not fit, and leaves none of them behind.
    mutating func append(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, unit: OffsetUnit
    ) throws(ArrowError) {
        let count = count
        document.writeRows(of: ParsedDocument(utf8: utf8), unit: unit, to: &self)
        if columns.allSatisfy({ $0.byteCount <= limit }) { return }
        for column in columns { column.truncate(to: count) }
        self.count = count
        throw ArrowError("a column of the rows would take more than \(limit) bytes")
    }

    /// Appends a row for a document that failed.
    mutating func append(error: String, id: String?) {
        errors.append((count, error))
        put(id ?? "", .id)
        for column in RowColumn.allCases where column != .id {
            columns[column.rawValue].appendNothing()
        }
        count += 1
    }
}

extension ArrowRows: RowWriter {
    mutating func startRow() {}

    mutating func put(_ number: Int, _ column: RowColumn) {
        columns[column.rawValue].append(number)
    }

    mutating func put(_ text: borrowing String, _ column: RowColumn) {
        text.utf8.span.withUnsafeBufferPointer { columns[column.rawValue].append($0) }
    }

    mutating func put(_ utf8: UnsafeBufferPointer<UInt8>, _ column: RowColumn) {
        columns[column.rawValue].append(utf8)
    }

    mutating func endRow() { count += 1 }
}
