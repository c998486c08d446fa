import Lexicon
import Segmentation

/// A text and the code, as the machine reads them.
///
/// Unsafe, so that no reference is counted and no index checked twice. What must hold: it lives no longer than the
/// call that made it; indices of tokens are checked against ``tokens``, letters are those of ``Letters``, indices
/// into tables are those of linked code.
struct MatchText {
    let tokens: UnsafeBufferPointer<Token>
    /// The letter of each token, with ``Letters/Flag``s.
    let letters: UnsafeMutableBufferPointer<UInt32>
    let hits: HitView
    let code: UnsafeBufferPointer<LinkedTables.Step>
    let classSets: UnsafeBufferPointer<ClassSet>
    /// Tests that the letters pass.
    let rows: UnsafeMutableBufferPointer<UInt64>
    let rowWidth: Int
    /// Contexts that may hold beside the letters.
    private let contexts: UnsafeMutableBufferPointer<UInt64>
    private let contextWidth: Int

    /// - Parameter starts: was filled with the text.
    init(
        _ source: StartTable.Source, _ starts: StartTable, _ letters: Letters,
        _ tables: LinkedTables
    ) {
        tokens = source.tokens
        self.letters = starts.text.elements
        hits = source.hits
        code = tables.code.elements
        classSets = tables.classSets.elements
        rows = letters.rows.elements
        rowWidth = letters.rowWidth
        contexts = letters.contexts.elements
        contextWidth = letters.contextWidth
    }

    /// Hands the arrays of a text to `body`, while they stay where they are.
    static func withSource(
        _ buffer: TokenBuffer, _ hits: HitBuffer, _ body: (StartTable.Source) -> Void
    ) {
        buffer.tokens.withUnsafeBufferPointer { tokens in
            buffer.utf8.withUnsafeBufferPointer { utf8 in
                hits.withView { body(StartTable.Source(tokens: tokens, utf8: utf8, hits: $0)) }
            }
        }
    }

    /// The hits that start at a token, the longest first.
    @inline(__always)
    func hits(startingAt token: Int) -> Range<Int> { hits.indices(startingAt: token) }

    /// Whether a hit of more than one token starts at a token.
    @inline(__always)
    func startsPhrase(_ token: Int) -> Bool { letters[token] & Letters.Flag.startsPhrase != 0 }

    /// Whether a match may go on over the gap before `position`.
    @inline(__always)
    func isOpen(before position: Int, _ boundaries: TokenFlags) -> Bool {
        position >= tokens.count || tokens[position].flags.isDisjoint(with: boundaries)
    }

    /// Whether a gap test holds before the token at `position`, which may be the end of the text.
    func gap(_ operation: Instruction.Operation, before position: Int) -> Bool {
        guard position < tokens.count else { return operation == .end || operation == .space }
        let flags = tokens[position].flags
        switch operation {
        case .space: return flags.contains(.spaceBefore)
        case .nospace: return !flags.contains(.spaceBefore)
        case .start: return flags.contains(.sentenceStart)
        case .para: return flags.contains(.paragraphStart)
        case .line: return flags.contains(.lineStart)
        case .end: return !flags.isDisjoint(with: [.sentenceStart, .paragraphStart])
        default: return false
        }
    }

    /// Whether the token at `index`, if there is one, passes a test; for `hit`, whether one starts there.
    @inline(__always)
    func takes(_ step: LinkedTables.Step, at index: Int) -> Bool {
        guard index >= 0, index < tokens.count else { return false }
        let row = Int(letters[index] & Letters.Flag.number) &* rowWidth
        if rows[row &+ Int(step.a &>> 6)] &>> UInt64(step.a & 63) & 1 != 0 { return true }
        return step.operation == .hit && startsPhrase(index)
            && startsHit(of: classSets[Int(step.b)], at: index)
    }

    private func startsHit(of classes: ClassSet, at index: Int) -> Bool {
        for hit in hits(startingAt: index) where !hits[hit].classes.isDisjoint(with: classes) {
            return true
        }
        return false
    }

    /// Whether a context may hold after a match that ends at `position` or, looking back, before one that starts there:
    /// what the token says that it takes first.
    @inline(__always)
    func mayHold(_ context: Int, at position: Int, isBackward: Bool) -> Bool {
        let index = isBackward ? position &- 1 : position
        let letter = index >= 0 && index < tokens.count ? letters[index] : 0
        if !isBackward, letter & Letters.Flag.startsPhrase != 0 { return true }
        let mask = Int(letter & Letters.Flag.number) &* contextWidth
        return contexts[mask &+ (context &>> 6)] &>> UInt64(context & 63) & 1 != 0
    }

    /// Hands the hits of `classes` that start at `position` or, looking back, end before it to `body`, the shortest
    /// first.
    @inline(__always)
    func forEachHit(
        of classes: ClassSet, at position: Int, isBackward: Bool, _ body: (Int) -> Void
    ) {
        if isBackward {
            var start = position - 1
            while start >= 0, start >= position - hits.longest {
                if start == position - 1 || startsPhrase(start) {
                    for hit in hits(startingAt: start).reversed()
                    where Int(hits[hit].end) == position
                        && !hits[hit].classes.isDisjoint(with: classes)
                    {
                        body(hit)
                    }
                }
                start -= 1
            }
        } else if position < tokens.count {
            for hit in hits(startingAt: position).reversed()
            where !hits[hit].classes.isDisjoint(with: classes) {
                body(hit)
            }
        }
    }
}
