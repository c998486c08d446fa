import Lexicon
import Segmentation

/// A text as the search for names reads it: pointers that hold while ``with(_:_:dates:_:)`` runs.
struct MarkedText {
    let tokens: UnsafeBufferPointer<Token>
    let utf8: UnsafeBufferPointer<UInt8>
    let hits: HitBuffer
    /// Tokens of dates, ascending, none overlapping another.
    let dates: [Range<Int>]

    static func with<Result>(
        _ text: TokenBuffer, _ hits: HitBuffer, dates: [Range<Int>],
        _ body: (MarkedText) -> Result
    ) -> Result {
        text.tokens.withUnsafeBufferPointer { tokens in
            text.utf8.withUnsafeBufferPointer { utf8 in
                body(MarkedText(tokens: tokens, utf8: utf8, hits: hits, dates: dates))
            }
        }
    }

    /// Whether a sentence starts with the token at `index`, or the text ends before it.
    @inline(__always)
    func isEdge(_ index: Int) -> Bool {
        index >= tokens.count || tokens[index].flags.contains(.sentenceStart)
    }
}
