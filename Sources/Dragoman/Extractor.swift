import CLexicon
import Grammar
import Lexicon
import Segmentation

/// Finds people, organizations, places, dates and treaties in texts.
///
/// Immutable: one extractor serves every thread.
///
/// ```swift
/// let extractor = try Extractor()
/// let document = extractor.extract("Taro Kono met Sergey Lavrov in Munich on 16 February 2019.")
/// for mention in document.mentions {
///     print(mention.label.rawValue, document.text(of: mention))
/// }
/// // PERSON Taro Kono
/// // PERSON Sergey Lavrov
/// // PLACE Munich
/// // DATE 16 February 2019
/// ```
public struct Extractor: Sendable {
    /// What to look for, and with what.
    public struct Options: Sendable {
        /// Document creation time, ISO 8601 (`2019-02-12`, `2019-02`, `2019`); `nil` to read it from the text.
        public var date: String?
        /// The labels to give.
        public var labels: Set<Label> = Label.standard
        /// Whether to say, per mention, what spoke for and against it.
        public var explain = false
        /// Whether to say, per name, how often names were right of which the model was as sure.
        public var confidence = false
        /// Whether to give names that stand inside other mentions too.
        public var nested = false
        /// The languages that texts may be in, the likeliest first; `nil` for all that the lexicon knows. Each text's is
        /// found among them: its dates are read by the words and rules of that language.
        public var languages: [Language]?
        /// Which guidelines the spans of dates follow.
        public var dateProfile = DateProfile.house
        /// Lexicons to use beside the built-in one, or in its stead.
        public var lexicons: [LexiconFile] = []
        /// Rule files to use beside the built-in ones, as name and text.
        public var rules: [RuleSource] = []

        /// Whether the weights of names are left aside, whatever their version: they are to be fitted.
        package var isFitting = false
        /// Weights to use in the stead of the image's.
        package var weights: NameWeights?

        /// What the command does without options: all languages, the five ``Label/standard`` kinds.
        public init() {}
    }

    /// What the extractor was made with.
    public let options: Options
    /// The facts that names are looked up in.
    public let lexicon: Lexicon
    let pipeline: Pipeline
    let workspaces = WorkspacePool()

    /// An extractor with the lexicon and rules that ship with the package, and whatever `options` add.
    ///
    /// It takes some milliseconds, so make one and share it. Lexicons and rules are read here; nothing is opened later.
    ///
    /// - Throws: ``ExtractorError`` for an impossible date or an unknown language, `LexiconError` for a lexicon that cannot
    ///   be used, `GrammarErrors` for bad rules.
    public init(options: Options = Options()) throws {
        if let date = options.date, DocumentDate(date) == nil { throw ExtractorError.date(date) }
        self.options = options
        lexicon = try Lexicon(LexiconFile.open(options.lexicons))
        pipeline = try Pipeline(lexicon: lexicon, options: options)
        workspaces.give(back: try Workspace(pipeline: pipeline))
    }

    /// The languages that texts may be in, the likeliest first.
    public var languages: [Language] {
        pipeline.languages.wanted.map { pipeline.languages.languages[$0] }
    }

    /// Extracts from a text. It takes time linear in the text, and never fails.
    ///
    /// - Parameters:
    ///   - text: one document: what it says of a name in one place decides what it means in another.
    ///   - id: the caller's id, given back in ``Document/id``.
    ///   - date: document creation time, if it is another than ``Options/date``; one that is no date of the calendar
    ///     gives a warning.
    public func extract(_ text: String, id: String? = nil, date: String? = nil) -> Document {
        var text = text
        var document = text.withUTF8 { extract(utf8: $0, id: id, date: date) }
        document.text = text
        return document
    }

    /// Extracts from valid UTF-8 that the caller holds, and hands out what was found.
    package func findings<Result>(
        in utf8: UnsafeBufferPointer<UInt8>, date: String?,
        _ body: (Findings, _ warnings: [Warning]) -> Result
    ) -> Result {
        var warnings: [Warning] = []
        var anchor = options.date
        if let date {
            if DocumentDate(date) == nil {
                warnings.append(Warning(byteOffset: 0, message: "“\(date)” is no date"))
            } else {
                anchor = date
            }
        }
        return extraction(of: utf8, date: anchor) { $0.findings { body($0, warnings) } }
    }

    /// The same as a document, whose ``Document/text`` is empty.
    package func extract(
        utf8: UnsafeBufferPointer<UInt8>, id: String?, date: String?
    ) -> Document {
        findings(in: utf8, date: date) { findings, warnings in
            var document = Document(findings)
            document.id = id
            document.warnings = warnings
            return document
        }
    }

    /// Extracts from bytes, which need not be UTF-8: byte order marks are honoured, and what is not UTF-8 is replaced
    /// as the WHATWG decoder does, with a warning.
    ///
    /// - Parameters:
    ///   - bytes: one document; without a byte order mark, UTF-8.
    ///   - id: the caller's id, given back in ``Document/id``.
    ///   - date: document creation time, if it is another than ``Options/date``.
    /// - Returns: a document whose offsets count in its ``Document/text``, while those of warnings count in `bytes`.
    public func extract(bytes: [UInt8], id: String? = nil, date: String? = nil) -> Document {
        let decoded = TextDecoding.decode(bytes)
        var document = extract(String(decoding: decoded.utf8, as: UTF8.self), id: id, date: date)
        document.warnings =
            decoded.problems.map { Warning(byteOffset: $0.byteOffset, message: $0.message) }
            + document.warnings
        return document
    }

    /// What `body` makes of the text on its way: segmented, looked up and matched.
    func extraction<Result>(
        of utf8: UnsafeBufferPointer<UInt8>, date: String?, _ body: (Extraction) -> Result
    ) -> Result {
        let workspace = workspaces.take() ?? Workspace.orTrap(pipeline: pipeline)
        defer {
            workspace.keepNotes()
            workspace.text.returnText()
            workspaces.give(back: workspace)
        }
        return body(
            Extraction(
                utf8: utf8, date: date, options: options, pipeline: pipeline, workspace: workspace))
    }
}
