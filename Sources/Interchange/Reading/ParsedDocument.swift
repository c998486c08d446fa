import CText
import Dragoman

/// A document before its extraction, its text where the reader found it.
public struct ParsedDocument {
    public var id: String?
    /// Document creation time, as the input has it.
    public var date: String?
    /// The text, which is valid UTF-8: in the input or in a buffer of the reader's, until the next is read.
    public var utf8: UnsafeBufferPointer<UInt8>
    /// What was wrong with the bytes: offsets count in the file, or in the line.
    public var warnings: [Warning] = []
    public var place = DocumentPlace()
    /// What the text was taken from, if that is more than the text.
    public var source: SourceText?

    /// The longest id that is read, in bytes. Many formats have it at each mention, and what is written is to grow with the
    /// text and not with its square.
    static let longestID = 4096

    /// What is said of a longer one.
    static let tooLongID = "an id of more than \(longestID) bytes"
}

/// Where a document stands among all that are read, told without counting them: each has a place of its own.
public struct DocumentPlace: Sendable, Equatable {
    /// Number of the input that it stands in, from 1.
    public var input = 1
    /// Number of its line there, from 1.
    public var line = 1

    public init(input: Int = 1, line: Int = 1) {
        self.input = input
        self.line = line
    }
}

extension ParsedDocument {
    /// A text that comes from nowhere else.
    init(utf8: UnsafeBufferPointer<UInt8>, place: DocumentPlace = DocumentPlace()) {
        self.init(id: nil, date: nil, utf8: utf8, place: place)
    }

    /// A document of bytes, which need not be UTF-8: byte order marks are honoured, and what is not UTF-8 is replaced as
    /// the WHATWG decoder does, with a warning.
    ///
    /// - Parameters:
    ///   - bytes: where the text stays, if it is UTF-8 without a mark.
    ///   - scratch: where it goes otherwise.
    public init(
        _ bytes: UnsafeBufferPointer<UInt8>, id: String?, date: String? = nil,
        scratch: inout ByteBuffer
    ) {
        self.init(id: id, date: date, utf8: bytes)
        guard let first = bytes.baseAddress else { return }
        if ctext_is_utf8(first, bytes.count), !bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return }
        self.init(InputDocument(bytes: Array(bytes), id: id, date: date), scratch: &scratch)
    }

    /// A document of bytes in any charset.
    ///
    /// - Parameter declared: the charset that came with the bytes, if one did.
    init(
        _ bytes: UnsafeBufferPointer<UInt8>, id: String?, _ encoding: InputEncoding,
        declared: Charset? = nil, scratch: inout ByteBuffer
    ) {
        let decoded = DecodedBytes(bytes, encoding, declared: declared, into: &scratch)
        self.init(id: id, utf8: decoded.utf8, warnings: decoded.warnings)
        if let charset = decoded.charset {
            let source = SourceText()
            source.charset = charset
            self.source = source
        }
    }

    /// A document whose text is put into `scratch`.
    init(_ input: InputDocument, scratch: inout ByteBuffer) {
        scratch.removeAll()
        scratch.append(Array(input.text.utf8))
        self.init(
            id: input.id, date: input.date, utf8: scratch.bytes, warnings: input.warnings)
    }
}

extension Extractor {
    /// Extracts from a document that was read, whose warnings come first; the result's ``Document/text`` is empty, as
    /// the bytes are at hand.
    public func extract(_ parsed: ParsedDocument) -> Document {
        var document = extract(utf8: parsed.utf8, id: parsed.id, date: parsed.date)
        if !parsed.warnings.isEmpty { document.warnings = parsed.warnings + document.warnings }
        return document
    }
}
