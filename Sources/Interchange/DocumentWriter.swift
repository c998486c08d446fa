import Dragoman

/// Writes documents in one format.
public protocol DocumentWriter {
    /// What stands before the first document.
    var header: [UInt8] { get }
    /// The bytes of a document, ready to be written after those of the one before.
    mutating func write(_ document: Document) -> [UInt8]
}
