import Dragoman
import Segmentation

/// Writes documents in one format.
public protocol DocumentWriter {
    /// What stands before the first document.
    var header: [UInt8] { get }
    /// The bytes of a document, ready to be written after those of the one before.
    mutating func write(_ document: Document) -> [UInt8]
}

/// Schema `dragoman/1`: a JSON object a document, a line each unless `pretty`.
public struct JSONDocumentWriter: DocumentWriter {
    /// The unit in which offsets count.
    public let unit: OffsetUnit
    private var json: JSONWriter

    public init(unit: OffsetUnit = .codepoint, pretty: Bool = false) {
        self.unit = unit
        json = JSONWriter(pretty: pretty)
    }

    public var header: [UInt8] { [] }

    public mutating func write(_ document: Document) -> [UInt8] {
        // Taken out while it is written to, so that its storage is used again.
        var json = json
        self.json = JSONWriter(pretty: json.pretty)
        defer { self.json = json }
        json.removeAll()
        let utf8 = Array(document.text.utf8)
        let offsets = OffsetConverter(utf8: utf8, unit: unit)
        json.object { json in
            json.member("schema", "dragoman/1")
            json.member("id", document.id)
            json.member("offsets", unit.rawValue)
            json.key("length")
            json.object { json in
                for unit in [OffsetUnit.codepoint, .utf16, .utf8] {
                    json.key(unit.rawValue)
                    json.integer(OffsetConverter(utf8: utf8, unit: unit).length)
                }
            }
            if let anchor = document.anchor { write(anchor, to: &json) }
            json.key("mentions")
            json.array { json in
                for mention in document.mentions {
                    write(mention, of: document, offsets, to: &json)
                }
            }
            json.key("entities")
            json.array { json in
                for entity in document.entities { write(entity, to: &json) }
            }
            json.key("warnings")
            json.array { json in
                for warning in document.warnings {
                    json.object { json in
                        json.key("byteOffset")
                        json.integer(warning.byteOffset)
                        json.member("message", warning.message)
                    }
                }
            }
        }
        json.newline()
        return json.bytes
    }

    private func write(_ anchor: Anchor, to json: inout JSONWriter) {
        json.key("anchor")
        json.object { json in
            json.member("value", anchor.value)
            json.member("source", anchor.source.rawValue)
            json.strings("why", anchor.why, evenEmpty: true)
        }
    }

    private func write(
        _ mention: Mention, of document: Document, _ offsets: OffsetConverter,
        to json: inout JSONWriter
    ) {
        json.object { json in
            json.key("start")
            json.integer(offsets.convert(mention.utf8Range.lowerBound))
            json.key("end")
            json.integer(offsets.convert(mention.utf8Range.upperBound))
            json.key("text")
            json.string(document.text(of: mention))
            json.member("label", mention.label.rawValue)
            json.member("entity", document.entity(of: mention)?.id)
            if let date = mention.date { write(date, to: &json) }
            json.member("mention", mention.treatyMention?.rawValue)
            json.member("rule", mention.rule)
            if let outer = mention.inside {
                json.key("inside")
                json.integer(outer)
            }
            if let confidence = mention.confidence {
                json.key("confidence")
                json.decimal(confidence)
            }
            if !mention.explanation.isEmpty {
                json.key("explanation")
                json.array { json in
                    for evidence in mention.explanation {
                        json.object { json in
                            json.member("source", evidence.source)
                            json.key("weight")
                            json.decimal(evidence.weight)
                        }
                    }
                }
            }
        }
    }

    private func write(_ date: DateValue, to json: inout JSONWriter) {
        json.key("date")
        json.object { json in
            json.member("type", date.type)
            json.member("timex", date.timex)
            json.member("edtf", date.edtf)
            json.member("earliest", date.earliest)
            json.member("latest", date.latest)
            json.member("grain", date.grain)
            json.member("mod", date.mod)
            json.member("resolution", date.resolution.rawValue)
            json.strings("alternatives", date.alternatives)
        }
    }

    private func write(_ entity: Entity, to json: inout JSONWriter) {
        json.object { json in
            json.member("id", entity.id)
            json.member("label", entity.label.rawValue)
            json.member("name", entity.name)
            json.integers("mentions", entity.mentions)
            json.key("ids")
            json.object { json in
                for (scheme, value) in entity.ids { json.member(scheme, value) }
            }
            if entity.inLexicon { json.member("source", "lexicon") }
            if !entity.roles.isEmpty {
                json.key("roles")
                json.array { json in
                    for role in entity.roles {
                        json.object { json in
                            json.member("title", role.title)
                            json.member("of", role.of)
                            json.integers("evidence", role.evidence)
                        }
                    }
                }
            }
            if let treaty = entity.treaty { write(treaty, to: &json) }
        }
    }

    private func write(_ treaty: TreatyRecord, to json: inout JSONWriter) {
        json.key("treaty")
        json.object { json in
            json.member("kind", treaty.kind)
            json.strings("parties", treaty.parties)
            json.member("subject", treaty.subject)
            json.member("place", treaty.place)
            json.member("signed", treaty.signed)
            json.member("ratified", treaty.ratified)
            json.member("inForce", treaty.inForce)
            json.member("ended", treaty.ended)
            json.member("status", treaty.status)
            json.integers("evidence", treaty.evidence)
            if !treaty.fromLexicon.isEmpty {
                json.key("source")
                json.object { json in json.strings("lexicon", treaty.fromLexicon) }
            }
        }
    }
}

extension JSONWriter {
    mutating func member(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        key(name)
        string(value)
    }

    mutating func member(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    mutating func strings(_ name: StaticString, _ values: [String], evenEmpty: Bool = false) {
        if values.isEmpty && !evenEmpty { return }
        key(name)
        array { json in
            for value in values { json.string(value) }
        }
    }

    mutating func integers(_ name: StaticString, _ values: [Int]) {
        key(name)
        array { json in
            for value in values { json.integer(value) }
        }
    }
}
