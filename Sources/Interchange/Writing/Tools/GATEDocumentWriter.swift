import Dragoman

/// GATE's `bdocjs`: a JSON object a document, a line each, as gatenlp's `Document.from_dict` and GATE's Format_Bdoc plug-in
/// read them.
///
/// Offsets count code points, which `offset_type` `p` says; GATE turns them into its own. The mentions, nested ones too, are
/// the annotation set `dragoman`: the type is the label, and the features are `rule`, for a name `name`, `entity` and each
/// id by its scheme, for a date `timexType`, `timexValue` and `edtf`. The document's name is its id.
public struct GATEDocumentWriter: DocumentWriter {
    public init() {}

    public func write(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
    ) {
        let text = MeasuredText(utf8, unit: .codepoint)
        var json = JSONWriter(buffer: output)
        json.object { json in
            json.key("text")
            json.string(utf8: utf8)
            json.member("name", document.id ?? "")
            json.key("features")
            json.object { $0.member("language", document.language.code) }
            json.key("offset_type")
            json.constant("p")
            json.key("annotation_sets")
            json.object { json in
                json.key("dragoman")
                json.writeSet(of: document, text)
            }
        }
        json.newline()
        output = json.finish()
    }
}

extension JSONWriter {
    fileprivate mutating func writeSet(of document: Document, _ text: MeasuredText) {
        object { json in
            json.key("name")
            json.constant("dragoman")
            json.member("next_annid", document.mentions.count)
            json.key("annotations")
            json.array { json in
                for (number, mention) in document.mentions.enumerated() {
                    let (start, end) = text.offsets(of: mention.utf8Range)
                    json.object { json in
                        json.member("id", number)
                        json.key("type")
                        json.constant(mention.label.constant)
                        json.member("start", start)
                        json.member("end", end)
                        json.key("features")
                        json.object { $0.writeFeatures(of: mention, document) }
                    }
                }
            }
        }
    }

    private mutating func writeFeatures(of mention: Mention, _ document: Document) {
        member("rule", mention.rule)
        if let date = mention.date {
            member("timexType", date.type)
            member("timexValue", date.timex)
            member("edtf", date.edtf)
        }
        guard let entity = document.entity(of: mention) else { return }
        member("name", entity.repeatedName)
        member("entity", entity.id)
        for (scheme, value) in entity.ids {
            key(scheme)
            string(value)
        }
    }
}
