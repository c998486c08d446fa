import Dragoman
import Segmentation

/// One mention a row, as JSON Lines that tables are made of: pyarrow, DuckDB and Polars read them without options, and with
/// their types.
///
/// Every row has every column, so that what a table looks like does not hang on the texts. They guess types by the first
/// rows: so numbers are never negative, and a text that there is none of is empty and never `null`. (DuckDB makes a `DATE`
/// of a column that has nothing but days.)
///
/// - `id`: the document's. `sentence`: the number of the sentence that the mention starts in, from 1.
/// - `mention`: the number of the mention in the document, from 0, as JSON lists them. `outer`: that of the mention that it
///   stands in; its own, if it stands in none.
/// - `offsets`: the unit in which `start` and `end` count. `text`, `label`, `rule`: the mention's.
/// - `entity`, `name`, `ids`: of the entity; ids as `wikidata:Q17`, with `|` between them.
/// - `value`: the TIMEX3 value of a date, the name of another's entity. `edtf`, `earliest`, `latest`, `grain`, `resolution`:
///   of a date.
public struct RowsDocumentWriter: DocumentWriter {
    /// The unit in which offsets count.
    public let unit: OffsetUnit

    public init(unit: OffsetUnit = .codepoint) { self.unit = unit }

    public func write(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
    ) {
        write(document, of: ParsedDocument(utf8: utf8), to: &output)
    }

    public func write(
        _ document: Document, of parsed: ParsedDocument, to output: inout ByteBuffer
    ) {
        let text = MeasuredText(parsed.utf8, unit: unit, in: parsed.source)
        var json = JSONWriter(buffer: output)
        var sentence = 0
        for (number, mention) in document.mentions.enumerated() {
            while sentence < document.sentences.count,
                document.sentences[sentence].lowerBound <= mention.utf8Range.lowerBound
            {
                sentence += 1
            }
            json.openObject()
            json.member("id", document.id ?? "")
            json.member("sentence", sentence)
            json.write(mention, number, of: document, text, unit)
            json.closeObject()
            json.newline()
        }
        output = json.finish()
    }
}

extension JSONWriter {
    fileprivate mutating func write(
        _ mention: Mention, _ number: Int, of document: Document, _ text: MeasuredText,
        _ unit: OffsetUnit
    ) {
        member("mention", number)
        member("outer", mention.inside ?? number)
        let (start, end) = text.offsets(of: mention.utf8Range)
        member("offsets", unit.rawValue)
        member("start", start)
        member("end", end)
        key("text")
        string(utf8: text[mention.utf8Range])
        key("label")
        constant(mention.label.constant)
        let entity = document.entity(of: mention)
        member("entity", entity?.id ?? "")
        member("name", entity?.name ?? "")
        let ids = entity?.ids.map { "\($0.scheme):\($0.value)" } ?? []
        member("ids", ids.joined(separator: "|"))
        member("value", document.value(of: mention) ?? "")
        let date = mention.date
        member("edtf", date?.edtf ?? "")
        member("earliest", date?.earliest ?? "")
        member("latest", date?.latest ?? "")
        member("grain", date?.grain ?? "")
        member("resolution", date?.resolution.rawValue ?? "")
        member("rule", mention.rule)
    }
}
