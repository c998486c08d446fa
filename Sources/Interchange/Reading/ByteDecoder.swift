/// Turns a stream of bytes into another: decompresses, or changes the encoding.
public protocol ByteDecoder: AnyObject {
    /// Decodes as much as fits.
    ///
    /// - Parameter isLast: whether nothing comes after `input`. It is asked again until it reads and writes no more.
    /// - Returns: the numbers of bytes read and written; none if more input is needed.
    /// - Throws: ``DecodingFailure``, also when the stream must not end here.
    func decode(
        _ input: UnsafeBufferPointer<UInt8>, isLast: Bool,
        into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(DecodingFailure) -> (read: Int, written: Int)
}

/// Why bytes cannot be decoded.
public struct DecodingFailure: Error, Equatable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}

/// How a file is packed, told by its first bytes.
public enum Packing: Sendable, CaseIterable {
    /// RFC 1952.
    case gzip
    /// RFC 8878.
    case zstandard
    /// RFC 1950, as HTTP has it.
    case deflate

    /// Whether files that are packed so can be told by their first bytes.
    var isMarked: Bool { self != .deflate }

    /// The packing whose mark the bytes start with; `nil` for none.
    init?(markOf bytes: UnsafeBufferPointer<UInt8>) {
        let known = Self.marks.first { mark in
            bytes.count >= mark.bytes.count && mark.fits(bytes)
        }
        guard let known else { return nil }
        self = known.packing
    }

    /// Whether more bytes are needed to tell.
    static func isUndecided(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        marks.contains { bytes.count < $0.bytes.count && $0.fits(bytes) }
    }

    private struct Mark {
        let packing: Packing
        let bytes: [UInt8]
        /// The bits of the first byte that count.
        var mask: UInt8 = 0xFF

        /// Whether `text` is like the mark as far as both go.
        func fits(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
            zip(text, bytes).enumerated().allSatisfy { index, pair in
                pair.0 & (index == 0 ? mask : 0xFF) == pair.1
            }
        }
    }

    private static var marks: [Mark] {
        [
            Mark(packing: .gzip, bytes: [0x1F, 0x8B]),
            Mark(packing: .zstandard, bytes: [0x28, 0xB5, 0x2F, 0xFD]),
            // A frame to skip, which parallel compressors put first.
            Mark(packing: .zstandard, bytes: [0x50, 0x2A, 0x4D, 0x18], mask: 0xF0),
        ]
    }
}

/// A decoder and the input that it has not used yet.
final class DecodingStage {
    private let decoder: any ByteDecoder
    private var input = ByteBuffer(capacity: 1 << 17)
    private var used = 0
    private var isAtEnd = false

    /// - Parameter first: bytes that were read before the decoder was known.
    init(_ decoder: any ByteDecoder, first: UnsafeBufferPointer<UInt8>) {
        self.decoder = decoder
        input.append(first)
    }

    var hasInput: Bool { used < input.count }

    /// The next decoded bytes; 0 at the end.
    func read(
        into output: UnsafeMutableBufferPointer<UInt8>, name: String,
        from upstream: (UnsafeMutableBufferPointer<UInt8>) throws(InputError) -> Int
    ) throws(InputError) -> Int {
        while true {
            let rest = UnsafeBufferPointer(rebasing: input.bytes[used...])
            let step: (read: Int, written: Int)
            do {
                step = try decoder.decode(rest, isLast: isAtEnd, into: output)
            } catch {
                throw .file(name: name, reason: error.description)
            }
            used += step.read
            if step.written > 0 { return step.written }
            if step.read > 0 { continue }
            if isAtEnd { return 0 }
            try refill(from: upstream)
        }
    }

    private func refill(
        from upstream: (UnsafeMutableBufferPointer<UInt8>) throws(InputError) -> Int
    ) throws(InputError) {
        input.removeFirst(used)
        used = 0
        let chunk = 1 << 16
        input.reserve(chunk)
        let count = try upstream(UnsafeMutableBufferPointer(start: input.end, count: chunk))
        input.advance(by: count)
        isAtEnd = count == 0
    }
}
