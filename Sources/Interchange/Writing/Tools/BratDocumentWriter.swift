import Dragoman

/// The `.ann` file of one text, in brat's standoff format; brat shows it with the text in a `.txt` beside it.
///
/// Offsets count code points, as brat does. `T` lines are the mentions, nested ones too; `N` lines the ids of what they
/// stand for, the name behind them; notes (`#`) the TIMEX3 values of dates; an `Equiv` relation (`*`) joins the mentions of
/// one entity.
///
/// Brat has no mention over a line break, nor has a line of the file a tab to spare: where the text has one in a mention,
/// the span is written in two parts, as brat itself would.
public struct BratDocumentWriter: DocumentWriter {
    public init() {}

    public func write(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
    ) {
        let text = MeasuredText(utf8, unit: .codepoint)
        var (ids, notes) = (0, 0)
        for (number, mention) in document.mentions.enumerated() {
            writeSpan(mention, number, text, &output)
            let entity = document.entity(of: mention)
            for (scheme, value) in entity?.ids ?? [] {
                ids += 1
                let reference = "\(scheme):\(value)".split(separator: " ").joined(separator: "%20")
                output.append("N")
                output.append(decimal: ids)
                output.append("\tReference T")
                output.append(decimal: number + 1)
                output.append(" ")
                output.append(onOneLine: reference)
                output.append("\t")
                output.append(onOneLine: entity?.repeatedName ?? "")
                output.append("\n")
            }
            if let value = mention.date?.timex {
                notes += 1
                output.append("#")
                output.append(decimal: notes)
                output.append("\tAnnotatorNotes T")
                output.append(decimal: number + 1)
                output.append("\t")
                output.append(onOneLine: value)
                output.append("\n")
            }
        }
        for entity in document.entities where entity.mentions.count > 1 {
            output.append("*\tEquiv")
            for number in entity.mentions {
                output.append(" T")
                output.append(decimal: number + 1)
            }
            output.append("\n")
        }
    }

    private func writeSpan(
        _ mention: Mention, _ number: Int, _ text: MeasuredText, _ output: inout ByteBuffer
    ) {
        let parts = text.utf8.partsOnOneLine(mention.utf8Range)
        output.append("T")
        output.append(decimal: number + 1)
        output.append("\t")
        output.append(mention.label.constant)
        for (index, part) in parts.enumerated() {
            let (start, end) = text.offsets(of: part)
            output.append(index == 0 ? " " : ";")
            output.append(decimal: start)
            output.append(" ")
            output.append(decimal: end)
        }
        output.append("\t")
        output.append(text.utf8, parts)
        output.append("\n")
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The parts of a span between line breaks and tabs; what Python takes for a line break is one.
    fileprivate func partsOnOneLine(_ span: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = span.lowerBound
        var index = start
        while index < span.upperBound {
            let length = breakLength(at: index, before: span.upperBound)
            if length > 0 {
                if index > start { parts.append(start..<index) }
                start = index + length
            }
            index += Swift.max(length, 1)
        }
        if index > start { parts.append(start..<index) }
        return parts
    }

    private func breakLength(at index: Int, before end: Int) -> Int {
        switch self[index] {
        case 0x09...0x0D, 0x1C...0x1E: 1
        // U+0085, U+2028, U+2029.
        case 0xC2 where index + 1 < end && self[index + 1] == 0x85: 2
        case 0xE2
        where index + 2 < end && self[index + 1] == 0x80 && self[index + 2] & 0xFE == 0xA8:
            3
        default: 0
        }
    }
}

extension ByteBuffer {
    /// Appends parts of a text with a blank between them.
    fileprivate mutating func append(_ utf8: UnsafeBufferPointer<UInt8>, _ parts: [Range<Int>]) {
        for (index, part) in parts.enumerated() {
            if index > 0 { append(" ") }
            append(UnsafeBufferPointer(rebasing: utf8[part]))
        }
    }

    fileprivate mutating func append(onOneLine text: String) {
        var text = text
        text.withUTF8 { append($0, $0.partsOnOneLine($0.indices)) }
    }
}
