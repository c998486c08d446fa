import Segmentation

/// Finds out by its first bytes how an input that is read piece by piece is decoded.
struct StreamDecoding {
    private let encoding: InputEncoding
    private(set) var isDecided: Bool
    private var decoder: CharsetDecoder?

    enum Decision {
        case needsMore
        /// As UTF-8, for which nothing needs to be done.
        case asItIs
        /// The bytes so far go through it, too.
        case through(any ByteDecoder)
    }

    /// - Parameter isNeeded: `false` for what is no text.
    init(_ encoding: InputEncoding, isNeeded: Bool = true) {
        self.encoding = encoding
        isDecided = !isNeeded
    }

    /// What could not be decoded, once the input ended.
    var problem: String? {
        guard let problems = decoder?.problems, let first = problems.first else { return nil }
        let rest = problems.count > 1 ? ", and others from byte \(problems[1].byteOffset) on" : ""
        return "byte \(first.byteOffset): \(first.message)\(rest)"
    }

    /// Decides, if the bytes so far are enough.
    ///
    /// - Parameter isWhole: whether no more come.
    mutating func decide(_ buffer: inout ByteBuffer, isWhole: Bool, isTable: Bool) -> Decision {
        let bytes = buffer.bytes
        let isShort = encoding == .detected && bytes.count < CharsetDetector.window
        if !isWhole, isShort || TextTranscoder.isUndecided(bytes) { return .needsMore }
        isDecided = true
        if let transcoder = TextTranscoder(markOf: bytes) {
            buffer.removeFirst(transcoder.markLength)
            return .through(transcoder)
        }
        if bytes.hasByteOrderMark {
            // The names of the columns come first. Elsewhere, who reads the line passes over the mark.
            if isTable { buffer.removeFirst(3) }
            return .asItIs
        }
        let charset: Charset? =
            switch encoding {
            case .standard: nil
            case .charset(let charset): charset
            case .detected: CharsetDetector.charset(of: bytes, isWhole: isWhole)
            }
        guard let charset, charset != .utf8, let decoder = CharsetDecoder(charset) else {
            return .asItIs
        }
        self.decoder = decoder
        return .through(decoder)
    }
}
