import CText
import Dragoman
import Segmentation

/// Bytes of a whole text as UTF-8.
struct DecodedBytes {
    /// Where they stand, or where they were decoded to.
    var utf8: UnsafeBufferPointer<UInt8>
    /// What could not be decoded; offsets count in the bytes.
    var warnings: [Warning] = []
    /// The charset, if it is not UTF-8.
    var charset: String?

    /// Decodes by the byte order mark, else by what is asked for, else by what the text says of itself, else as UTF-8.
    ///
    /// - Parameters:
    ///   - declared: the charset that the text says it has, if it says so.
    ///   - buffer: where the text goes if it is not UTF-8 already.
    init(
        _ bytes: UnsafeBufferPointer<UInt8>, _ encoding: InputEncoding, isHTML: Bool = false,
        declared: Charset? = nil, into buffer: inout ByteBuffer
    ) {
        utf8 = bytes
        guard let first = bytes.baseAddress else { return }
        let hasMark = bytes.hasByteOrderMark
        if !hasMark {
            let charset: Charset =
                switch encoding {
                case .charset(let charset): charset
                case .standard: declared ?? .utf8
                case .detected:
                    declared ?? CharsetDetector.charset(of: bytes, isHTML: isHTML) ?? .utf8
                }
            if charset != .utf8 {
                buffer.removeAll()
                warnings = CharsetDecoder.decode(bytes, charset, into: &buffer).map { Warning($0) }
                utf8 = buffer.bytes
                self.charset = charset.name
                return
            }
            if ctext_is_utf8(first, bytes.count) { return }
        }
        let decoded = TextDecoding.decode(Array(bytes))
        buffer.removeAll()
        buffer.append(decoded.utf8)
        utf8 = buffer.bytes
        warnings = decoded.problems.map { Warning($0) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether they start with the mark of UTF-8, UTF-16 or UTF-32.
    var hasByteOrderMark: Bool {
        starts(with: [0xEF, 0xBB, 0xBF]) || starts(with: [0xFF, 0xFE])
            || starts(with: [0xFE, 0xFF]) || starts(with: [0, 0, 0xFE, 0xFF])
    }
}
