import Dragoman
import Segmentation

/// Schema `dragoman/1`: a JSON object a document, a line each unless `pretty`.
///
/// Keys come in a fixed order; members that are empty are left out, but for `why`, `ids`, and the lists of mentions,
/// entities and warnings.
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
        json.removeAll()
        json.write(document, unit: unit)
        json.newline()
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ document: Document, unit: OffsetUnit) {
        let text = MeasuredText(document.text, unit: unit)
        object { json in
            json.member("schema", "dragoman/1")
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
                for mention in document.mentions { json.write(mention, of: document, text) }
            }
            json.key("entities")
            json.array { json in
                for entity in document.entities { json.write(entity) }
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

    private mutating func write(_ mention: Mention, of document: Document, _ text: MeasuredText) {
        object { json in
            json.member("start", text.offset(mention.utf8Range.lowerBound))
            json.member("end", text.offset(mention.utf8Range.upperBound))
            json.key("text")
            json.string(utf8: text[mention.utf8Range])
            json.member("label", mention.label.rawValue)
            json.member("entity", mention.entity.map { document.entities[$0].id })
            if let date = mention.date { json.write(date) }
            json.member("mention", mention.treatyMention?.rawValue)
            json.member("rule", mention.rule)
            json.member("inside", mention.inside)
            json.member("confidence", mention.confidence)
            if mention.explanation.isEmpty { return }
            json.key("explanation")
            json.array { json in
                for evidence in mention.explanation {
                    json.object { json in
                        json.member("source", evidence.source)
                        json.member("weight", evidence.weight)
                    }
                }
            }
        }
    }

    private mutating func write(_ date: DateValue) {
        key("date")
        object { json in
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
}

extension JSONWriter {
    fileprivate mutating func write(_ entity: Entity) {
        object { json in
            json.member("id", entity.id)
            json.member("label", entity.label.rawValue)
            json.member("name", entity.name)
            json.integers("mentions", entity.mentions)
            json.key("ids")
            json.object { json in
                for (scheme, value) in entity.ids {
                    json.key(scheme)
                    json.string(value)
                }
            }
            if entity.inLexicon { json.member("source", "lexicon") }
            if !entity.roles.isEmpty {
                json.key("roles")
                json.array { json in
                    for role in entity.roles { json.write(role) }
                }
            }
            if let treaty = entity.treaty { json.write(treaty) }
        }
    }

    private mutating func write(_ role: Role) {
        object { json in
            json.member("title", role.title)
            json.member("of", role.of)
            json.integers("evidence", role.evidence)
            if role.evidence.isEmpty { json.member("source", "lexicon") }
        }
    }

    private mutating func write(_ treaty: TreatyRecord) {
        key("treaty")
        object { json in
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
            if treaty.fromLexicon.isEmpty { return }
            json.key("source")
            json.object { json in json.strings("lexicon", treaty.fromLexicon) }
        }
    }
}

extension JSONWriter {
    /// Writes a member, unless there is no value.
    private mutating func member(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        key(name)
        string(value)
    }

    private mutating func member(_ name: StaticString, _ value: Int?) {
        guard let value else { return }
        key(name)
        integer(value)
    }

    private mutating func member(_ name: StaticString, _ value: Double?) {
        guard let value else { return }
        key(name)
        decimal(value)
    }

    private mutating func strings(
        _ name: StaticString, _ values: [String], evenEmpty: Bool = false
    ) {
        if values.isEmpty && !evenEmpty { return }
        key(name)
        array { json in
            for value in values { json.string(value) }
        }
    }

    private mutating func integers(_ name: StaticString, _ values: [Int]) {
        key(name)
        array { json in
            for value in values { json.integer(value) }
        }
    }
}
