import Dragoman
import Segmentation

/// What rows are written to: lines of JSON, or the columns of a table. Each row gets every column, in their order.
protocol RowWriter: ~Copyable {
    mutating func startRow()
    mutating func put(_ number: Int, _ column: RowColumn)
    mutating func put(_ text: borrowing String, _ column: RowColumn)
    /// Puts a text given as its UTF-8, which is valid.
    mutating func put(_ utf8: UnsafeBufferPointer<UInt8>, _ column: RowColumn)
    mutating func endRow()
}

extension Document {
    /// Writes a row for each mention.
    ///
    /// - Parameters:
    ///   - parsed: the document's text, and the source that offsets count in, if it has one.
    ///   - unit: the unit in which offsets count.
    func writeRows<Writer: RowWriter & ~Copyable>(
        of parsed: ParsedDocument, unit: OffsetUnit, to writer: inout Writer
    ) {
        let text = MeasuredText(parsed.utf8, unit: unit, in: parsed.source)
        let ids = entities.map { entity in
            entity.ids.map { "\($0.scheme):\($0.value)" }.joined(separator: "|")
        }
        var sentence = 0
        for (number, mention) in mentions.enumerated() {
            while sentence < sentences.count,
                sentences[sentence].lowerBound <= mention.utf8Range.lowerBound
            {
                sentence += 1
            }
            let (start, end) = text.offsets(of: mention.utf8Range)
            let date = mention.date
            writer.startRow()
            writer.put(id ?? "", .id)
            writer.put(sentence, .sentence)
            writer.put(number, .mention)
            writer.put(mention.inside ?? number, .outer)
            writer.put(unit.rawValue, .offsets)
            writer.put(start, .start)
            writer.put(end, .end)
            writer.put(text[mention.utf8Range], .text)
            writer.put(mention.label.rawValue, .label)
            writer.put(mention.entity.map { entities[$0].id } ?? "", .entity)
            writer.put(mention.entity.map { entities[$0].repeatedName } ?? "", .name)
            writer.put(mention.entity.map { ids[$0] } ?? "", .ids)
            writer.put(value(of: mention) ?? "", .value)
            writer.put(date?.edtf ?? "", .edtf)
            writer.put(date?.earliest ?? "", .earliest)
            writer.put(date?.latest ?? "", .latest)
            writer.put(date?.grain ?? "", .grain)
            writer.put(date?.resolution.rawValue ?? "", .resolution)
            writer.put(mention.rule, .rule)
            writer.endRow()
        }
    }
}
