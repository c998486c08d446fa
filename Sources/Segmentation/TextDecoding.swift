/// Something in a text's bytes that could not be decoded and was replaced.
public struct DecodingProblem: Sendable, Equatable {
    /// Where in the input, in bytes, byte order mark included.
    public var byteOffset: Int
    /// What was wrong, for a reader.
    public var message: String

    /// A problem with what stands at an offset.
    public init(byteOffset: Int, message: String) {
        self.byteOffset = byteOffset
        self.message = message
    }
}

/// Turns bytes as they come into valid UTF-8.
public enum TextDecoding {
    /// How many problems are listed one by one; one entry more says how many were left out.
    public static let listedProblems = 100

    /// Decodes `bytes` by their byte order mark, or else as UTF-8.
    ///
    /// The marks of UTF-8, UTF-16 and UTF-32 in both byte orders are honoured and left out of the result, so
    /// that offsets count in the text after the mark. Each *maximal subpart* of an ill-formed sequence becomes
    /// one U+FFFD, as in WHATWG's decoders (Encoding Standard, §8.1.1; The Unicode Standard, §3.9). Valid UTF-8
    /// without a mark comes back as the same array.
    ///
    /// - Returns: the text, and the runs of bytes that were replaced, in order.
    ///
    /// ```swift
    /// let (utf8, problems) = TextDecoding.decode([0x48, 0x69, 0xFF, 0x21])
    /// String(decoding: utf8, as: UTF8.self)  // "Hi\u{FFFD}!"
    /// problems[0].byteOffset  // 2
    /// ```
    public static func decode(_ bytes: [UInt8]) -> (utf8: [UInt8], problems: [DecodingProblem]) {
        let encoding = TextEncoding(markOf: bytes)
        var decoder = TextDecoder(encoding)
        switch encoding {
        case .utf8(let markLength): decoder.decodeUTF8(bytes, from: markLength)
        case .utf16(let order): decoder.decodeUTF16(bytes, order)
        case .utf32(let order): decoder.decodeUTF32(bytes, order)
        }
        return (decoder.output, decoder.problems.list)
    }
}

/// The encodings that a byte order mark can announce.
enum TextEncoding {
    enum ByteOrder {
        case little
        case big
    }

    /// Without a mark, or with one of three bytes.
    case utf8(markLength: Int)
    case utf16(ByteOrder)
    case utf32(ByteOrder)

    init(markOf bytes: [UInt8]) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            self = .utf8(markLength: 3)
        } else if bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
            self = .utf32(.little)
        } else if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            self = .utf32(.big)
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            self = .utf16(.little)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self = .utf16(.big)
        } else {
            self = .utf8(markLength: 0)
        }
    }

    var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16: "UTF-16"
        case .utf32: "UTF-32"
        }
    }
}
