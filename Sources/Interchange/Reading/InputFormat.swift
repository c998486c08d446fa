/// How documents stand in an input.
public enum InputFormat: String, CaseIterable, Sendable {
    /// The whole input is one document; its id is the file's path.
    case text
    /// Each line is a document; its id is the line's number, after the file's path and a colon.
    case lines
    /// Each line is a JSON object with the text in one of its members.
    case jsonl
    /// The whole input is one page, whose text is the document; its id is the file's path.
    case html
    /// Each row is a document, with the text in one of its fields, which commas part (RFC 4180).
    case csv
    /// The same, but tabulators part the fields.
    case tsv
    /// Each record of an archive of the web (WARC, WET) that is a page or a text is a document; its id is the URI.
    case warc

    /// The format that the end of a file's name tells, before that of its packing: `corpus.jsonl.gz`.
    public init?(path: String) {
        var parts = path.split(separator: "/").last?.lowercased().split(separator: ".") ?? []
        if let last = parts.last, last == "gz" || last == "zst" { parts.removeLast() }
        guard parts.count > 1 else { return nil }
        switch parts.last {
        case "jsonl", "ndjson": self = .jsonl
        case "html", "htm", "xhtml": self = .html
        case "csv": self = .csv
        case "tsv": self = .tsv
        case "warc", "wet": self = .warc
        default: return nil
        }
    }

    /// What parts the fields of a row; `nil` where there are no rows.
    var delimiter: UInt8? {
        switch self {
        case .csv: UInt8(ascii: ",")
        case .tsv: UInt8(ascii: "\t")
        case .text, .lines, .jsonl, .html, .warc: nil
        }
    }

    /// Whether the whole input is one document.
    public var isWhole: Bool { self == .text || self == .html }

    /// Whether texts stand in fields that have names.
    public var hasFields: Bool { self == .jsonl || delimiter != nil }
}

/// The members of a JSON line, or the columns of a table, that are read.
public struct InputFields: Sendable {
    public var text = "text"
    public var id = "id"
    public var date = "date"
    /// Whether a table without the column is an error.
    public var needsID = false
    public var needsDate = false
    /// Whether the first row of a table names the columns.
    public var hasHeader = true

    public init() {}
}

/// How inputs are read.
public struct InputOptions: Sendable {
    /// `nil`: as the name of each file tells, and else as text.
    public var format: InputFormat?
    public var fields = InputFields()
    public var encoding = InputEncoding.standard
    /// The longest line, row or record, in bytes; a longer one is an error and is passed over without being kept.
    public var longestLine = BatchReader.longestLine
    /// Unpacks what is packed inside of an input.
    public var unpacker: ByteSource.Unpacker = { _ in nil }

    public init(_ format: InputFormat? = nil) { self.format = format }

    /// The format of the input at a path.
    public func format(of path: String) -> InputFormat {
        format ?? InputFormat(path: path) ?? .text
    }
}
