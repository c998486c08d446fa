import Dragoman

/// TimeML 1.2.1 with inline TIMEX3: an XML document a text, a line each unless line breaks are kept.
///
/// The text content of `TEXT` is the document's text, byte for byte: line breaks are written as references where they
/// would break the line or a parser would change them. The exceptions are the characters that XML 1.0 has no way to
/// write (control characters other than tab and line breaks, U+FFFE and U+FFFF): for each stands U+FFFD, so that offsets
/// in code points stay, and a processing instruction before it says what it stands for: `<?char U+000C?>`.
///
/// `t0` is the document creation time, which `DCT` holds if it is known; `anchorTimeID` says what a relative expression
/// was counted from. `beginPoint` and `endPoint` refer to the first mention of that value, or to an empty `TIMEX3`
/// behind the mention where the text has none. Names and treaties have no place in TimeML; of
/// temporal expressions that overlap, the first in the document's order is written: the one that starts first, and of
/// those the longest.
public struct TimeMLDocumentWriter: DocumentWriter {
    /// Whether line breaks of the text stay line breaks, so that a document may have many lines.
    public let keepsLines: Bool

    public init(keepsLines: Bool = false) { self.keepsLines = keepsLines }

    public func write(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
    ) {
        output.append(#"<?xml version="1.0" encoding="UTF-8"?>"#)
        breakLine(&output)
        output.append("<TimeML>")
        breakLine(&output)
        if let id = document.id {
            output.append("<DOCID>")
            escape(id, &output)
            output.append("</DOCID>")
            breakLine(&output)
        }
        if let anchor = document.anchor {
            write(anchor, &output)
            breakLine(&output)
        }
        output.append("<TEXT>")
        write(document, utf8, &output)
        output.append("</TEXT>")
        breakLine(&output)
        output.append("</TimeML>\n")
    }

    private func write(_ anchor: Anchor, _ output: inout ByteBuffer) {
        output.append(#"<DCT><TIMEX3 tid="t0" type="DATE""#)
        attribute("value", anchor.value, &output)
        output.append(#" temporalFunction="false" functionInDocument="CREATION_TIME">"#)
        escape(anchor.value, &output)
        output.append("</TIMEX3></DCT>")
    }

    private func write(
        _ document: Document, _ utf8: UnsafeBufferPointer<UInt8>, _ output: inout ByteBuffer
    ) {
        var times = TimeMLTimes(document, length: utf8.count)
        var end = 0
        for (index, mention) in document.mentions.enumerated() {
            guard let date = mention.date, let number = times.numbers[index] else { continue }
            let span = mention.utf8Range.clamped(to: utf8.indices)
            escape(utf8[end..<span.lowerBound], &output)
            write(date, number, &times, &output)
            escape(utf8[span], &output)
            output.append("</TIMEX3>")
            writeUnsaid(&times, &output)
            end = span.upperBound
        }
        escape(utf8[end...], &output)
    }

    private func write(
        _ date: DateValue, _ number: Int, _ times: inout TimeMLTimes, _ output: inout ByteBuffer
    ) {
        output.append("<TIMEX3")
        attribute("tid", time: number, &output)
        attribute("type", date.type, &output)
        attribute("value", date.timex, &output)
        attribute("mod", date.mod, &output)
        let details = date.details
        attribute("quant", details?.quant, &output)
        attribute("freq", details?.freq, &output)
        attribute("beginPoint", time: times.number(of: details?.beginPoint), &output)
        attribute("endPoint", time: times.number(of: details?.endPoint), &output)
        if date.resolution == .anchored || date.resolution == .inferred {
            output.append(#" temporalFunction="true""#)
            attribute("anchorTimeID", time: times.number(of: date.reference), &output)
        }
        output.append(">")
    }

    /// The points that were referred to and of which the text has no mention.
    private func writeUnsaid(_ times: inout TimeMLTimes, _ output: inout ByteBuffer) {
        for (number, value) in times.unsaid {
            output.append("<TIMEX3")
            attribute("tid", time: number, &output)
            let isTime = value.first != "P" && value.contains("T")
            attribute("type", isTime ? "TIME" : "DATE", &output)
            attribute("value", value, &output)
            output.append(#" temporalFunction="true"/>"#)
        }
        times.unsaid.removeAll()
    }

    private func breakLine(_ output: inout ByteBuffer) {
        if keepsLines { output.append("\n") }
    }
}

/// The numbers of the times of a document: 0 its creation, then its mentions, then what only they refer to.
private struct TimeMLTimes {
    /// By mention; `nil` for those that are not written.
    private(set) var numbers: [Int?] = []
    /// What was referred to since the last time that it was written, and is no mention.
    var unsaid: [(number: Int, value: String)] = []
    private var numberOfValue: [String: Int] = [:]
    private var next = 1
    private let hasCreation: Bool

    init(_ document: Document, length: Int) {
        hasCreation = document.anchor != nil
        if let anchor = document.anchor { numberOfValue[anchor.value] = 0 }
        var end = 0
        for mention in document.mentions {
            let span = mention.utf8Range.clamped(to: 0..<length)
            guard let date = mention.date, span.lowerBound >= end, !span.isEmpty else {
                numbers.append(nil)
                continue
            }
            end = span.upperBound
            numbers.append(next)
            if numberOfValue[date.timex] == nil { numberOfValue[date.timex] = next }
            next += 1
        }
    }

    /// The time with a value: the first mention of it, or one that is not said.
    mutating func number(of value: String?) -> Int? {
        guard let value else { return nil }
        if let number = numberOfValue[value] { return number }
        numberOfValue[value] = next
        unsaid.append((next, value))
        next += 1
        return next - 1
    }

    func number(of reference: DateReference?) -> Int? {
        switch reference {
        case .creation? where hasCreation: 0
        case .mention(let index)? where numbers.indices.contains(index): numbers[index]
        default: nil
        }
    }
}

extension TimeMLDocumentWriter {
    private func attribute(
        _ name: StaticString, time number: Int?, _ output: inout ByteBuffer
    ) {
        guard let number else { return }
        output.append(" ")
        output.append(name)
        output.append("=\"t")
        output.append(decimal: number)
        output.append("\"")
    }

    private func attribute(
        _ name: StaticString, _ value: String?, _ output: inout ByteBuffer
    ) {
        guard let value else { return }
        output.append(" ")
        output.append(name)
        output.append("=\"")
        escape(value, &output, isAttribute: true)
        output.append("\"")
    }

    private func escape(_ text: String, _ output: inout ByteBuffer, isAttribute: Bool = false) {
        var text = text
        text.withUTF8 { escape($0[...], &output, isAttribute: isAttribute) }
    }

    private func escape(
        _ utf8: Slice<UnsafeBufferPointer<UInt8>>, _ output: inout ByteBuffer,
        isAttribute: Bool = false
    ) {
        var plain = utf8.startIndex
        for index in utf8.indices {
            let byte = utf8[index]
            // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
            let isNone =
                byte == 0xEF && index + 2 < utf8.endIndex && utf8[index + 1] == 0xBF
                && utf8[index + 2] >= 0xBE
            guard byte < 0x20 || isNone || Self.marks.contains(byte) else { continue }
            output.append(UnsafeBufferPointer(rebasing: utf8[plain..<index]))
            plain = index + (isNone ? 3 : 1)
            switch byte {
            case UInt8(ascii: "&"): output.append("&amp;")
            case UInt8(ascii: "<"): output.append("&lt;")
            case UInt8(ascii: ">"): output.append("&gt;")
            case UInt8(ascii: "\""): output.append("&quot;")
            case UInt8(ascii: "\t"): output.append("&#9;")
            case UInt8(ascii: "\n"): output.append(keepsLines && !isAttribute ? "\n" : "&#10;")
            case UInt8(ascii: "\r"): output.append("&#13;")
            default:
                // Nothing but text may stand in an attribute.
                if !isAttribute {
                    name(isNone ? 0xFF00 | UInt16(utf8[index + 2] | 0x40) : UInt16(byte), &output)
                }
                output.append("\u{FFFD}")
            }
        }
        output.append(UnsafeBufferPointer(rebasing: utf8[plain...]))
    }

    private static let marks: [UInt8] = [0x22, 0x26, 0x3C, 0x3E]

    /// Says which character the next one stands for.
    private func name(_ scalar: UInt16, _ output: inout ByteBuffer) {
        output.append("<?char U+")
        output.append(code: scalar)
        output.append("?>")
    }
}
