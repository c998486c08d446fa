/// Writes JSON (RFC 8259) into a buffer of bytes that is used again and again.
///
/// Keys come out in the order in which they are written. With ``pretty``, two blanks a level.
public struct JSONWriter {
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []
    /// Whether to break lines and indent.
    public let pretty: Bool
    /// How many brackets are open.
    private var depth = 0
    /// Whether something stands in the bracket opened last, so that a comma must come before the next.
    private var needsComma = false
    private var followsKey = false

    public init(pretty: Bool = false) { self.pretty = pretty }

    /// Forgets what was written and keeps the storage.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        depth = 0
        needsComma = false
        followsKey = false
    }

    /// Writes `{`, what `members` writes, and `}`.
    public mutating func object(_ members: (inout JSONWriter) -> Void) {
        bracket(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
    }

    /// Writes `[`, what `elements` writes, and `]`.
    public mutating func array(_ elements: (inout JSONWriter) -> Void) {
        bracket(UInt8(ascii: "["), UInt8(ascii: "]"), elements)
    }

    private mutating func bracket(
        _ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void
    ) {
        startValue()
        bytes.append(open)
        depth += 1
        needsComma = false
        content(&self)
        depth -= 1
        if needsComma { breakLine() }
        bytes.append(close)
        needsComma = true
    }

    /// Writes a member's key; its value must follow.
    public mutating func key(_ name: StaticString) {
        startValue()
        bytes.append(addingCapacity: name.utf8CodeUnitCount + 4) { output in
            output.append(UInt8(ascii: "\""))
            name.withUTF8Buffer { for byte in $0 { output.append(byte) } }
            output.append(UInt8(ascii: "\""))
            output.append(UInt8(ascii: ":"))
            if pretty { output.append(UInt8(ascii: " ")) }
        }
        followsKey = true
    }

    /// Writes a key that is known only now.
    public mutating func key(_ name: String) {
        startValue()
        quote(name.utf8)
        bytes.append(UInt8(ascii: ":"))
        if pretty { bytes.append(UInt8(ascii: " ")) }
        followsKey = true
    }

    /// Writes a string.
    public mutating func string(_ value: some StringProtocol) { string(utf8: value.utf8) }

    /// Writes a string given as its UTF-8, which must be valid.
    public mutating func string(utf8: some Collection<UInt8>) {
        startValue()
        quote(utf8)
    }

    /// Writes a whole number.
    public mutating func integer(_ value: Int) {
        startValue()
        digits(value)
    }

    /// Writes a number with at most three digits after the point; `null` for what is none or beyond 10¹².
    public mutating func decimal(_ value: Double) {
        startValue()
        guard value.isFinite, value.magnitude < 1e12 else {
            bytes.append(contentsOf: Array("null".utf8))
            return
        }
        let thousandths = Int((value * 1000).rounded())
        if thousandths < 0 { bytes.append(UInt8(ascii: "-")) }
        let magnitude = Int(thousandths.magnitude)
        digits(magnitude / 1000)
        var fraction = magnitude % 1000
        guard fraction != 0 else { return }
        bytes.append(UInt8(ascii: "."))
        var place = 100
        while fraction != 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(fraction / place))
            fraction %= place
            place /= 10
        }
    }

    /// Ends a line, between documents.
    public mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

    private mutating func startValue() {
        if followsKey {
            followsKey = false
        } else if depth > 0 {
            if needsComma { bytes.append(UInt8(ascii: ",")) }
            breakLine()
        }
        needsComma = true
    }

    private mutating func breakLine() {
        guard pretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
    }

    private mutating func digits(_ value: Int) {
        bytes.append(addingCapacity: 20) { output in
            if value < 0 { output.append(UInt8(ascii: "-")) }
            let magnitude = value.magnitude
            var divisor: UInt = 1
            while magnitude / 10 >= divisor { divisor *= 10 }
            while divisor > 0 {
                output.append(
                    UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude / divisor % 10))
                divisor /= 10
            }
        }
    }
}

extension JSONWriter {
    /// Quotes, and escapes what RFC 8259 says must be: `"`, `\` and the control characters; U+007F, U+2028 and U+2029
    /// too, which break lines in JavaScript or terminals. What needs no escape is copied in runs.
    private mutating func quote(_ value: some Collection<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        let copied: Void? = value.withContiguousStorageIfAvailable { escape($0) }
        if copied == nil { Array(value).withUnsafeBufferPointer { escape($0) } }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ value: UnsafeBufferPointer<UInt8>) {
        var run = 0
        for index in value.indices {
            let byte = value[index]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
                bytes.append(contentsOf: value[run..<index])
                escape(byte)
                run = index + 1
            } else if byte & 0xFE == 0xA8, index >= 2, value[index - 2] == 0xE2,
                value[index - 1] == 0x80
            {
                bytes.append(contentsOf: value[run..<index - 2])
                bytes.append(
                    contentsOf: byte == 0xA8 ? Self.lineSeparator : Self.paragraphSeparator)
                run = index + 1
            }
        }
        bytes.append(contentsOf: value[run...])
    }

    private static let lineSeparator = Array("\\u2028".utf8)
    private static let paragraphSeparator = Array("\\u2029".utf8)
    private static let hexadecimalStart = Array("\\u00".utf8)
    private static let hexadecimalDigits = Array("0123456789abcdef".utf8)

    private mutating func escape(_ byte: UInt8) {
        let letter: UInt8
        switch byte {
        case 0x22, 0x5C: letter = byte
        case 0x08: letter = UInt8(ascii: "b")
        case 0x09: letter = UInt8(ascii: "t")
        case 0x0A: letter = UInt8(ascii: "n")
        case 0x0C: letter = UInt8(ascii: "f")
        case 0x0D: letter = UInt8(ascii: "r")
        default:
            bytes.append(contentsOf: Self.hexadecimalStart)
            bytes.append(Self.hexadecimalDigits[Int(byte >> 4)])
            bytes.append(Self.hexadecimalDigits[Int(byte & 15)])
            return
        }
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(letter)
    }
}
