import Lexicon
import Segmentation

/// A text as the search for names reads it: pointers that hold while ``with(_:_:dates:_:)`` runs.
struct MarkedText: BitwiseCopyable {
    let tokens: UnsafeBufferPointer<Token>
    let utf8: UnsafeBufferPointer<UInt8>
    /// The tokens with which sentences start, ascending.
    let sentenceStarts: UnsafeBufferPointer<UInt32>
    let hits: HitView
    /// By token the traits that had been noted of its form; as many as tokens, or none.
    let notes: UnsafeBufferPointer<UInt8>
    /// Tokens of dates, ascending, none overlapping another.
    let dates: UnsafeBufferPointer<Range<Int>>

    static func with<Result>(
        _ text: TokenBuffer, _ hits: HitBuffer, dates: [Range<Int>],
        _ body: (MarkedText) -> Result
    ) -> Result {
        var result: Result?
        text.tokens.withUnsafeBufferPointer { tokens in
            text.utf8.withUnsafeBufferPointer { utf8 in
                text.sentenceStarts.withUnsafeBufferPointer { sentenceStarts in
                    text.nameNotes.withUnsafeBufferPointer { notes in
                        dates.withUnsafeBufferPointer { dates in
                            hits.withView {
                                result = body(
                                    MarkedText(
                                        tokens: tokens, utf8: utf8, sentenceStarts: sentenceStarts,
                                        hits: $0, notes: notes, dates: dates))
                            }
                        }
                    }
                }
            }
        }
        return result!
    }

    /// Whether a sentence starts with the token at `index`, or the text ends before it.
    @inline(__always)
    func isEdge(_ index: Int) -> Bool {
        index >= tokens.count || tokens[index].flags.contains(.sentenceStart)
    }

    /// The tokens of the sentence that a token stands in.
    func sentence(of token: Int) -> Range<Int> {
        var (low, high) = (0, sentenceStarts.count)
        while low < high {
            let middle = (low + high) / 2
            if sentenceStarts[middle] <= token { low = middle + 1 } else { high = middle }
        }
        let start = low > 0 ? Int(sentenceStarts[low - 1]) : 0
        return start..<(low < sentenceStarts.count ? Int(sentenceStarts[low]) : tokens.count)
    }
}
