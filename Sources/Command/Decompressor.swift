import CCompression
import Interchange

/// Unpacks gzip members, Zstandard frames or zlib streams, one after another.
final class Decompressor: ByteDecoder {
    private let decoder: OpaquePointer
    private let name: String
    private var failure: DecodingFailure?

    private init?(_ format: CCompressionFormat, _ name: String) {
        guard let decoder = ccompression_open(format) else { return nil }
        self.decoder = decoder
        self.name = name
    }

    /// The decoder for a packing; `nil` for want of memory.
    @Sendable static func open(_ packing: Packing) -> (any ByteDecoder)? {
        switch packing {
        case .gzip: Decompressor(CCompressionGzip, "gzip")
        case .zstandard: Decompressor(CCompressionZstandard, "Zstandard")
        case .deflate: Decompressor(CCompressionDeflate, "deflate")
        }
    }

    deinit { ccompression_close(decoder) }

    func decode(
        _ input: UnsafeBufferPointer<UInt8>, isLast: Bool,
        into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(DecodingFailure) -> (read: Int, written: Int) {
        if let failure { throw failure }
        guard let first = output.baseAddress else { return (0, 0) }
        let step = ccompression_decode(
            decoder, input.baseAddress, input.count, first, output.count)
        if let error = step.error {
            failure = DecodingFailure("damaged \(name) data: \(String(cString: error))")
        } else if isLast, step.read == 0, step.written == 0, !step.mayEnd {
            failure = DecodingFailure("the \(name) data is cut off")
        }
        // What was decoded before a fault is good: the fault is told with the next call.
        if let failure, step.written == 0 { throw failure }
        return (step.read, step.written)
    }
}
