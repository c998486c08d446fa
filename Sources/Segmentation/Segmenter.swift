import CICU

/// Cuts texts into tokens and sentences, with boundaries identical to ICU's.
///
/// A segmenter holds ICU's iterators and working storage: open one per worker and use it for text after text.
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

    private let wordFinder: BoundaryFinder
    private let sentenceFinder: BoundaryFinder
    private var lineBreaks = LineBreaks()

    /// A segmenter of its own, for one thread at a time.
    ///
    /// - Throws: ``SegmentationError/icuUnavailable(_:)`` when ICU has no rules or no data.
    public init() throws(SegmentationError) {
        wordFinder = try BoundaryFinder(.words)
        sentenceFinder = try BoundaryFinder(.sentences)
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
        buffer.utf8.append(contentsOf: text)
        do {
            try addTokens(of: text, to: &buffer.tokens)
            try addSentences(of: text, to: &buffer)
        } catch {
            fatalError("\(error)")  // Only for want of memory: the length was checked.
        }
    }

    /// ICU's word boundaries, white space included, as ICU gives them.
    ///
    /// - Throws: ``SegmentationError/textTooLong(bytes:)`` above ``maximumLength``.
    public func words(_ utf8: [UInt8]) throws(SegmentationError) -> [Boundary] {
        try boundaries(wordFinder, utf8)
    }

    /// ICU's sentence boundaries as ICU gives them: abbreviations and line breaks end sentences.
    ///
    /// - Throws: ``SegmentationError/textTooLong(bytes:)`` above ``maximumLength``.
    public func sentences(_ utf8: [UInt8]) throws(SegmentationError) -> [Boundary] {
        try boundaries(sentenceFinder, utf8)
    }

    private func boundaries(
        _ finder: BoundaryFinder, _ utf8: [UInt8]
    ) throws(SegmentationError) -> [Boundary] {
        var result: [Boundary] = []
        try utf8.withUnsafeBufferPointer { (text) throws(SegmentationError) in
            try finder.forEachBoundary(in: text) { end, status in
                result.append(Boundary(end: UInt32(end), status: status))
            }
        }
        return result
    }

    private func addTokens(
        of text: UnsafeBufferPointer<UInt8>, to tokens: inout [Token]
    ) throws(SegmentationError) {
        var start = 0
        var gap = WhiteSpace()
        try wordFinder.forEachBoundary(in: text) { end, status in
            let range = start..<end
            start = end
            if status < 100, text.isWhiteSpace(range) {
                gap.add(text, range)
                return
            }
            let place: TokenFlags =
                tokens.isEmpty ? [.spaceBefore, .lineStart, .paragraphStart] : gap.flags
            gap = WhiteSpace()
            let kind = TokenKind(status: status)
            if kind == .word, let clitic = Clitic.start(in: text, range) {
                tokens.append(Token(text, range.lowerBound..<clitic, kind, place))
                tokens.append(Token(text, clitic..<end, kind, .clitic))
            } else {
                tokens.append(Token(text, range, kind, place))
            }
        }
    }

    /// Marks the tokens that start sentences.
    private func addSentences(
        of text: UnsafeBufferPointer<UInt8>, to buffer: inout TokenBuffer
    ) throws(SegmentationError) {
        guard !buffer.tokens.isEmpty else { return }
        buffer.startSentence(at: 0)
        try lineBreaks.withJoinedLines(of: text) { (joined) throws(SegmentationError) in
            var index = 0
            try sentenceFinder.forEachBoundary(in: joined) { end, _ in
                let first = index
                while index < buffer.tokens.count, buffer.tokens[index].start < end { index += 1 }
                guard index > first, index < buffer.tokens.count else { return }
                if Self.endsSentence(buffer.tokens, joined, before: index) {
                    buffer.startSentence(at: index)
                }
            }
        }
    }

    /// Whether a sentence ends before the token `index`, where ICU found a boundary.
    private static func endsSentence(
        _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>, before index: Int
    ) -> Bool {
        let gap = tokens[index - 1].range.upperBound..<tokens[index].range.lowerBound
        return LineBreaks.hasLineEnd(text, gap) || !Abbreviation.joins(tokens, text, at: index)
    }
}

extension TokenBuffer {
    fileprivate mutating func startSentence(at index: Int) {
        sentenceStarts.append(UInt32(index))
        tokens[index].flags.insert(.sentenceStart)
    }
}

extension Token {
    fileprivate init(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ kind: TokenKind,
        _ place: TokenFlags
    ) {
        let spelling = TokenSpelling(text, range)
        self.init(
            start: UInt32(range.lowerBound), end: UInt32(range.upperBound), hash: spelling.hash,
            number: spelling.number, kind: kind, shape: spelling.shape,
            flags: place.union(spelling.flags))
    }
}

extension TokenKind {
    /// The kind that ICU's rule status stands for.
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
