import Dragoman

/// Writes HTML that an XML parser reads too, into a buffer of bytes.
///
/// Markup comes from constants only; whatever else is written is escaped. Characters that could do something instead of
/// being seen are written as their code, in a box of class `code` where there may be one (``TextHazard``).
struct HTMLWriter: ~Copyable {
    private(set) var buffer: ByteBuffer

    /// A writer that goes on where `buffer` ends.
    init(buffer: consuming ByteBuffer = ByteBuffer()) { self.buffer = buffer }

    /// The buffer, back from the writer.
    consuming func finish() -> ByteBuffer { buffer }

    /// Writes markup.
    mutating func markup(_ markup: StaticString) { buffer.append(markup) }

    /// Writes a whole number.
    mutating func number(_ value: Int) { buffer.append(decimal: value) }

    /// Writes a text as the content of an element.
    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { self.text(utf8: $0) }
    }

    /// Writes a text, which must be valid UTF-8, as the content of an element.
    mutating func text(utf8: UnsafeBufferPointer<UInt8>) { escape(utf8, isAttribute: false) }

    /// Writes ` name="value"`.
    mutating func attribute(_ name: StaticString, _ value: String) {
        attribute(name) { html in
            var value = value
            value.withUTF8 { html.escape($0, isAttribute: true) }
        }
    }

    /// Writes ` name="`, what `value` writes, which must be escaped, and `"`.
    mutating func attribute(_ name: StaticString, _ value: (inout HTMLWriter) -> Void) {
        buffer.append(" ")
        buffer.append(name)
        buffer.append("=\"")
        value(&self)
        buffer.append("\"")
    }

    private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>, isAttribute: Bool) {
        var plain = 0
        for index in utf8.indices {
            let byte = utf8[index]
            if byte >= 0x20, byte < 0x7F, !Self.marks.contains(byte) { continue }
            let hazard = TextHazard(utf8, at: index)
            if hazard == nil, byte >= 0x7F { continue }
            buffer.append(UnsafeBufferPointer(rebasing: utf8[plain..<index]))
            plain = index + (hazard?.length ?? 1)
            if let hazard {
                write(code: hazard.scalar, isAttribute)
            } else if isAttribute, byte < 0x20 {
                write(code: UInt16(byte), isAttribute)
            } else {
                let isLineEnd = index + 1 < utf8.count && utf8[index + 1] == 0x0A
                write(mark: byte, isLineEnd: isLineEnd)
            }
        }
        buffer.append(UnsafeBufferPointer(rebasing: utf8[plain...]))
    }

    private static let marks: [UInt8] = [0x22, 0x26, 0x27, 0x3C, 0x3E]

    private mutating func write(mark byte: UInt8, isLineEnd: Bool) {
        switch byte {
        case UInt8(ascii: "&"): buffer.append("&amp;")
        case UInt8(ascii: "<"): buffer.append("&lt;")
        case UInt8(ascii: ">"): buffer.append("&gt;")
        case UInt8(ascii: "\""): buffer.append("&quot;")
        case UInt8(ascii: "'"): buffer.append("&#39;")
        // A parser would make a line feed of it, and a browser shows it as a blank.
        case UInt8(ascii: "\r") where isLineEnd: buffer.append("&#13;")
        case UInt8(ascii: "\r"): write(code: 0x0D, false)
        default: buffer.append(byte)
        }
    }

    private mutating func write(code scalar: UInt16, _ isAttribute: Bool) {
        buffer.append(isAttribute ? "[U+" : "<span class=\"code\">U+")
        buffer.append(code: scalar)
        buffer.append(isAttribute ? "]" : "</span>")
    }
}
