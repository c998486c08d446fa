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
    let junctions: JunctionReader
    let actions: UnsafeBufferPointer<BranchAction>
    let classSets: UnsafeBufferPointer<ClassSet>
    /// Tests that the letters pass.
    let rows: UnsafeMutableBufferPointer<UInt64>
    let rowWidth: Int
    /// Contexts that may hold beside the letters.
    private let contexts: UnsafeMutableBufferPointer<UInt64>
    private let firstSureContext: Int
    private let contextWidth: Int

    /// - Parameter starts: was filled with the text.
    init(
        _ source: StartTable.Source, _ starts: StartTable, _ letters: Letters,
        _ tables: LinkedTables
    ) {
        tokens = source.tokens
        self.letters = starts.text.elements
        hits = source.hits
        junctions = JunctionReader(tables.junctions)
        actions = tables.junctions.actions.elements
        classSets = tables.classSets.elements
        rows = letters.rows.elements
        rowWidth = letters.rowWidth
        contexts = letters.contexts.elements
        firstSureContext = starts.starting.firstSureContext
        contextWidth = letters.contextWidth
    }

    /// Hands the arrays of a text to `body`, while they stay where they are.
    static func withSource(
        _ buffer: TokenBuffer, _ hits: HitBuffer, hasNotes: Bool,
        _ body: (StartTable.Source) -> Void
    ) {
        buffer.tokens.withUnsafeBufferPointer { tokens in
            buffer.utf8.withUnsafeBufferPointer { utf8 in
                buffer.grammarNotes.withUnsafeBufferPointer { notes in
                    let isNoted = hasNotes && notes.count == tokens.count
                    hits.withView {
                        body(
                            StartTable.Source(
                                tokens: tokens, utf8: utf8, hits: $0,
                                notes: isNoted ? notes : .init(start: nil, count: 0)))
                    }
                }
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

    /// The branches of a junction that the token at `index` allows, one bit each: those that take a hit may still find
    /// none.
    @inline(__always)
    func ways(from junction: Junction, _ number: Int, at index: Int) -> UInt32 {
        let letter = index >= 0 && index < tokens.count ? letters[index] : 0
        let row = Int(letter & Letters.Flag.number) &* rowWidth
        let isPhrase = letter & Letters.Flag.startsPhrase != 0
        var ways = junction.always
        if isPhrase { ways |= junction.ofHits }
        let branchCount = Int(junction.branchCount)
        for place in 0..<branchCount {
            let test = junctions.test(place, at: number)
            ways |= UInt32(truncatingIfNeeded: passes(test, row)) &<< UInt32(place)
        }
        for place in branchCount..<branchCount &+ Int(junction.guardCount) {
            let asked = junctions.branchGuard(place, at: number)
            let isFound =
                passes(asked.test, row) != 0
                || isPhrase && asked.classes != BranchGuard.noClasses
                    && startsHit(of: classSets[Int(asked.classes)], at: index)
            if isFound { ways &= ~asked.branches }
        }
        return ways
    }

    /// All branches of a junction but those that take a token.
    @inline(never)
    func waysWithoutToken(from junction: Junction, _ number: Int) -> UInt32 {
        var ways = UInt32.max
        for place in 0..<Int(junction.branchCount)
        where junctions.branch(place, at: number).kind == .token {
            ways &= ~(1 << UInt32(place))
        }
        return ways
    }

    @inline(__always)
    private func passes(_ test: UInt32, _ row: Int) -> UInt64 {
        rows[row &+ Int(test &>> 6)] &>> UInt64(test & 63) & 1
    }

    @inline(never)
    private func startsHit(of classes: ClassSet, at index: Int) -> Bool {
        for hit in hits(startingAt: index) where !hits[hit].classes.isDisjoint(with: classes) {
            return true
        }
        return false
    }

    @inline(__always)
    private func has(_ context: Int, inRow row: Int) -> Bool {
        contexts[row &+ (context &>> 6)] &>> UInt64(context & 63) & 1 != 0
    }

    /// Whether a context holds after a match that ends at `position` or, looking back, before one that starts there, as
    /// far as the token says that it takes first; nil if that does not settle it.
    @inline(__always)
    func holds(
        _ context: Int, at position: Int, isBackward: Bool, _ boundaries: TokenFlags
    ) -> Bool? {
        let index = isBackward ? position &- 1 : position
        let letter = index >= 0 && index < tokens.count ? letters[index] : 0
        let isPhrase = letter & Letters.Flag.startsPhrase != 0
        if !isBackward, isPhrase { return nil }
        let row = Int(letter & Letters.Flag.number) &* contextWidth
        guard has(context, inRow: row) else { return false }
        if !isPhrase, has(firstSureContext &+ context, inRow: row),
            isOpen(before: position, boundaries)
        {
            return true
        }
        return nil
    }
}
