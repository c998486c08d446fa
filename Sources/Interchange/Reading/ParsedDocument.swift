import Dragoman

/// A document in a batch, before its extraction.
public struct ParsedDocument {
    public var id: String?
    /// Document creation time, as the input has it.
    public var date: String?
    /// The text, which is valid UTF-8: in the batch or in the parser, until the next is read.
    public var utf8: UnsafeBufferPointer<UInt8>
    /// What was wrong with the bytes: offsets count in the file, or in the line.
    public var warnings: [Warning] = []
}

extension Extractor {
    /// Extracts from a document of a batch; the result's ``Document/text`` is empty, as the bytes are at hand.
    public func extract(_ parsed: ParsedDocument) -> Document {
        var document = extract(utf8: parsed.utf8, id: parsed.id, date: parsed.date)
        if !parsed.warnings.isEmpty { document.warnings = parsed.warnings + document.warnings }
        return document
    }
}
