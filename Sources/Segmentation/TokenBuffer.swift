/// The tokens and sentences of one text, in flat arrays that are used again for the next.
public struct TokenBuffer: Sendable {
    /// Valid UTF-8: what the offsets of the tokens count in.
    public internal(set) var utf8 = TextBytes()
    /// In the order of the text.
    public var tokens: [Token] = []
    /// What had been noted of the form of each token before the text was segmented: ``FormNote/lexicon``.
    public internal(set) var lexiconNotes: [UInt64] = []
    /// The same of ``FormNote/grammar``.
    public internal(set) var grammarNotes: [UInt32] = []
    /// The same of ``FormNote/names``.
    public internal(set) var nameNotes: [UInt8] = []
    /// Index of the first token of each sentence, ascending; the first is 0 when there is a token.
    public var sentenceStarts: [UInt32] = []
    /// Counts how often the segmenter has forgotten the forms it had numbered; see ``Token/form``.
    public internal(set) var generation = 0
    /// All numbers of forms in the text are below this.
    public internal(set) var formCount = 0

    /// No tokens, and little storage.
    public init() {}

    /// Forgets the text and keeps the storage.
    public mutating func removeAll() {
        utf8.removeAll()
        tokens.removeAll(keepingCapacity: true)
        lexiconNotes.removeAll(keepingCapacity: true)
        grammarNotes.removeAll(keepingCapacity: true)
        nameNotes.removeAll(keepingCapacity: true)
        sentenceStarts.removeAll(keepingCapacity: true)
    }

    /// Gives back a text that was lent: ``utf8`` is empty then.
    public mutating func returnText() { utf8.removeAll() }

    /// The same with a text of its own, which may outlive one that was lent.
    public func keepingText() -> TokenBuffer {
        var kept = self
        utf8.withUnsafeBufferPointer { kept.utf8.copy($0) }
        return kept
    }

    /// Gives ``lexiconNotes`` away, for whoever goes on writing in them, and takes storage to use again in their place.
    public mutating func exchangeLexiconNotes(with storage: inout [UInt64]) {
        storage.removeAll(keepingCapacity: true)
        swap(&lexiconNotes, &storage)
    }

    /// The text of the tokens in `range`, with whatever stands between them.
    public func text(of range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        let first = Int(tokens[range.lowerBound].start)
        let last = Int(tokens[range.upperBound - 1].end)
        return String(decoding: utf8[first..<last], as: UTF8.self)
    }

    /// The text of the token at `index`.
    public func text(at index: Int) -> String { text(of: index..<index + 1) }

    /// The value of the token at `index`: ``Token/number(in:)``.
    public func number(at index: Int) -> UInt32 {
        let token = tokens[index]
        guard token.flags.contains(.hasDigit) else { return .max }
        return utf8.withUnsafeBufferPointer { token.number(in: $0) }
    }

    /// The sentences in bytes of the text, from the first token of each to the last.
    public var sentenceRanges: [Range<Int>] {
        sentenceStarts.indices.map { index in
            let end =
                index + 1 < sentenceStarts.count ? Int(sentenceStarts[index + 1]) : tokens.count
            return Int(tokens[Int(sentenceStarts[index])].start)..<Int(tokens[end - 1].end)
        }
    }
}
