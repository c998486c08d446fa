import Dragoman
import Segmentation

/// CoNLL-U Plus with IOB2 tags: one token a line, `FORM START END NER ENTITY VALUE`, a blank line behind each sentence.
///
/// Before the first sentence of a document, `# newdoc id = …` names it, and `# offsets = …` says what `START` and `END`
/// count. The tag is `B-PERSON` on the first token of a mention, `I-PERSON` on the others, and `O` outside; mentions that
/// stand inside others are left out. `ENTITY` is the entity's id in the document, and `VALUE` the TIMEX3 value of a date
/// or the name of the entity; where there is none, `_`.
///
/// Mentions are made of whole tokens, and no sentence ends inside of one. Fields are written as ``TSVWriter`` does.
public struct CoNLLDocumentWriter: DocumentWriter {
    /// The unit in which offsets count.
    public let unit: OffsetUnit
    private let cutter: TokenCutter

    /// - Throws: when ICU has no rules or no data.
    public init(unit: OffsetUnit = .codepoint) throws(SegmentationError) {
        self.unit = unit
        cutter = try TokenCutter()
    }

    public var header: StaticString { "# global.columns = FORM START END NER ENTITY VALUE\n" }

    public func write(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
    ) {
        write(document, of: ParsedDocument(utf8: utf8), to: &output)
    }

    public func write(
        _ document: Document, of parsed: ParsedDocument, to output: inout ByteBuffer
    ) {
        let text = MeasuredText(parsed.utf8, unit: unit, in: parsed.source)
        var lines = TSVWriter(buffer: output, hasComments: true)
        lines.comment(document.id == nil ? "newdoc" : "newdoc id", document.id)
        lines.comment("offsets", unit.rawValue)
        var mentions = document.outermost.map { document.mentions[$0] }[...]
        var sentences = document.sentences.dropFirst()
        for token in cutter.tokens(of: parsed.utf8, cutAt: mentions.map(\.utf8Range)) {
            while let mention = mentions.first, mention.utf8Range.upperBound <= token.lowerBound {
                mentions.removeFirst()
            }
            let mention = mentions.first.flatMap {
                $0.utf8Range.lowerBound <= token.lowerBound ? $0 : nil
            }
            let isFirst = mention?.utf8Range.lowerBound == token.lowerBound
            var endsSentence = false
            while let next = sentences.first, next.lowerBound <= token.lowerBound {
                sentences.removeFirst()
                endsSentence = true
            }
            if endsSentence, mention == nil || isFirst { lines.endLine() }
            let (start, end) = text.offsets(of: token)
            lines.field(utf8: text[token])
            lines.field(start)
            lines.field(end)
            lines.field(mention.map { "\(isFirst ? "B" : "I")-\($0.label.rawValue)" } ?? "O")
            lines.field(mention.flatMap(document.entity)?.id ?? "_")
            lines.field(mention.flatMap(document.value) ?? "_")
            lines.endLine()
        }
        lines.endLine()
        output = lines.finish()
    }
}
