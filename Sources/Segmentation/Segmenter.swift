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
    private let forms = FormTable()
    private var lineBreaks = LineBreaks()

    /// A segmenter of its own, for one thread at a time.
    ///
    /// - Throws: ``SegmentationError/icuUnavailable(_:)`` when ICU has no rules or no data.
    public init() throws(SegmentationError) {
        wordFinder = try WordFinder()
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
        precondition(text.count <= Self.maximumLength, "cut texts before they are segmented")
        buffer.removeAll()
        forms.trim()
        buffer.utf8.append(contentsOf: text)
        do {
            try addTokens(of: text, to: &buffer.tokens)
        } catch {
            fatalError("\(error)")  // Only for want of memory: the length was checked.
        }
        lineBreaks.withJoinedLines(of: text) { sentenceFinder.mark(&buffer, in: $0) }
        buffer.generation = forms.generation
        buffer.formCount = forms.count
    }

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

    private func addTokens(
        of text: UnsafeBufferPointer<UInt8>, to tokens: inout [Token]
    ) throws(SegmentationError) {
        tokens.reserveCapacity(text.count / 5)
        var start = 0
        var gap = WhiteSpace()
        var place: TokenFlags = [.spaceBefore, .lineStart, .paragraphStart]
        try wordFinder.forEachSegment(in: text) { end, status in
            let range = start..<end
            start = end
            if range.count == 1, text[range.lowerBound] == 0x20 {
                place.insert(.spaceBefore)
                return
            }
            if status < 100, text.isWhiteSpace(range) {
                gap.add(text, range)
                place.formUnion(gap.flags)
                return
            }
            let form = forms.form(text, range, TokenKind(status: status))
            if form.cliticLength > 0 {
                let clitic = end - Int(form.cliticLength)
                add(text, range.lowerBound..<clitic, form.kind, place, to: &tokens)
                add(text, clitic..<end, form.kind, .clitic, to: &tokens)
            } else {
                tokens.append(Token(range, form, place))
            }
            place = []
            gap = WhiteSpace()
        }
    }

    private func add(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ kind: TokenKind,
        _ place: TokenFlags, to tokens: inout [Token]
    ) {
        tokens.append(Token(range, forms.form(text, range, kind), place))
    }
}

extension Token {
    @inline(__always)
    fileprivate init(_ range: Range<Int>, _ form: FormTable.Form, _ place: TokenFlags) {
        self.init(
            start: UInt32(truncatingIfNeeded: range.lowerBound),
            end: UInt32(truncatingIfNeeded: range.upperBound), hash: form.hash,
            number: form.number, form: form.id, kind: form.kind, shape: form.shape,
            flags: place.union(form.flags))
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
