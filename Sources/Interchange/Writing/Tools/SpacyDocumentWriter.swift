import Dragoman
import Segmentation

/// A JSON object a document, a line each, of which spaCy's `Doc.from_json` makes a `Doc`, and which displaCy draws with
/// `manual=True` as it is.
///
/// Offsets count code points, as spaCy does. `ents` are the mentions that stand in no other; `title` is the document's id,
/// which displaCy writes above it. What else is known is in `doc.spans`, as spaCy reads nothing more without extensions
/// that were set before:
///
/// - `mentions`: all, nested ones too; `kb_id_` is the entity's id in Wikidata, or one elsewhere as `geonames:1850147`.
/// - `values`: the same, and `kb_id_` is the TIMEX3 value of a date or the name of the entity.
/// - `coref_clusters_1` and so on: the mentions of each entity that has several, named as spaCy's coreference does.
///
/// Tokens are Dragoman's, with mentions of whole tokens, and white space that is more than the blank behind a word is a
/// token too, as spaCy has it.
public struct SpacyDocumentWriter: DocumentWriter {
    private let cutter: TokenCutter

    /// - Throws: when ICU has no rules or no data.
    public init() throws(SegmentationError) { cutter = try TokenCutter() }

    public func write(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
    ) {
        let text = MeasuredText(utf8, unit: .codepoint)
        let tokens = SpacyTokens(
            cutter.tokens(of: utf8, cutAt: document.mentions.map(\.utf8Range)),
            sentences: document.sentences, of: utf8)
        var json = JSONWriter(buffer: output)
        json.openObject()
        json.member("title", document.id)
        json.key("text")
        json.string(utf8: utf8)
        json.key("ents")
        json.array { json in
            for number in document.outermost {
                let mention = document.mentions[number]
                json.write(mention, text, knownAs: document.knowledgeID(of: mention))
            }
        }
        json.key("sents")
        json.array { json in
            for span in tokens.sentences { json.object { $0.write(span, text) } }
        }
        json.key("tokens")
        json.array { json in
            for (number, token) in tokens.ranges.enumerated() {
                json.object { json in
                    json.member("id", number)
                    json.write(token, text)
                }
            }
        }
        json.key("spans")
        json.object { $0.writeGroups(document, text) }
        json.closeObject()
        json.newline()
        output = json.finish()
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ range: Range<Int>, _ text: MeasuredText) {
        let (start, end) = text.offsets(of: range)
        member("start", start)
        member("end", end)
    }

    fileprivate mutating func write(
        _ mention: Mention, _ text: MeasuredText, knownAs id: String
    ) {
        object { json in
            json.write(mention.utf8Range, text)
            json.key("label")
            json.constant(mention.label.constant)
            json.member("kb_id", id)
        }
    }

    fileprivate mutating func writeGroups(_ document: Document, _ text: MeasuredText) {
        key("mentions")
        array { json in
            for mention in document.mentions {
                json.write(mention, text, knownAs: document.knowledgeID(of: mention))
            }
        }
        key("values")
        array { json in
            for mention in document.mentions {
                json.write(mention, text, knownAs: document.value(of: mention) ?? "")
            }
        }
        let repeated = document.entities.filter { $0.mentions.count > 1 }
        for (index, entity) in repeated.enumerated() {
            key("coref_clusters_\(index + 1)")
            array { json in
                for number in entity.mentions {
                    json.write(document.mentions[number], text, knownAs: entity.knowledgeID)
                }
            }
        }
    }
}

extension Document {
    fileprivate func knowledgeID(of mention: Mention) -> String {
        entity(of: mention)?.knowledgeID ?? ""
    }
}

extension Entity {
    /// The id in Wikidata, or the first one elsewhere with its scheme.
    fileprivate var knowledgeID: String {
        if let id = ids.first(where: { $0.scheme == "wikidata" }) { return id.value }
        return ids.first.map { "\($0.scheme):\($0.value)" } ?? ""
    }
}
