import CArrow
import CText
import Segmentation

/// The documents of a batch: its columns `text`, `id` and `date`, of which the last two may be missing. Others are not
/// looked at.
struct ArrowDocuments {
    /// How many rows there are.
    let count: Int
    private let texts: ArrowTexts
    private let ids: ArrowTexts?
    private let dates: ArrowTexts?
    /// Of the first row in the columns.
    private let offset: Int

    /// - Throws: where that is no batch of texts.
    init(_ batch: ArrowArray, _ schema: ArrowSchema) throws(ArrowError) {
        guard batch.release != nil, schema.release != nil else {
            throw ArrowError("the batch was released")
        }
        guard let format = schema.format, String(cString: format) == "+s" else {
            throw ArrowError("not a batch: a struct of columns is wanted")
        }
        guard batch.n_children == schema.n_children, batch.null_count <= 0, batch.length >= 0,
            batch.offset >= 0
        else { throw ArrowError("not a batch: array and schema do not fit, or rows are null") }
        let columns = Columns(batch, schema)
        guard let texts = try columns["text"] else { throw ArrowError("no column “text”") }
        self.texts = texts
        ids = try columns["id"]
        dates = try columns["date"]
        count = Int(batch.length)
        offset = Int(batch.offset)
    }

    /// The id of a row.
    func id(_ row: Int) throws(ArrowError) -> String? { try string(ids, row) }

    /// The document of a row.
    ///
    /// - Parameter scratch: where the text goes, if it is no UTF-8.
    /// - Throws: where there is none.
    func document(
        _ row: Int, id: String?, scratch: inout ByteBuffer
    ) throws(ArrowError) -> ParsedDocument {
        guard let bytes = try texts.text(row + offset) else { throw ArrowError("the text is null") }
        guard bytes.count <= Segmenter.maximumLength else {
            throw ArrowError("a text of more than \(Segmenter.maximumLength) bytes")
        }
        let date = try string(dates, row)
        var document = ParsedDocument(id: id, date: date, utf8: bytes)
        if texts.isBinary {
            document = ParsedDocument(bytes, id: id, date: date, scratch: &scratch)
        } else if let first = bytes.baseAddress, !ctext_is_utf8(first, bytes.count) {
            // A mark in a string is a character of it: only the one before it is left out.
            let input = InputDocument(bytes: [0xEF, 0xBB, 0xBF] + bytes, id: id, date: date)
            document = ParsedDocument(input, scratch: &scratch)
        }
        guard document.utf8.count <= Segmenter.maximumLength else {
            throw ArrowError("a text of more than \(Segmenter.maximumLength) bytes once decoded")
        }
        return document
    }

    private func string(_ column: ArrowTexts?, _ row: Int) throws(ArrowError) -> String? {
        try column?.text(row + offset).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The columns of a batch by their names.
    private struct Columns {
        let batch: ArrowArray
        let schema: ArrowSchema

        init(_ batch: ArrowArray, _ schema: ArrowSchema) {
            self.batch = batch
            self.schema = schema
        }

        subscript(name: StaticString) -> ArrowTexts? {
            get throws(ArrowError) {
                for number in 0..<Int(schema.n_children) {
                    guard let child = schema.children?[number]?.pointee, let label = child.name,
                        String(cString: label) == name.description,
                        let array = batch.children?[number]?.pointee
                    else { continue }
                    guard array.length >= batch.offset + batch.length else {
                        throw ArrowError("column “\(name)” is shorter than the batch")
                    }
                    return try ArrowTexts(array, child, name: name)
                }
                return nil
            }
        }
    }
}
