import Dragoman
import Segmentation

/// Reads the records of a batch of a WARC or WET file as documents: `conversion` records as they are, pages and plain texts
/// of `response` and `resource` records. Others are passed over, as are responses that are no success, and other media.
///
/// A document has the record's URI for an id, or else the record's own. Its date is that of its page, if that has one, and
/// else that of the record.
struct WARCReader: ~Copyable {
    private let options: InputOptions
    private(set) var scanner = WARCScanner()
    private var pages = PageReader()
    private var text = ByteBuffer()
    private var chunks = ByteBuffer()
    private var unpacked = ByteBuffer()
    private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private var start = 0
    private var number = 0
    private var offset = 0

    enum Item {
        case document(ParsedDocument, number: Int)
        case failure(offset: Int, reason: String)
    }

    init(_ options: InputOptions) { self.options = options }

    mutating func read(_ batch: Batch) {
        bytes = batch.bytes.bytes
        start = 0
        number = batch.firstLine - 1
        offset = batch.offset
    }

    /// The next document or error; `nil` after the last. A document holds until the next is read.
    mutating func next() -> Item? {
        while true {
            switch scanner.step(bytes, at: start, isWhole: true) {
            case .blank, .incomplete: return nil
            case .bad(let end, let reason):
                defer { start = end }
                number += 1
                return .failure(offset: offset + bytes.afterLineBreaks(start), reason: reason)
            case .record(let head, let block, let end):
                start = end
                number += 1
                if block.count > options.longestLine {
                    return .failure(
                        offset: offset + head.lowerBound,
                        reason: WARCFraming.tooLong(options.longestLine))
                }
                do {
                    if let document = try document(WARCHead(bytes, head), block) {
                        return .document(document, number: number)
                    }
                } catch {
                    return .failure(offset: offset + head.lowerBound, reason: error.description)
                }
            }
        }
    }

    private mutating func document(
        _ head: WARCHead, _ block: Range<Int>
    ) throws(DecodingFailure) -> ParsedDocument? {
        var type = MediaType(head["content-type"] ?? "")
        var body = HTTPResponse.Body(bytes: UnsafeBufferPointer(rebasing: bytes[block]))
        switch head["warc-type"]?.lowercased() {
        case "conversion", "resource": break
        case "response":
            // What was fetched otherwise has no HTTP head: DNS, FTP.
            guard type.name == "application/http" else { return nil }
            guard let response = HTTPResponse(bytes, block) else {
                throw DecodingFailure("the response is no HTTP")
            }
            type = response.type
            guard 200...299 ~= response.status, type.isText else { return nil }
            body = try response.body(
                of: bytes, options.unpacker, limit: options.longestLine, &chunks, &unpacked)
        case nil: throw DecodingFailure("a record without WARC-Type")
        default: return nil
        }
        guard type.isText else { return nil }
        let id = head["warc-target-uri"].map(\.withoutAngles) ?? head["warc-record-id"]
        if let id, id.utf8.count > ParsedDocument.longestID {
            throw DecodingFailure(ParsedDocument.tooLongID)
        }
        var document = document(body.bytes, type, id: id)
        document.date = document.date ?? head["warc-date"]
        if let warning = body.warning {
            document.warnings.append(Warning(byteOffset: body.bytes.count, message: warning))
        }
        return document
    }

    private mutating func document(
        _ body: UnsafeBufferPointer<UInt8>, _ type: MediaType, id: String?
    ) -> ParsedDocument {
        let charset = type.charset.flatMap { Charset(label: $0) }
        if type.isHTML { return pages.document(body, id: id, options.encoding, transport: charset) }
        text.removeAll(keepingAtMost: Batch.size * 4)
        return ParsedDocument(body, id: id, options.encoding, declared: charset, scratch: &text)
    }
}

extension MediaType {
    var isHTML: Bool { name == "text/html" || name == "application/xhtml+xml" }

    var isText: Bool { isHTML || name == "text/plain" }
}

extension String {
    /// A URI without the angle brackets that WARC 1.0 puts around it.
    fileprivate var withoutAngles: String {
        hasPrefix("<") && hasSuffix(">") ? String(dropFirst().dropLast()) : self
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first place from an index on where no line break stands.
    fileprivate func afterLineBreaks(_ start: Int) -> Int {
        var index = start
        while index < count, self[index] == 0x0A || self[index] == 0x0D { index += 1 }
        return index
    }
}
