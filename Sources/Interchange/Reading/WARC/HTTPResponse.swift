/// An HTTP response as a crawler keeps it (RFC 9112): a status, fields, and a body, which may be cut into chunks and packed.
struct HTTPResponse {
    let status: Int
    let type: MediaType
    private let head: WARCHead
    private let body: Range<Int>

    /// - Returns: `nil` for what is no response.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        let message = UnsafeBufferPointer(rebasing: bytes[range])
        let ends = [
            message.index(of: "\r\n\r\n", from: 0).map { $0 + 4 },
            message.index(of: "\n\n", from: 0).map { $0 + 2 },
        ]
        let headEnd = ends.compactMap { $0 }.min() ?? message.count
        head = WARCHead(message, 0..<headEnd)
        let words = head.firstLine.split(separator: " ")
        guard words.count >= 2, words[0].hasPrefix("HTTP/"), let status = Int(words[1]) else {
            return nil
        }
        self.status = status
        type = MediaType(head["content-type"] ?? "")
        body = range.lowerBound + headEnd..<range.upperBound
    }

    /// The body as it was before it was cut and packed.
    struct Body {
        var bytes: UnsafeBufferPointer<UInt8>
        /// What is missing at its end.
        var warning: String?
    }

    /// Unpacks the body into one of the buffers, if it is packed.
    ///
    /// - Throws: why it cannot be unpacked.
    func body(
        of bytes: UnsafeBufferPointer<UInt8>, _ unpacker: ByteSource.Unpacker, limit: Int,
        _ chunks: inout ByteBuffer, _ unpacked: inout ByteBuffer
    ) throws(DecodingFailure) -> Body {
        var body = Body(bytes: UnsafeBufferPointer(rebasing: bytes[self.body]))
        let coding = head["transfer-encoding"]?.lowercased()
        if let coding, coding.hasSuffix("chunked") {
            body = HTTPResponse.joinChunks(of: body.bytes, into: &chunks)
        }
        // A coding that was undone by the crawler, or that stands where it has no business, is still named.
        var packings = (head["content-encoding"] ?? "").lowercased().split(separator: ",")
            .map { $0.trimming(\.isHTMLSpace) }.filter { $0 != "identity" && !$0.isEmpty }
        if let first = coding?.split(separator: ",").first.map({ $0.trimming(\.isHTMLSpace) }),
            first == "gzip" || first == "deflate"
        {
            packings.append(first)
        }
        guard let name = packings.last else { return body }
        let packing: Packing? =
            switch name {
            case "gzip", "x-gzip": .gzip
            case "deflate": .deflate
            case "zstd": .zstandard
            default: nil
            }
        // What a crawler has unpacked may still say that it is packed.
        if let packing, packing.isMarked, Packing(markOf: body.bytes) != packing { return body }
        guard packings.count == 1, let packing, let decoder = unpacker(packing) else {
            throw DecodingFailure(
                "the content coding “\(packings.joined(separator: ", "))” is not known")
        }
        if let fault = try Self.unpack(body.bytes, decoder, limit: limit, into: &unpacked) {
            body.warning = fault
        }
        body.bytes = unpacked.bytes
        return body
    }

    /// Unpacks into `output`; gives what was wrong behind what could be unpacked.
    private static func unpack(
        _ bytes: UnsafeBufferPointer<UInt8>, _ decoder: any ByteDecoder, limit: Int,
        into output: inout ByteBuffer
    ) throws(DecodingFailure) -> String? {
        output.removeAll(keepingAtMost: Batch.size * 4)
        var used = 0
        while true {
            output.reserve(1 << 16)
            let room = UnsafeMutableBufferPointer(start: output.end, count: 1 << 16)
            do {
                let step = try decoder.decode(
                    UnsafeBufferPointer(rebasing: bytes[used...]), isLast: true, into: room)
                used += step.read
                output.advance(by: step.written)
                if step.read == 0, step.written == 0 { return nil }
            } catch {
                if output.count == 0 { throw error }
                return error.description
            }
            if output.count > limit { throw DecodingFailure("more than \(limit) bytes, unpacked") }
        }
    }

    /// Joins the chunks of a body. One that does not start with a chunk was joined by the crawler.
    private static func joinChunks(
        of bytes: UnsafeBufferPointer<UInt8>, into output: inout ByteBuffer
    ) -> Body {
        output.removeAll(keepingAtMost: Batch.size * 4)
        var index = 0
        while index < bytes.count {
            let lineEnd = bytes.index(of: 0x0A, from: index)
            let line = String(decoding: bytes[index..<min(lineEnd, index + 100)], as: UTF8.self)
            let digits = line.prefix { $0 != ";" && $0 != "\r" }.trimming(\.isHTMLSpace)
            guard let size = Int(digits, radix: 16), size >= 0, lineEnd < bytes.count else {
                if index == 0 { return Body(bytes: bytes) }
                return Body(bytes: output.bytes, warning: "the chunks of the body are damaged")
            }
            let start = lineEnd + 1
            if size == 0 { return Body(bytes: output.bytes) }
            let end = start + min(size, bytes.count - start)
            output.append(UnsafeBufferPointer(rebasing: bytes[start..<end]))
            index = end
            if index < bytes.count, bytes[index] == 0x0D { index += 1 }
            if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        }
        return Body(bytes: output.bytes, warning: "the body is cut off")
    }
}
