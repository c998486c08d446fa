/// Finds people, organizations, places, dates and treaties in texts.
///
/// Immutable: one extractor serves every thread.
public struct Extractor: Sendable {
    /// What to look for, and with what.
    public struct Options: Sendable {
        /// Document creation time, ISO 8601 (`2019-02-12`, `2019-02`, `2019`); `nil` to read it from the text.
        public var date: String?
        /// The labels to give.
        public var labels: Set<Label> = Label.standard
        /// Whether to say, per mention, what spoke for and against it.
        public var explain = false

        public init() {}
    }

    public let options: Options

    /// An extractor with the lexicon and rules that ship with the package.
    public init(options: Options = Options()) throws {
        self.options = options
    }

    /// Extracts from a text.
    public func extract(_ text: String, id: String? = nil, date: String? = nil) -> Document {
        Document(id: id, text: text)
    }

    /// Extracts from bytes, which need not be UTF-8.
    public func extract(bytes: [UInt8], id: String? = nil, date: String? = nil) -> Document {
        extract(String(decoding: bytes, as: UTF8.self), id: id, date: date)
    }
}
