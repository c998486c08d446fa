import Dragoman
import Segmentation

/// Reads pages of HTML, whatever their charset, as documents.
///
/// A document points into the reader, and holds until the next is read.
struct PageReader: ~Copyable {
    private var utf8 = ByteBuffer()
    private var text = ByteBuffer()
    private let source = SourceText()
    private var html = HTMLReader()

    /// How many steps the last page took.
    var work: Int { html.work }

    /// The document of a page.
    ///
    /// - Parameter transport: the charset that came with the page: what it says itself counts less.
    mutating func document(
        _ bytes: UnsafeBufferPointer<UInt8>, id: String?, _ encoding: InputEncoding,
        transport: Charset? = nil
    ) -> ParsedDocument {
        let declared = transport ?? HTMLReader.declaredCharset(bytes)
        let decoded = DecodedBytes(bytes, encoding, isHTML: true, declared: declared, into: &utf8)
        text.removeAll(keepingAtMost: Batch.size * 4)
        let facts = html.read(decoded.utf8, into: &text, source)
        source.charset = decoded.charset
        var document = ParsedDocument(id: id, date: facts.published, utf8: text.bytes)
        document.source = source
        document.warnings = decoded.warnings
        if let cutOff = html.cutOff {
            document.warnings.append(
                Warning(
                    byteOffset: cutOff,
                    message: "the page ends inside of the markup that starts here"))
        }
        return document
    }
}
