import Dragoman

/// Writes documents in one format.
public protocol DocumentWriter: Sendable {
    /// What stands before the first document.
    var header: StaticString { get }

    /// What stands behind the last one.
    var footer: StaticString { get }

    /// Appends what is written of `document` to `output`.
    ///
    /// - Parameter utf8: the document's text, which ``Document/text`` need not have.
    func write(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer)

    /// The same, of a document that was read: for formats in which it matters that it is one of many, or that its text
    /// was taken from a source.
    func write(_ document: Document, of parsed: ParsedDocument, to output: inout ByteBuffer)
}

extension DocumentWriter {
    public var header: StaticString { "" }

    public var footer: StaticString { "" }

    public func write(
        _ document: Document, of parsed: ParsedDocument, to output: inout ByteBuffer
    ) {
        write(document, utf8: parsed.utf8, to: &output)
    }

    /// What is written of a document.
    public func write(_ document: Document) -> [UInt8] {
        var output = ByteBuffer()
        var text = document.text
        text.withUTF8 { write(document, utf8: $0, to: &output) }
        return output.array
    }
}
