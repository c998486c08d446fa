/// How documents stand in an input.
public enum InputFormat: String, CaseIterable, Sendable {
    /// The whole input is one document.
    case text
    /// Each line is a document.
    case lines
    /// Each line is a JSON object with the text in one of its members.
    case jsonl
}

/// A document before its extraction.
public struct InputDocument: Sendable {
    public var id: String?
    /// Document creation time, as the input has it.
    public var date: String?
    public var bytes: [UInt8]
}

/// Reads documents one after another; a bad one is an error, and the next is read all the same.
public struct DocumentReader {
    /// The members of a JSON line that are read.
    public struct Fields: Sendable {
        public var text = "text"
        public var id = "id"
        public var date = "date"

        public init() {}
    }

    private let source: ByteSource
    private let format: InputFormat
    private let fields: Fields
    private var lines: LineReader
    private var isDone = false

    public init(_ source: ByteSource, format: InputFormat, fields: Fields = Fields()) {
        self.source = source
        self.format = format
        self.fields = fields
        lines = LineReader(source)
    }

    /// The next document; `nil` after the last.
    ///
    /// - Throws: ``InputError/line(name:number:reason:)`` for a line that is no document: go on with the next;
    ///   ``InputError/file(name:reason:)`` when no more can be read.
    public mutating func next() throws(InputError) -> InputDocument? {
        switch format {
        case .text:
            if isDone { return nil }
            isDone = true
            return InputDocument(bytes: try source.readAll())
        case .lines:
            return try lines.next().map { InputDocument(bytes: Array($0)) }
        case .jsonl:
            while let line = try lines.next() {
                if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
                return try document(line)
            }
            return nil
        }
    }

    private func document(_ line: ArraySlice<UInt8>) throws(InputError) -> InputDocument {
        func failure(_ reason: String) -> InputError {
            .line(name: source.name, number: lines.number, reason: reason)
        }
        var line = line
        if lines.number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        let value: JSONValue
        do {
            value = try JSONReader.read(line)
        } catch {
            throw failure("not JSON: \(error)")
        }
        guard case .object = value else { throw failure("not a JSON object") }
        guard let text = value[fields.text]?.string else {
            throw failure("no string in “\(fields.text)”")
        }
        return InputDocument(
            id: value[fields.id]?.identifier, date: value[fields.date]?.identifier,
            bytes: Array(text.utf8))
    }
}
