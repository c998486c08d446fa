import Dragoman

/// Tasks of Label Studio with Dragoman's mentions as predictions, one a line; `jq -s .` makes the list that it imports.
///
/// They fit a labelling interface with `<Text name="text" value="$text"/>` and `<Labels name="label" toName="text">`.
/// Offsets count code points, as Label Studio does. All mentions are there, nested ones too, for its regions may overlap;
/// what each stands for (the TIMEX3 value of a date, the name of the entity) is in the region's `meta`.
public struct LabelStudioDocumentWriter: DocumentWriter {
    public init() {}

    public func write(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
    ) {
        let text = MeasuredText(utf8, unit: .codepoint)
        var json = JSONWriter(buffer: output)
        json.object { json in
            json.key("data")
            json.object { json in
                json.key("text")
                json.string(utf8: utf8)
                json.member("document", document.id)
            }
            json.key("predictions")
            json.array { json in
                json.object { json in
                    json.key("model_version")
                    json.constant("dragoman")
                    json.key("result")
                    json.array { json in
                        for number in document.mentions.indices {
                            json.writeRegion(number, of: document, text)
                        }
                    }
                }
            }
        }
        json.newline()
        output = json.finish()
    }
}

extension JSONWriter {
    fileprivate mutating func writeRegion(
        _ number: Int, of document: Document, _ text: MeasuredText
    ) {
        let mention = document.mentions[number]
        let (start, end) = text.offsets(of: mention.utf8Range)
        object { json in
            json.member("id", "m\(number)")
            json.key("from_name")
            json.constant("label")
            json.key("to_name")
            json.constant("text")
            json.key("type")
            json.constant("labels")
            json.key("value")
            json.object { json in
                json.member("start", start)
                json.member("end", end)
                json.key("text")
                json.string(utf8: text[mention.utf8Range])
                json.key("labels")
                json.array { $0.constant(mention.label.constant) }
            }
            json.key("meta")
            json.object { $0.strings("text", [document.value(of: mention) ?? ""]) }
        }
    }
}
