import Lexicon
import Segmentation

/// A text as the search for names reads it: pointers that hold while ``with(_:_:dates:_:)`` runs.
struct MarkedText: BitwiseCopyable {
    let tokens: UnsafeBufferPointer<Token>
    let utf8: UnsafeBufferPointer<UInt8>
    let hits: HitView
    /// Tokens of dates, ascending, none overlapping another.
    let dates: UnsafeBufferPointer<Range<Int>>

    static func with<Result>(
        _ text: TokenBuffer, _ hits: HitBuffer, dates: [Range<Int>],
        _ body: (MarkedText) -> Result
    ) -> Result {
        var result: Result?
        text.tokens.withUnsafeBufferPointer { tokens in
            text.utf8.withUnsafeBufferPointer { utf8 in
                hits.withView { hits in
                    dates.withUnsafeBufferPointer { dates in
                        result = body(
                            MarkedText(
                                tokens: tokens, utf8: utf8, hits: hits, dates: dates))
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

}
