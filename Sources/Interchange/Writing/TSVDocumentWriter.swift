import Dragoman
import Segmentation

/// One mention a line: `id start end label text value rule`, separated by tabs.
///
/// The value of a date is its TIMEX3 value, that of another mention its entity's name. Fields are
/// written as ``TSVWriter`` does. Nested mentions are left out.
public struct TSVDocumentWriter: DocumentWriter {
    /// The unit in which offsets count.
    public let unit: OffsetUnit

    public init(unit: OffsetUnit = .codepoint) { self.unit = unit }

    public var header: StaticString { "id\tstart\tend\tlabel\ttext\tvalue\trule\n" }

    public func write(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
    ) {
        write(document, of: ParsedDocument(utf8: utf8), to: &output)
    }

    public func write(
        _ document: Document, of parsed: ParsedDocument, to output: inout ByteBuffer
    ) {
        let text = MeasuredText(parsed.utf8, unit: unit, in: parsed.source)
        var lines = TSVWriter(buffer: output)
        for mention in document.mentions where mention.inside == nil {
            let (start, end) = text.offsets(of: mention.utf8Range)
            lines.field(document.id ?? "")
            lines.field(start)
            lines.field(end)
            lines.field(mention.label.rawValue)
            lines.field(utf8: text[mention.utf8Range])
            lines.field(document.value(of: mention) ?? "")
            lines.field(mention.rule)
            lines.endLine()
        }
        output = lines.finish()
    }
}
