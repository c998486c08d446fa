import Dragoman
import Segmentation

/// Schema `dragoman/1`: a JSON object a document, a line each unless `pretty`.
///
/// Keys come in a fixed order, those of a date `type timex edtf earliest latest grain mod quant freq beginPoint endPoint
/// resolution alternatives calendar`; members that are empty are left out, but for `why`, `ids`, and the lists of mentions,
/// entities and warnings. So is the `language` of English texts.
///
/// A page of HTML has a `source` with its `title` and the `language` and, if it is not UTF-8, the `encoding` that it says it
/// has. Offsets and lengths are those in the page, decoded to Unicode; a mention's `text` is what a reader sees, and
/// `boilerplate` is true where it stands in navigation, sharing buttons and the like.
public struct JSONDocumentWriter: DocumentWriter {
    /// The unit in which offsets count.
    public let unit: OffsetUnit
    public let pretty: Bool

    public init(unit: OffsetUnit = .codepoint, pretty: Bool = false) {
        self.unit = unit
        self.pretty = pretty
    }

    public func write(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
    ) {
        write(document, of: ParsedDocument(utf8: utf8), to: &output)
    }

    public func write(
        _ document: Document, of parsed: ParsedDocument, to output: inout ByteBuffer
    ) {
        var json = JSONWriter(buffer: output, pretty: pretty)
        let text = MeasuredText(parsed.utf8, unit: unit, in: parsed.source)
        json.start(document.id, document.language, text, unit, document.anchor, parsed.source)
        json.write(document, text)
        json.finish(document.warnings)
        output = json.finish()
    }
}

extension UnsafeBufferPointer {
    /// An element where it is, for a function that takes it `inout` and changes nothing: given otherwise, it would be
    /// copied first, and a reference counted for each of its strings.
    fileprivate func place(_ index: Int) -> UnsafeMutablePointer<Element> {
        UnsafeMutablePointer(mutating: baseAddress! + index)
    }
}

extension JSONWriter {
    /// Writes all that stands before the mentions.
    mutating func start(
        _ id: String?, _ language: Language, _ text: MeasuredText, _ unit: OffsetUnit,
        _ anchor: Anchor?, _ source: SourceText?
    ) {
        openObject()
        key("schema")
        constant("dragoman/1")
        member("id", id)
        if language != .english { member("language", language.code) }
        member("offsets", unit.rawValue)
        key("length")
        openObject()
        member("codepoint", text.codepoints)
        member("utf16", text.utf16)
        member("utf8", text.bytes)
        closeObject()
        if let source { write(source) }
        if let anchor { write(anchor) }
    }

    /// Writes all that stands behind the entities, and ends the line.
    mutating func finish(_ warnings: [Warning]) {
        key("warnings")
        array { json in
            for warning in warnings { json.write(warning) }
        }
        closeObject()
        newline()
    }

    fileprivate mutating func write(_ document: Document, _ text: MeasuredText) {
        document.entities.withUnsafeBufferPointer { entities in
            key("mentions")
            openArray()
            document.mentions.withUnsafeBufferPointer { mentions in
                for index in mentions.indices {
                    write(&mentions.place(index).pointee, entities, text)
                }
            }
            closeArray()
            key("entities")
            openArray()
            for index in entities.indices { write(&entities.place(index).pointee) }
            closeArray()
        }
    }

    private mutating func write(_ source: SourceText) {
        key("source")
        object { json in
            json.member("title", source.title)
            json.member("language", source.language)
            json.member("encoding", source.charset)
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
