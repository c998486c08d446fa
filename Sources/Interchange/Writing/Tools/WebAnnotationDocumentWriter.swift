import Dragoman

/// W3C Web Annotation as JSON-LD: an `AnnotationPage` a document, a line each, with an `Annotation` a mention.
///
/// A mention is where a `TextPositionSelector` says, in code points as the recommendation wants it, and what a
/// `TextQuoteSelector` quotes, with up to 32 code points before and behind. Its bodies: the label (`tagging`), the name of
/// the entity (`identifying`, its `id` the same for all mentions of one entity), what the entity is in Wikidata or
/// GeoNames (`identifying`), or the TIMEX3 value of a date (`describing`). Of a page of HTML, positions are those in its
/// source, and quotes are what a reader sees.
///
/// The source of a page is the document's id, as it is if it is an absolute IRI, else as a relative one with all but letters,
/// digits and `-._~/` in percents; a document without id is `document-1-7`, the seventh line of the first input.
public struct WebAnnotationDocumentWriter: DocumentWriter {
    public init() {}

    public func write(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
    ) {
        write(document, of: ParsedDocument(utf8: utf8), to: &output)
    }

    public func write(
        _ document: Document, of parsed: ParsedDocument, to output: inout ByteBuffer
    ) {
        let place = parsed.place
        let source = document.id.map(Self.reference) ?? "document-\(place.input)-\(place.line)"
        let base = source.contains("#") ? source + "/" : source + "#"
        let text = MeasuredText(parsed.utf8, unit: .codepoint, in: parsed.source)
        var json = JSONWriter(buffer: output)
        json.object { json in
            json.key("@context")
            json.constant("http://www.w3.org/ns/anno.jsonld")
            json.member("id", base + "annotations")
            json.key("type")
            json.constant("AnnotationPage")
            json.key("items")
            json.array { json in
                for (number, mention) in document.mentions.enumerated() {
                    json.object { json in
                        json.member("id", "\(base)m\(number)")
                        json.key("type")
                        json.constant("Annotation")
                        json.writeBodies(of: mention, document, base)
                        json.writeTarget(source, mention.utf8Range, text)
                    }
                }
            }
        }
        json.newline()
        output = json.finish()
    }

    /// An IRI of an id: the id itself if it is an absolute one.
    private static func reference(_ id: String) -> String {
        let isAbsolute = id.contains("://") || id.hasPrefix("urn:")
        let kept = "-._~/" + (isAbsolute ? ":?#[]@!$&'()*+,;=%" : "")
        return id.utf8.reduce(into: "") { reference, byte in
            let scalar = Unicode.Scalar(byte)
            if scalar.isASCII,
                scalar.properties.isAlphabetic || "0"..."9" ~= scalar
                    || kept.unicodeScalars.contains(scalar)
            {
                reference.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                reference += (byte < 16 ? "%0" : "%") + digits
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func writeBodies(
        of mention: Mention, _ document: Document, _ base: String
    ) {
        key("body")
        array { json in
            json.writeText(mention.label.rawValue, purpose: "tagging")
            if let date = mention.date { json.writeText(date.timex, purpose: "describing") }
            guard let entity = document.entity(of: mention) else { return }
            json.writeText(entity.repeatedName, purpose: "identifying", id: base + entity.id)
            for iri in entity.iris { json.writeThing(iri) }
        }
    }

    private mutating func writeText(_ text: String, purpose: StaticString, id: String? = nil) {
        object { json in
            json.member("id", id)
            json.key("type")
            json.constant("TextualBody")
            json.key("purpose")
            json.constant(purpose)
            json.member("value", text)
        }
    }

    private mutating func writeThing(_ iri: String) {
        object { json in
            json.key("type")
            json.constant("SpecificResource")
            json.key("purpose")
            json.constant("identifying")
            json.member("source", iri)
        }
    }

    fileprivate mutating func writeTarget(
        _ source: String, _ span: Range<Int>, _ text: MeasuredText
    ) {
        let (start, end) = text.offsets(of: span)
        key("target")
        object { json in
            json.member("source", source)
            json.key("selector")
            json.array { json in
                json.object { json in
                    json.key("type")
                    json.constant("TextPositionSelector")
                    json.member("start", start)
                    json.member("end", end)
                }
                json.object { json in
                    json.key("type")
                    json.constant("TextQuoteSelector")
                    json.key("exact")
                    json.string(utf8: text[span])
                    json.key("prefix")
                    json.string(utf8: text[text.utf8.context(before: span.lowerBound)])
                    json.key("suffix")
                    json.string(utf8: text[text.utf8.context(behind: span.upperBound)])
                }
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// How many code points are quoted before and behind a mention.
    private static var contextLength: Int { 32 }

    fileprivate func context(before end: Int) -> Range<Int> {
        var (start, length) = (end, 0)
        while start > 0, length < Self.contextLength {
            start -= 1
            if self[start] & 0xC0 != 0x80 { length += 1 }
        }
        return start..<end
    }

    fileprivate func context(behind start: Int) -> Range<Int> {
        var (end, length) = (start, 0)
        while end < count, length < Self.contextLength {
            end += 1
            if end == count || self[end] & 0xC0 != 0x80 { length += 1 }
        }
        return start..<end
    }
}
