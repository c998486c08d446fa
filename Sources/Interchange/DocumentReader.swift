import Dragoman
import Segmentation

/// How documents stand in an input.
public enum InputFormat: String, CaseIterable, Sendable {
    /// The whole input is one document; its id is the file's path.
    case text
    /// Each line is a document; its id is the line's number, after the file's path and a colon.
    case lines
    /// Each line is a JSON object with the text in one of its members.
    case jsonl
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
            let document = InputDocument(bytes: try source.readAll(), id: source.path)
            if document.isTooLong { throw .file(name: source.name, reason: ByteSource.tooLong) }
            return document
        case .lines:
            guard let line = try lines.next() else { return nil }
            let id = (source.path.map { $0 + ":" } ?? "") + String(lines.number)
            let document = InputDocument(bytes: line, id: id)
            if document.isTooLong { throw failure(ByteSource.tooLong) }
            return document
        case .jsonl:
            while let line = try lines.next() {
                if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
                return try document(line)
            }
            return nil
        }
    }

    private func failure(_ reason: String) -> InputError {
        .line(name: source.name, number: lines.number, reason: reason)
    }

    private func document(_ line: [UInt8]) throws(InputError) -> InputDocument {
        let (utf8, problems) = TextDecoding.decode(line)
        var reader = JSONReader(utf8)
        let value: JSONValue
        do {
            value = try reader.read()
        } catch {
            throw failure("not JSON: \(error)")
        }
        guard case .object = value else { throw failure("not a JSON object") }
        guard let text = value[fields.text]?.string else {
            throw failure("no string in “\(fields.text)”")
        }
        var document = InputDocument(text: text, warnings: problems.map { Warning($0) })
        if document.isTooLong { throw failure(ByteSource.tooLong) }
        document.id = try identifier(value, fields.id)
        document.date = try identifier(value, fields.date)
        if reader.loneSurrogates.count > 0 {
            let (count, first) = reader.loneSurrogates
            let subject = count == 1 ? "1 lone surrogate" : "\(count) lone surrogates from here on"
            document.warnings.append(
                Warning(byteOffset: first, message: "\(subject): replaced by U+FFFD"))
        }
        return document
    }

    /// A member that may be missing or null, but is a string or a number if it is there.
    private func identifier(
        _ value: JSONValue, _ field: String
    ) throws(InputError) -> String? {
        guard let member = value[field], member != .null else { return nil }
        guard let identifier = member.identifier else {
            throw failure("“\(field)” is neither a string nor a number")
        }
        return identifier
    }
}
