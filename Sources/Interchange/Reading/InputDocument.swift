import Dragoman
import Segmentation

/// A document before its extraction.
public struct InputDocument: Sendable, Equatable {
    public var id: String?
    /// Document creation time, as the input has it.
    public var date: String?
    public var text: String
    /// What was wrong with the bytes: offsets count in the file, or in the line.
    public var warnings: [Warning]

    public init(
        id: String? = nil, date: String? = nil, text: String, warnings: [Warning] = []
    ) {
        self.id = id
        self.date = date
        self.text = text
        self.warnings = warnings
    }
}

extension InputDocument {
    /// A document of bytes, which need not be UTF-8: byte order marks are honoured, and what is not UTF-8 is replaced
    /// as the WHATWG decoder does, with a warning.
    public init(bytes: [UInt8], id: String? = nil, date: String? = nil) {
        let (utf8, problems) = TextDecoding.decode(bytes)
        self.init(
            id: id, date: date, text: String(decoding: utf8, as: UTF8.self),
            warnings: problems.map { Warning($0) })
    }
}

extension InputDocument {
    /// Whether the text cannot be segmented at once; decoding may have made it longer.
    var isTooLong: Bool { text.utf8.count > Segmenter.maximumLength }
}

extension Warning {
    init(_ problem: DecodingProblem) {
        self.init(byteOffset: problem.byteOffset, message: problem.message)
    }
}

extension Extractor {
    /// Extracts from a document that was read; its warnings come first.
    public func extract(_ input: InputDocument) -> Document {
        var document = extract(input.text, id: input.id, date: input.date)
        document.warnings = input.warnings + document.warnings
        return document
    }
}
