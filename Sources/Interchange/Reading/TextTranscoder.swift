import Segmentation

/// UTF-16 or UTF-32 to UTF-8, piece by piece; what is neither becomes U+FFFD.
final class TextTranscoder: ByteDecoder {
    private let mark: [UInt8]

    /// The transcoder for bytes that start with one of the marks of UTF-16 and UTF-32.
    init?(markOf bytes: UnsafeBufferPointer<UInt8>) {
        guard let mark = Self.marks.first(where: { bytes.starts(with: $0) }) else { return nil }
        self.mark = mark
    }

    /// Whether more bytes are needed to tell.
    static func isUndecided(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        marks.contains { bytes.count < $0.count && $0.starts(with: bytes) }
    }

    private static let marks: [[UInt8]] = [
        [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF], [0xFF, 0xFE], [0xFE, 0xFF],
    ]

    var markLength: Int { mark.count }

    func decode(
        _ input: UnsafeBufferPointer<UInt8>, isLast: Bool,
        into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(DecodingFailure) -> (read: Int, written: Int) {
        // Three bytes at most come out of two, and out of an incomplete end.
        var length = min(input.count, output.count / 2)
        if length < input.count || !isLast {
            length -= length % mark.count
            if mark.count == 2, length > 0, isFirstHalf(input, length) { length -= 2 }
        }
        if length == 0 { return (0, 0) }
        let utf8 = TextDecoding.decode(mark + input[..<length]).utf8
        _ = output.update(fromContentsOf: utf8)
        return (length, utf8.count)
    }

    /// Whether the unit before `end` is the first of a surrogate pair.
    private func isFirstHalf(_ input: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
        let high = mark[0] == 0xFE ? input[end - 2] : input[end - 1]
        return high & 0xFC == 0xD8
    }
}
