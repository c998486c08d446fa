import Dragoman
import Segmentation

/// Schema `dragoman/1`: a JSON object a document, a line each unless `pretty`.
///
/// Keys come in a fixed order; members that are empty are left out, but for `why`, `ids`, and the lists of mentions,
/// entities and warnings.
public struct JSONDocumentWriter: DocumentWriter {
    /// The unit in which offsets count.
    public let unit: OffsetUnit
    public let pretty: Bool

    public init(unit: OffsetUnit = .codepoint, pretty: Bool = false) {
        self.unit = unit
        self.pretty = pretty
    }

    public var header: StaticString { "" }

    public func write(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
    ) {
        var json = JSONWriter(buffer: output, pretty: pretty)
        var text = MeasuredText(utf8, unit: unit)
        json.write(document, &text, unit)
        json.newline()
        output = json.finish()
    }
}

extension JSONWriter {
    fileprivate mutating func write(
        _ document: Document, _ text: inout MeasuredText, _ unit: OffsetUnit
    ) {
        object { json in
            json.key("schema")
            json.constant("dragoman/1")
            json.member("id", document.id)
            json.member("offsets", unit.rawValue)
            json.key("length")
            json.object { json in
                json.member("codepoint", text.codepoints)
                json.member("utf16", text.utf16)
                json.member("utf8", text.utf8.count)
            }
            if let anchor = document.anchor { json.write(anchor) }
            json.key("mentions")
            json.array { json in
                // Read where they are: a mention that is copied counts a reference for each of its strings.
                document.entities.withUnsafeBufferPointer { entities in
                    document.mentions.withUnsafeBufferPointer { mentions in
                        for index in mentions.indices {
                            json.write(mentions.baseAddress! + index, entities, &text)
                        }
                    }
                }
            }
            json.key("entities")
            json.array { json in
                document.entities.withUnsafeBufferPointer { entities in
                    for index in entities.indices { json.write(entities.baseAddress! + index) }
                }
            }
            json.key("warnings")
            json.array { json in
                for warning in document.warnings { json.write(warning) }
            }
        }
    }

    private mutating func write(_ anchor: Anchor) {
        key("anchor")
        object { json in
            json.member("value", anchor.value)
            json.member("source", anchor.source.rawValue)
            json.strings("why", anchor.why, evenEmpty: true)
        }
    }

    private mutating func write(_ warning: Warning) {
        object { json in
            json.member("byteOffset", warning.byteOffset)
            json.member("message", warning.message)
        }
    }
}
