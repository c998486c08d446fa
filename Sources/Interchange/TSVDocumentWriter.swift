import Dragoman
import Segmentation

/// One mention a line: `id start end label text value rule`, separated by tabs.
///
/// The value of a date is its TIMEX3 value, that of another mention its entity's name. Tabs, line breaks and
/// backslashes in a field are written `\t`, `\n`, `\r` and `\\`. Nested mentions are left out.
public struct TSVDocumentWriter: DocumentWriter {
    public let unit: OffsetUnit

    public init(unit: OffsetUnit = .codepoint) { self.unit = unit }

    public var header: [UInt8] { Array("id\tstart\tend\tlabel\ttext\tvalue\trule\n".utf8) }

    public mutating func write(_ document: Document) -> [UInt8] {
        let offsets = OffsetConverter(utf8: Array(document.text.utf8), unit: unit)
        var lines = ""
        for mention in document.mentions where mention.inside == nil {
            let value = mention.date?.timex ?? document.entity(of: mention)?.name ?? ""
            let fields = [
                document.id ?? "", String(offsets.convert(mention.utf8Range.lowerBound)),
                String(offsets.convert(mention.utf8Range.upperBound)), mention.label.rawValue,
                String(document.text(of: mention)), value, mention.rule,
            ]
            lines += fields.map(Self.escaped).joined(separator: "\t") + "\n"
        }
        return Array(lines.utf8)
    }

    /// A field without the characters that part fields and lines.
    static func escaped(_ field: String) -> String {
        var result = ""
        for scalar in field.unicodeScalars {
            switch scalar {
            case "\t": result += "\\t"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\\": result += "\\\\"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
