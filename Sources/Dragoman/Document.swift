/// What was found in one text.
public struct Document: Sendable {
    /// The caller's id, if one was given.
    public var id: String?
    /// The text that offsets count in: the input, with what was not UTF-8 replaced by U+FFFD.
    public internal(set) var text: String
    /// The language that dates were read in.
    public var language: Language
    /// The date that relative dates were resolved against.
    public var anchor: Anchor?
    /// In UTF-8 bytes of ``text``, in their order, without the white space between them.
    public var sentences: [Range<Int>]
    /// In the order of the text; of two that start together, the longer first.
    public var mentions: [Mention]
    /// In the order of their first mention.
    public var entities: [Entity]
    /// What was wrong with the input, in the order in which it was met.
    public var warnings: [Warning]

    /// A document with these parts; what is not given is empty.
    public init(
        id: String? = nil, text: String, language: Language = .english, anchor: Anchor? = nil,
        sentences: [Range<Int>] = [],
        mentions: [Mention] = [], entities: [Entity] = [], warnings: [Warning] = []
    ) {
        self.id = id
        self.text = text
        self.language = language
        self.anchor = anchor
        self.sentences = sentences
        self.mentions = mentions
        self.entities = entities
        self.warnings = warnings
    }

    /// The entity that `mention`, one of this document's, is a mention of; `nil` where ``Mention/entity`` is.
    public func entity(of mention: Mention) -> Entity? {
        mention.entity.map { entities[$0] }
    }

    /// The text of `mention`, which must be one of this document's.
    public func text(of mention: Mention) -> Substring { text[mention.range(in: text)] }
}

/// Something wrong with the input that did not stop the extraction.
public struct Warning: Sendable, Equatable {
    /// Where, as a byte offset into the input as it was given.
    public var byteOffset: Int
    /// What is wrong, for people to read.
    public var message: String

    /// A warning about what stands at an offset.
    public init(byteOffset: Int, message: String) {
        self.byteOffset = byteOffset
        self.message = message
    }
}

/// The date that relative dates are resolved against: the document creation time.
public struct Anchor: Sendable, Equatable {
    /// Where the anchor came from.
    public enum Source: String, Sendable {
        /// Given by the caller.
        case given
        /// Read from the dateline or header, year included.
        case dateline
        /// Day and month read, the year inferred.
        case inferred
        /// Several years fit.
        case ambiguous
    }

    /// TIMEX3: `2019-02-12`, or `XXXX-02-12` where several years fit.
    public var value: String
    /// Where the anchor came from.
    public var source: Source
    /// The reasons, in words.
    public var why: [String]

    /// An anchor with its reasons.
    public init(value: String, source: Source, why: [String] = []) {
        self.value = value
        self.source = source
        self.why = why
    }
}
