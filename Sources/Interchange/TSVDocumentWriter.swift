import Dragoman
import Segmentation

/// One mention a line: `id start end label text value rule`, separated by tabs.
///
/// The value of a date is its TIMEX3 value, that of another mention its entity's name. Tabs, line breaks and
/// backslashes in a field are written `\t`, `\n`, `\r` and `\\`. Nested mentions are left out.
public struct TSVDocumentWriter: DocumentWriter {
    /// The unit in which offsets count.
    public let unit: OffsetUnit

    public init(unit: OffsetUnit = .codepoint) { self.unit = unit }

    public var header: [UInt8] { Array("id\tstart\tend\tlabel\ttext\tvalue\trule\n".utf8) }

    public mutating func write(_ document: Document) -> [UInt8] {
        let text = MeasuredText(document.text, unit: unit)
        var lines = TSVWriter()
        for mention in document.mentions where mention.inside == nil {
            lines.field(document.id ?? "")
            lines.field(String(text.offset(mention.utf8Range.lowerBound)))
            lines.field(String(text.offset(mention.utf8Range.upperBound)))
            lines.field(mention.label.rawValue)
            lines.field(utf8: text[mention.utf8Range])
            let name = mention.entity.map { document.entities[$0].name }
            lines.field(mention.date?.timex ?? name ?? "")
            lines.field(mention.rule)
            lines.endLine()
        }
        return lines.bytes
    }
}
