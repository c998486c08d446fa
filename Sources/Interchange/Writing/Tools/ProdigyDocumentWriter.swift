import Dragoman
import Segmentation

/// Tasks of Prodigy's `ner.manual` and `ner.correct`, one a line, with Dragoman's mentions as `spans`.
///
/// Offsets count code points, as Prodigy does. Mentions that stand inside others are left out. Tokens are cut as spaCy's are
/// (``SpacyDocumentWriter``), so that Prodigy asks no tokenizer; `token_end` is that of the last token of a span. The
/// document's id is in `meta`.
public struct ProdigyDocumentWriter: DocumentWriter {
    private let cutter: TokenCutter

    /// - Throws: when ICU has no rules or no data.
    public init() throws(SegmentationError) { cutter = try TokenCutter() }

    public func write(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
    ) {
        let text = MeasuredText(utf8, unit: .codepoint)
        let mentions = document.outermost.map { document.mentions[$0] }
        let tokens = SpacyTokens(
            cutter.tokens(of: utf8, cutAt: mentions.map(\.utf8Range)),
            sentences: document.sentences, of: utf8)
        var json = JSONWriter(buffer: output)
        json.object { json in
            json.key("text")
            json.string(utf8: utf8)
            json.key("meta")
            json.object { $0.member("id", document.id) }
            json.key("tokens")
            json.array { $0.write(tokens, text) }
            json.key("spans")
            json.array { $0.write(mentions, tokens, text) }
        }
        json.newline()
        output = json.finish()
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ tokens: SpacyTokens, _ text: MeasuredText) {
        for (number, token) in tokens.ranges.enumerated() {
            let (start, end) = text.offsets(of: token)
            object { json in
                json.key("text")
                json.string(utf8: text[token])
                json.member("start", start)
                json.member("end", end)
                json.member("id", number)
                json.key("ws")
                let hasBlank = tokens.hasBlank(behind: number, textEnd: text.utf8.count)
                json.raw { $0.append(hasBlank ? "true" : "false") }
            }
        }
    }

    /// Writes spans, which come in the order of the tokens.
    fileprivate mutating func write(
        _ mentions: [Mention], _ tokens: SpacyTokens, _ text: MeasuredText
    ) {
        var token = 0
        for mention in mentions {
            let span = mention.utf8Range
            while tokens.ranges[token].lowerBound < span.lowerBound { token += 1 }
            let first = token
            while tokens.ranges[token].upperBound < span.upperBound { token += 1 }
            let (start, end) = text.offsets(of: span)
            object { json in
                json.member("start", start)
                json.member("end", end)
                json.member("token_start", first)
                json.member("token_end", token)
                json.key("label")
                json.constant(mention.label.constant)
            }
        }
    }
}
