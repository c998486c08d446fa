import Dragoman
import Segmentation

/// UIMA's JSON CAS 0.4.0, an object a document, a line each, as dkpro-cassis and the UIMA Java SDK read them.
///
/// Offsets count code units of UTF-16, as UIMA does. The types are those that other tools know, and the type system is
/// written with them:
///
/// - `NamedEntity` of DKPro Core: a mention, nested ones too; `value` is the label, `identifier` the entity in Wikidata or
///   GeoNames.
/// - `Timex3` of HeidelTime: a date; `timexType`, `timexValue`, `timexMod`, `foundByRule`.
/// - `CoreferenceChain` and `CoreferenceLink` of DKPro Core: the mentions of an entity that has several.
/// - `Sentence` and `Token` of DKPro Core, mentions being of whole tokens, and `DocumentMetaData` with the document's id
///   and language.
public struct CASDocumentWriter: DocumentWriter {
    private let cutter: TokenCutter

    /// - Throws: when ICU has no rules or no data.
    public init() throws(SegmentationError) { cutter = try TokenCutter() }

    public func write(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
    ) {
        let text = MeasuredText(utf8, unit: .utf16)
        let tokens = cutter.tokens(of: utf8, cutAt: document.mentions.map(\.utf8Range))
        var json = JSONWriter(buffer: output)
        json.openObject()
        json.key("%TYPES")
        json.raw { $0.append(CASTypes.json) }
        json.key("%FEATURE_STRUCTURES")
        json.openArray()
        json.object { json in
            json.member("%ID", 1)
            json.key("%TYPE")
            json.constant("uima.cas.Sofa")
            json.member("sofaNum", 1)
            json.key("sofaID")
            json.constant("_InitialView")
            json.key("mimeType")
            json.constant("text/plain")
            json.key("sofaString")
            json.string(utf8: utf8)
        }
        var structures = CASStructures(json: json, text: text)
        structures.write(document, tokens)
        let count = structures.count
        json = structures.finish()
        json.closeArray()
        json.key("%VIEWS")
        json.object { json in
            json.key("_InitialView")
            json.object { json in
                json.member("%SOFA", 1)
                json.integers("%MEMBERS", Array(2..<count + 1))
            }
        }
        json.closeObject()
        json.newline()
        output = json.finish()
    }
}

/// Writes what is annotated, numbered from 2, as 1 is the text.
private struct CASStructures: ~Copyable {
    private var json: JSONWriter
    private let text: MeasuredText
    /// How many there are, the text too: the number of the last.
    private(set) var count = 1

    init(json: consuming JSONWriter, text: MeasuredText) {
        self.json = json
        self.text = text
    }

    consuming func finish() -> JSONWriter { json }

    mutating func write(_ document: Document, _ tokens: [Range<Int>]) {
        write(CASTypes.metaData, text.utf8.indices) { json in
            json.member("language", document.language.code)
            json.member("documentId", document.id)
        }
        for sentence in document.sentences { write(CASTypes.sentence, sentence) { _ in } }
        for token in tokens { write(CASTypes.token, token) { _ in } }
        for mention in document.mentions {
            write(CASTypes.namedEntity, mention.utf8Range) { json in
                json.key("value")
                json.constant(mention.label.constant)
                json.member("identifier", document.entity(of: mention)?.iris.first)
            }
            guard let date = mention.date else { continue }
            write(CASTypes.timex, mention.utf8Range) { json in
                json.member("timexType", date.type)
                json.member("timexValue", date.timex)
                json.member("timexMod", date.mod)
                json.member("foundByRule", mention.rule)
            }
        }
        for entity in document.entities where entity.mentions.count > 1 {
            let first = count + 2
            write(CASTypes.chain, nil) { $0.member("@first", first) }
            for number in entity.mentions {
                let next = number == entity.mentions.last ? nil : count + 2
                write(CASTypes.link, document.mentions[number].utf8Range) {
                    $0.member("@next", next)
                }
            }
        }
    }

    private mutating func write(
        _ type: StaticString, _ span: Range<Int>?, _ features: (inout JSONWriter) -> Void
    ) {
        count += 1
        json.openObject()
        json.member("%ID", count)
        json.key("%TYPE")
        json.constant(type)
        json.member("@sofa", 1)
        if let span {
            let (begin, end) = text.offsets(of: span)
            json.member("begin", begin)
            json.member("end", end)
        }
        features(&json)
        json.closeObject()
    }
}

private enum CASTypes {
    static let metaData: StaticString =
        "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
    static let sentence: StaticString =
        "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
    static let token: StaticString = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
    static let namedEntity: StaticString = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
    static let timex: StaticString = "de.unihd.dbs.uima.types.heideltime.Timex3"
    static let chain: StaticString =
        "de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceChain"
    static let link: StaticString = "de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink"

    /// The types with their features, as `%TYPES` has them: the same in every document.
    static let json: [UInt8] = {
        let string: StaticString = "uima.cas.String"
        let annotation: StaticString = "uima.tcas.Annotation"
        let types: [(StaticString, of: StaticString, [(StaticString, StaticString)])] = [
            (metaData, of: "uima.tcas.DocumentAnnotation", [("documentId", string)]),
            (sentence, of: annotation, []), (token, of: annotation, []),
            (namedEntity, of: annotation, [("value", string), ("identifier", string)]),
            (
                timex, of: annotation,
                [
                    ("timexType", string), ("timexValue", string), ("timexMod", string),
                    ("foundByRule", string),
                ]
            ),
            (link, of: annotation, [("next", link)]),
            (chain, of: "uima.cas.AnnotationBase", [("first", link)]),
        ]
        var json = JSONWriter()
        json.object { json in
            for (name, parent, features) in types {
                json.key(name)
                json.object { json in
                    json.key("%NAME")
                    json.constant(name)
                    json.key("%SUPER_TYPE")
                    json.constant(parent)
                    for (feature, range) in features {
                        json.key(feature)
                        json.object { json in
                            json.key("%NAME")
                            json.constant(feature)
                            json.key("%RANGE")
                            json.constant(range)
                        }
                    }
                }
            }
        }
        return json.bytes
    }()
}
