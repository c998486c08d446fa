import Dragoman
import Segmentation

/// One mention a row, as JSON Lines that tables are made of: pyarrow, DuckDB and Polars read them without options, and with
/// their types. ``RowColumn`` says what stands in them.
///
/// They guess types by the first rows: so numbers are never negative, and a text that there is none of is empty and never
/// `null`. (DuckDB makes a `DATE` of a column that has nothing but days.)
public struct RowsDocumentWriter: DocumentWriter {
    /// The unit in which offsets count.
    public let unit: OffsetUnit

    public init(unit: OffsetUnit = .codepoint) { self.unit = unit }

    public func write(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
    ) {
        write(document, of: ParsedDocument(utf8: utf8), to: &output)
    }

    public func write(
        _ document: Document, of parsed: ParsedDocument, to output: inout ByteBuffer
    ) {
        var json = JSONWriter(buffer: output)
        document.writeRows(of: parsed, unit: unit, to: &json)
        output = json.finish()
    }
}

extension JSONWriter: RowWriter {
    mutating func startRow() { openObject() }

    mutating func put(_ number: Int, _ column: RowColumn) {
        key(column.name)
        integer(number)
    }

    mutating func put(_ text: borrowing String, _ column: RowColumn) {
        key(column.name)
        string(text)
    }

    mutating func put(_ utf8: UnsafeBufferPointer<UInt8>, _ column: RowColumn) {
        key(column.name)
        string(utf8: utf8)
    }

    mutating func endRow() {
        closeObject()
        newline()
    }
}
