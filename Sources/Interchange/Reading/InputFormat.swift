/// How documents stand in an input.
public enum InputFormat: String, CaseIterable, Sendable {
    /// The whole input is one document; its id is the file's path.
    case text
    /// Each line is a document; its id is the line's number, after the file's path and a colon.
    case lines
    /// Each line is a JSON object with the text in one of its members.
    case jsonl
}

/// The members of a JSON line that are read.
public struct InputFields: Sendable {
    public var text = "text"
    public var id = "id"
    public var date = "date"

    public init() {}
}
