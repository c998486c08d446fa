import CICU

/// Cuts texts into tokens and sentences, with boundaries identical to ICU's.
///
/// A segmenter holds ICU's rules and working storage: open one per worker and use it for text after text.
/// Words follow the root rules of ICU, that is UAX #29 with dictionaries for Thai, Chinese, Japanese and
/// the like; only the possessive `'s` is cut off (``TokenFlags/clitic``). Sentences follow ICU's too, except
/// after abbreviations (``Abbreviation``) and at line breaks of hard-wrapped text (``LineBreaks``).
///
/// ```swift
/// let segmenter = try Segmenter()
/// var buffer = TokenBuffer()
/// segmenter.segment("Mr. Kono met U.S. envoys.", into: &buffer)
/// buffer.tokens.count  // 8: Mr . Kono met U.S . envoys .
/// buffer.sentenceStarts  // [0]
/// ```
public final class Segmenter {
    /// The longest text, in bytes, that can be segmented at once: ICU counts in 32-bit signed integers.
    public static let maximumLength = Int(Int32.max) - 1

    /// The version of the ICU that finds the boundaries: `72.1`.
    public static var icuVersion: String { String(cString: cicu_version()) }

    private let wordFinder: WordFinder
    private let sentenceFinder = SentenceFinder()
    private let forms: FormTable
    /// `nil` where ICU's tables cannot be read.
    private let scanner: TokenScanner?
    private var lineBreaks = LineBreaks()
    private var stops: [UInt32] = []
    private var lines = LineIndex()

    /// A segmenter of its own, for one thread at a time.
    ///
    /// - Throws: ``SegmentationError/icuUnavailable(_:)`` when ICU has no rules or no data.
    public init() throws(SegmentationError) {
        let (finder, forms) = (try WordFinder(), FormTable())
        wordFinder = finder
        self.forms = forms
        scanner = finder.rules.map { TokenScanner($0, finder.iterator, forms) }
    }

    /// Segments a string into `buffer`, whose former content is forgotten.
    public func segment(_ text: String, into buffer: inout TokenBuffer) {
        var text = text
        text.withUTF8 { segment($0, into: &buffer) }
    }

    /// Segments valid UTF-8 (``TextDecoding`` makes it) into `buffer`, whose former content is forgotten.
    public func segment(_ text: [UInt8], into buffer: inout TokenBuffer) {
        text.withUnsafeBufferPointer { segment($0, into: &buffer) }
    }

    /// Segments valid UTF-8 into `buffer`, whose former content is forgotten.
    ///
    /// - Precondition: `text` has at most ``maximumLength`` bytes.
    public func segment(_ text: UnsafeBufferPointer<UInt8>, into buffer: inout TokenBuffer) {
        segment(text, into: &buffer, plainly: false)
    }

    /// The same without a copy of the text: `buffer` reads it where it is, and `text` must stay in place until `buffer` is
    /// filled again or gives it back (``TokenBuffer/returnText()``).
    public func segment(
        lent text: UnsafeBufferPointer<UInt8>, into buffer: inout TokenBuffer
    ) {
        fill(&buffer, with: text, plainly: false)
        buffer.utf8.borrow(text)
    }

    /// The same, token by token if `plainly`: what tests compare with.
    func segment(
        _ text: UnsafeBufferPointer<UInt8>, into buffer: inout TokenBuffer, plainly: Bool
    ) {
        fill(&buffer, with: text, plainly: plainly)
        buffer.utf8.copy(text)
    }

    /// Fills `buffer` with all but the text.
    private func fill(
        _ buffer: inout TokenBuffer, with text: UnsafeBufferPointer<UInt8>, plainly: Bool
    ) {
        precondition(text.count <= Self.maximumLength, "cut texts before they are segmented")
        buffer.removeAll()
        stops.removeAll(keepingCapacity: true)
        lines.removeAll()
        forms.trim()
        do {
            if let scanner, !plainly {
                try scanner.scan(
                    text, into: &buffer, stops: &stops, lines: &lines)
            } else {
                try PlainTokenizer(words: wordFinder, forms: forms).tokenize(
                    text, into: &buffer, stops: &stops)
                lines = LineIndex(plainly: text)
            }
        } catch {
            fatalError("\(error)")  // Only for want of memory: the length was checked.
        }
        lineBreaks.withJoinedLines(of: text, lines) {
            sentenceFinder.mark(&buffer.tokens, &buffer.sentenceStarts, at: stops, in: $0)
        }
        buffer.generation = forms.generation
        buffer.formCount = forms.count
    }

    /// Keeps what `note` says of forms, by their number, for texts to come: ``TokenBuffer/notes``.
    ///
    /// It is asked once for each form that was met since it was asked last.
    public func keepNotes(_ note: (_ form: Int) -> FormNote) { forms.keepNotes(note) }

    /// ICU's word boundaries, white space included, as ICU gives them.
    ///
    /// - Throws: ``SegmentationError/textTooLong(bytes:)`` above ``maximumLength``.
    public func words(_ utf8: [UInt8]) throws(SegmentationError) -> [Boundary] {
        var result: [Boundary] = []
        try utf8.withUnsafeBufferPointer { (text) throws(SegmentationError) in
            try wordFinder.forEachSegment(in: text) { end, status in
                result.append(Boundary(end: UInt32(end), status: status))
            }
        }
        return result
    }
}

extension TokenKind {
    /// The kind that ICU's rule status stands for.
    @inline(__always)
    init(status: UInt16) {
        switch status {
        case ..<100: self = .symbol
        case ..<200: self = .number
        case ..<300: self = .word
        case ..<400: self = .kana
        default: self = .ideograph
        }
    }
}
