/// Writes lines of fields with tabs between them.
///
/// Tabs, line breaks and backslashes in a field are written `\t`, `\n`, `\r` and `\\`, and what a terminal might obey instead
/// of showing it (``TextHazard``) by its code, as in `\u001B`. So is a `#` that a line would start with, where lines that
/// start with one are comments.
public struct TSVWriter: ~Copyable {
    private var buffer: ByteBuffer
    private var isFirstField = true
    private let hasComments: Bool

    /// A writer that goes on where `buffer` ends.
    public init(buffer: consuming ByteBuffer = ByteBuffer(), hasComments: Bool = false) {
        self.buffer = buffer
        self.hasComments = hasComments
    }

    /// The buffer, back from the writer.
    public consuming func finish() -> ByteBuffer { buffer }

    /// The number of bytes written so far.
    public var count: Int { buffer.count }

    /// A copy of what was written so far.
    public var bytes: [UInt8] { buffer.array }

    /// Forgets what was written and keeps the storage.
    public mutating func removeAll() {
        buffer.removeAll()
        isFirstField = true
    }

    /// Writes a field.
    public mutating func field(_ text: String) {
        var text = text
        text.withUTF8 { field(utf8: $0) }
    }

    /// Writes a field given as its UTF-8.
    public mutating func field(utf8: UnsafeBufferPointer<UInt8>) {
        var utf8 = utf8
        if hasComments, isFirstField, utf8.first == UInt8(ascii: "#") {
            buffer.append("\\u0023")
            utf8 = UnsafeBufferPointer(rebasing: utf8.dropFirst())
        }
        startField()
        escape(utf8)
    }

    /// Writes a line that is a comment: `# key = value`, or only `# key`.
    mutating func comment(_ key: StaticString, _ value: String?) {
        buffer.append("# ")
        buffer.append(key)
        if var value {
            buffer.append(" = ")
            value.withUTF8 { escape($0) }
        }
        endLine()
    }

    private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>) {
        var plain = 0
        for index in utf8.indices {
            let letter = Self.escape(utf8[index])
            let hazard = letter == nil ? TextHazard(utf8, at: index) : nil
            if letter == nil, hazard == nil { continue }
            buffer.append(UnsafeBufferPointer(rebasing: utf8[plain..<index]))
            plain = index + (hazard?.length ?? 1)
            buffer.append(UInt8(ascii: "\\"))
            buffer.append(letter ?? UInt8(ascii: "u"))
            if let hazard { buffer.append(code: hazard.scalar) }
        }
        buffer.append(UnsafeBufferPointer(rebasing: utf8[plain...]))
    }

    /// Writes a whole number as a field.
    public mutating func field(_ value: Int) {
        startField()
        buffer.append(decimal: value)
    }

    /// Ends the line.
    public mutating func endLine() {
        buffer.append(UInt8(ascii: "\n"))
        isFirstField = true
    }

    private mutating func startField() {
        if !isFirstField { buffer.append(UInt8(ascii: "\t")) }
        isFirstField = false
    }

    @inline(__always)
    private static func escape(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\t"): UInt8(ascii: "t")
        case UInt8(ascii: "\n"): UInt8(ascii: "n")
        case UInt8(ascii: "\r"): UInt8(ascii: "r")
        case UInt8(ascii: "\\"): byte
        default: nil
        }
    }
}
