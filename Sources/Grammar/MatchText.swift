import Lexicon
import Segmentation

/// What the machine reads: a text, its hits and the tables of the rules.
///
/// Unsafe so that no reference is counted while the machine runs (that took four fifths of its time). What must hold:
/// the arrays outlive the value, which ``withPointers(to:_:_:_:_:)`` sees to, and indices point into them: those of
/// tokens are checked here, those in the tables were checked when the program was read.
struct MatchText {
    let tokens: UnsafeBufferPointer<Token>
    /// ``TokenCategory/index`` of each token.
    let categories: UnsafeBufferPointer<UInt8>
    let hits: UnsafeBufferPointer<Hit>
    let code: UnsafeBufferPointer<Instruction>
    let classSets: UnsafeBufferPointer<ClassSet>
    private let utf8: UnsafeBufferPointer<UInt8>
    private let starts: UnsafeBufferPointer<UInt32>
    private let endOffsets: UnsafeBufferPointer<UInt32>
    private let endings: UnsafeBufferPointer<UInt32>
    private let setPlaces: UnsafeBufferPointer<HashSets.Place>
    private let setCells: UnsafeBufferPointer<UInt64>
    private let firstExactSet: Int
    private let exactLists: UnsafeBufferPointer<Tables.Slice>
    private let exact: UnsafeBufferPointer<Tables.ExactEntry>
    private let strings: UnsafeBufferPointer<Tables.Slice>
    private let bytes: UnsafeBufferPointer<UInt8>

    /// Hands the text to `body`, while its arrays stay where they are.
    static func withPointers(
        to buffer: TokenBuffer, _ hits: HitBuffer, _ table: TextTable, _ rules: LinkedTables,
        _ body: (MatchText) -> Void
    ) {
        buffer.tokens.withUnsafeBufferPointer { tokens in
            buffer.utf8.withUnsafeBufferPointer { utf8 in
                hits.hits.withUnsafeBufferPointer { hits in
                    table.withPointers { categories, starts, endOffsets, endings in
                        withExtendedLifetime(rules) {
                            body(
                                MatchText(
                                    tokens: tokens, categories: categories, hits: hits,
                                    code: rules.code.elements,
                                    classSets: rules.classSets.elements, utf8: utf8,
                                    starts: starts, endOffsets: endOffsets, endings: endings,
                                    setPlaces: rules.setPlaces.elements,
                                    setCells: rules.setCells.elements,
                                    firstExactSet: rules.firstExactSet,
                                    exactLists: rules.exactLists.elements,
                                    exact: rules.exact.elements, strings: rules.strings.elements,
                                    bytes: rules.bytes.elements))
                        }
                    }
                }
            }
        }
    }

    /// The hits that start at a token, the longest first.
    @inline(__always)
    func hits(startingAt token: Int) -> Range<Int> {
        Int(starts[token])..<Int(starts[token + 1])
    }

    /// The places of the hits that end before a token, the longest first: see ``ending(_:)``.
    @inline(__always)
    func endings(before token: Int) -> Range<Int> {
        Int(endOffsets[token])..<Int(endOffsets[token + 1])
    }

    /// The number of the hit at a place.
    @inline(__always)
    func ending(_ place: Int) -> Int { Int(endings[place]) }

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
    func takes(_ step: Instruction, at index: Int) -> Bool {
        guard index >= 0, index < tokens.count else { return false }
        switch step.operation {
        case .category: return step.wide >> UInt64(categories[index]) & 1 != 0
        case .text: return tokens[index].hash == step.wide
        case .textSet: return isIn(Int(step.a), tokens[index].hash)
        case .num:
            let number = tokens[index].number
            return number != .max && number >= step.a && number <= step.b
        case .hit: return hasHit(of: classSets[Int(step.a)], at: index)
        case .exact:
            return isIn(firstExactSet + Int(step.a), tokens[index].hash)
                && takesExact(step, tokens[index])
        default: return takesSpelling(step, tokens[index])
        }
    }

    @inline(__always)
    private func isIn(_ set: Int, _ hash: UInt64) -> Bool {
        HashSets.contains(hash, at: setPlaces[set], of: setCells)
    }

    private func hasHit(of classes: ClassSet, at index: Int) -> Bool {
        for hit in hits(startingAt: index) where !hits[hit].classes.isDisjoint(with: classes) {
            return true
        }
        return false
    }

    private func string(_ index: UInt32) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[strings[Int(index)].range])
    }

    private func takesExact(_ step: Instruction, _ token: Token) -> Bool {
        let spelling = TokenBytes(bytes: .init(rebasing: utf8[token.range]))
        for entry in exactLists[Int(step.a)].range
        where exact[entry].hash == token.hash && spelling.equals(string(exact[entry].text)) {
            return true
        }
        return false
    }

    /// The tests that read the bytes of a token.
    private func takesSpelling(_ step: Instruction, _ token: Token) -> Bool {
        let spelling = TokenBytes(bytes: .init(rebasing: utf8[token.range]))
        switch step.operation {
        case .prefix, .suffix:
            return spelling.has(
                string(step.a), atEnd: step.operation == .suffix,
                isASCII: !token.flags.contains(.nonASCII))
        case .digits: return spelling.isDigits(count: step.a)
        case .decade: return spelling.isDecade
        case .ordinal:
            guard let value = spelling.ordinal else { return false }
            return value >= step.a && value <= step.b
        default: return false
        }
    }
}
