import Dragoman

/// JSON Lines that doccano imports for sequence labelling: `id`, `text`, and `label` with `[start, end, label]` a mention.
///
/// Offsets count code points, as doccano does. Mentions that stand inside others are left out, as its projects have no
/// overlaps unless they are asked for.
public struct DoccanoDocumentWriter: DocumentWriter {
    public init() {}

    public func write(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
    ) {
        let text = MeasuredText(utf8, unit: .codepoint)
        var json = JSONWriter(buffer: output)
        json.object { json in
            json.member("id", document.id)
            json.key("text")
            json.string(utf8: utf8)
            json.key("label")
            json.array { json in
                for number in document.outermost {
                    let mention = document.mentions[number]
                    let (start, end) = text.offsets(of: mention.utf8Range)
                    json.array { json in
                        json.integer(start)
                        json.integer(end)
                        json.constant(mention.label.constant)
                    }
                }
            }
        }
        json.newline()
        output = json.finish()
    }
}
