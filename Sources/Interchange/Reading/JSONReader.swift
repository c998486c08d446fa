/// Reads one JSON value (RFC 8259, strictly) from bytes, in time linear in their number.
///
/// Depth is bounded, so that brackets by the thousand are an error and not a crash. A surrogate that stands alone in an
/// escape has no place in UTF-8 and becomes U+FFFD; ``loneSurrogates`` tells.
public struct JSONReader {
    /// The deepest nesting that is read.
    public static let maximumDepth = 512

    /// How many lone surrogates were replaced, and the byte where the first one's escape starts.
    public private(set) var loneSurrogates: (count: Int, first: Int) = (0, 0)

    private let bytes: [UInt8]
    private var index = 0

    /// A reader of `bytes`, which should be valid UTF-8: what is not becomes U+FFFD.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The value in `bytes`, which hold nothing else but white space.
    ///
    /// - Throws: ``JSONError``, which says where.
    public static func read(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
        var reader = JSONReader(bytes)
        return try reader.read()
    }

    /// The value in the bytes, which hold nothing else but white space.
    ///
    /// - Throws: ``JSONError``, which says where.
    public mutating func read() throws(JSONError) -> JSONValue {
        index = 0
        loneSurrogates = (0, 0)
        skipSpace()
        let value = try value(depth: 0)
        skipSpace()
        guard index == bytes.count else { throw failure("unexpected text after the value") }
        return value
    }

    private func failure(_ message: String) -> JSONError {
        JSONError(byteOffset: index, message: message)
    }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            index += 1
        }
    }

    private mutating func skip(_ byte: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: byte) else { return false }
        index += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        switch current {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"): return try number()
        case let byte? where byte &- 0x30 < 10: return try number()
        case nil: throw failure("a value is missing")
        default: throw failure("expected a value")
        }
    }

    private mutating func word(
        _ word: String, _ value: JSONValue
    ) throws(JSONError) -> JSONValue {
        for byte in word.utf8 {
            guard current == byte else { throw failure("expected “\(word)”") }
            index += 1
        }
        return value
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
        try open(depth)
        var values: [JSONValue] = []
        if skip("]") { return .array(values) }
        while true {
            skipSpace()
            values.append(try value(depth: depth + 1))
            skipSpace()
            if skip("]") { return .array(values) }
            guard skip(",") else { throw failure("expected “,” or “]”") }
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
        try open(depth)
        var members: [(key: String, value: JSONValue)] = []
        if skip("}") { return .object(members) }
        while true {
            skipSpace()
            guard current == UInt8(ascii: "\"") else { throw failure("expected a key in quotes") }
            let key = try string()
            skipSpace()
            guard skip(":") else { throw failure("expected “:”") }
            skipSpace()
            members.append((key, try value(depth: depth + 1)))
            skipSpace()
            if skip("}") { return .object(members) }
            guard skip(",") else { throw failure("expected “,” or “}”") }
        }
    }

    private mutating func open(_ depth: Int) throws(JSONError) {
        guard depth < Self.maximumDepth else {
            throw failure("nested more than \(Self.maximumDepth) deep")
        }
        index += 1
        skipSpace()
    }

    private mutating func number() throws(JSONError) -> JSONValue {
        let start = index
        _ = skip("-")
        if !skip("0") { try digits() }
        if skip(".") { try digits() }
        if skip("e") || skip("E") {
            if !skip("+") { _ = skip("-") }
            try digits()
        }
        return .number(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    private mutating func digits() throws(JSONError) {
        let start = index
        while let byte = current, byte &- 0x30 < 10 { index += 1 }
        if index == start { throw failure("expected a digit") }
    }
}

extension JSONReader {
    private mutating func string() throws(JSONError) -> String {
        index += 1
        let start = index
        skipPlain()
        // Most strings have no escape, and are made in one piece.
        if current == UInt8(ascii: "\"") {
            index += 1
            return String(decoding: bytes[start..<index - 1], as: UTF8.self)
        }
        var text = Array(bytes[start..<index])
        while true {
            switch current {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &text)
            case nil: throw failure("a string does not end")
            default: throw failure("a control character must be escaped")
            }
            let plain = index
            skipPlain()
            text += bytes[plain..<index]
        }
    }

    /// Goes on to the next quote, backslash or control character.
    private mutating func skipPlain() {
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
            index += 1
        }
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
        index += 1
        guard let byte = current else { throw failure("a string does not end") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: UTF8.encode(try scalar())!)
        default:
            index -= 1
            throw failure("unknown escape")
        }
    }

    private mutating func scalar() throws(JSONError) -> Unicode.Scalar {
        let start = index - 2
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        let rest = index
        if first < 0xDC00, skip("\\"), skip("u") {
            let second = try codeUnit()
            if (0xDC00...0xDFFF).contains(second),
                let pair = Unicode.Scalar(0x10000 + (first - 0xD800) * 0x400 + (second - 0xDC00))
            {
                return pair
            }
        }
        // What follows is no second half: it is read again, by itself.
        index = rest
        if loneSurrogates.count == 0 { loneSurrogates.first = start }
        loneSurrogates.count += 1
        return "\u{FFFD}"
    }

    private mutating func codeUnit() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current, let digit = Self.hexadecimal(byte) else {
                throw failure("expected four hexadecimal digits")
            }
            value = value << 4 | digit
            index += 1
        }
        return value
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
