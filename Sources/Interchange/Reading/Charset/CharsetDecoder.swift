import CICU
import Segmentation

/// A charset to UTF-8, piece by piece; what stands for nothing in it becomes U+FFFD.
final class CharsetDecoder: ByteDecoder {
    let charset: Charset
    private let converter: OpaquePointer
    private var position = 0
    private var runs: ProblemRuns

    /// - Returns: `nil` for want of memory, or if ICU has no data for the charset.
    init?(_ charset: Charset) {
        guard let converter = cicu_converter_open(charset.name) else { return nil }
        self.charset = charset
        self.converter = converter
        runs = ProblemRuns(encoding: charset.name)
    }

    deinit { cicu_converter_close(converter) }

    /// What was replaced so far, by offsets in the bytes.
    var problems: [DecodingProblem] { runs.list }

    func decode(
        _ input: UnsafeBufferPointer<UInt8>, isLast: Bool,
        into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(DecodingFailure) -> (read: Int, written: Int) {
        guard let room = output.baseAddress else { return (0, 0) }
        let step = cicu_converter_decode(
            converter, input.baseAddress, input.count, isLast, room, output.count)
        position += step.read
        if step.invalid > 0 { runs.add(max(position - Int(step.invalid), 0)..<position) }
        return (step.read, step.written)
    }

    /// Appends all of a text.
    static func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, _ charset: Charset, into buffer: inout ByteBuffer
    ) -> [DecodingProblem] {
        guard let decoder = CharsetDecoder(charset) else {
            return [DecodingProblem(byteOffset: 0, message: "ICU cannot read \(charset.name)")]
        }
        var rest = bytes
        while true {
            buffer.reserve(max(rest.count, 1 << 12))
            let room = UnsafeMutableBufferPointer(
                start: buffer.end, count: buffer.capacity - buffer.count)
            guard let step = try? decoder.decode(rest, isLast: true, into: room),
                step.read > 0 || step.written > 0
            else { return decoder.problems }
            buffer.advance(by: step.written)
            rest = UnsafeBufferPointer(rebasing: rest[step.read...])
        }
    }
}
