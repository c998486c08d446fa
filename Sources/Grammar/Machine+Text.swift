import Lexicon
import Segmentation

/// The tests of instructions.
extension Machine.Text {
    /// Whether a match may go on over the gap before `position`.
    @inline(__always)
    func isOpen(before position: Int, _ boundaries: TokenFlags) -> Bool {
        position >= tokens.tokens.count
            || tokens.tokens[position].flags.isDisjoint(with: boundaries)
    }

    /// Whether a gap test holds before the token at `position`, which may be the end of the text.
    func gap(_ operation: Instruction.Operation, before position: Int) -> Bool {
        guard position < tokens.tokens.count else {
            return operation == .end || operation == .space
        }
        let flags = tokens.tokens[position].flags
        switch operation {
        case .space: return flags.contains(.spaceBefore)
        case .nospace: return !flags.contains(.spaceBefore)
        case .start: return flags.contains(.sentenceStart)
        case .para: return flags.contains(.paragraphStart)
        case .line: return flags.contains(.lineStart)
        case .end:
            return !flags.isDisjoint(with: [.sentenceStart, .paragraphStart])
        default: return false
        }
    }

    /// Whether the token at `index`, if there is one, passes a test; for `hit`, whether one starts there.
    func takes(_ step: Instruction, at index: Int) -> Bool {
        guard tokens.tokens.indices.contains(index) else { return false }
        let token = tokens.tokens[index]
        switch step.operation {
        case .any: return true
        case .text: return token.hash == UInt64(step.b) << 32 | UInt64(step.a)
        case .cap: return token.shape.startsWithCapital
        case .upper: return token.shape == .upper
        case .lower: return token.shape == .lower
        case .initial: return token.shape == .initial
        case .capitalized: return token.shape == .capitalized
        case .mixed: return token.shape == .mixed
        case .word: return token.kind != .symbol && token.kind != .number
        case .number: return token.kind == .number
        case .punct: return token.kind == .symbol
        case .num:
            return token.number != .max && token.number >= step.a && token.number <= step.b
        case .exact:
            let (hash, bytes) = rules.exact[Int(step.a)]
            return token.hash == hash && tokens.utf8[token.range].elementsEqual(bytes)
        case .hit:
            let classes = rules.classSets[Int(step.a)]
            for place in hits.indices(startingAt: index)
            where !hits.hits[place].classes.isDisjoint(with: classes) {
                return true
            }
            return false
        case .prefix, .suffix:
            return TokenText.has(
                rules.affixes[Int(step.a)], atEnd: step.operation == .suffix,
                tokens.utf8[token.range], isASCII: !token.flags.contains(.nonASCII))
        default: return token.flags.contains(.hasDigit) && takesDigits(step, token)
        }
    }

    private func takesDigits(_ step: Instruction, _ token: Token) -> Bool {
        let bytes = tokens.utf8[token.range]
        switch step.operation {
        case .digits: return TokenText.isDigits(bytes, count: step.a)
        case .decade: return TokenText.isDecade(bytes)
        case .ordinal:
            guard let value = TokenText.ordinal(bytes) else { return false }
            return value >= step.a && value <= step.b
        default: return false
        }
    }
}

/// The hits of a text by the token after their last one; the longest first.
struct HitEndings {
    private var offsets: [UInt32] = []
    private var hits: [UInt32] = []

    /// Sorts the hits of a text of `tokenCount` tokens by where they end.
    mutating func fill(_ buffer: HitBuffer, tokenCount: Int) {
        offsets.removeAll(keepingCapacity: true)
        offsets.append(contentsOf: repeatElement(0, count: tokenCount + 2))
        for hit in buffer.hits { offsets[Int(hit.end) + 1] += 1 }
        for end in 1..<offsets.count { offsets[end] += offsets[end - 1] }
        hits.removeAll(keepingCapacity: true)
        hits.append(contentsOf: repeatElement(0, count: buffer.hits.count))
        // offsets[end] is where the hits of `end` start and moves on as they are put there…
        for (index, hit) in buffer.hits.enumerated() {
            hits[Int(offsets[Int(hit.end)])] = UInt32(index)
            offsets[Int(hit.end)] += 1
        }
        // …so that it now is where those of `end + 1` start.
        offsets.insert(0, at: 0)
    }

    @inline(__always)
    func places(endingAt token: Int) -> Range<Int> {
        Int(offsets[token])..<Int(offsets[token + 1])
    }

    @inline(__always)
    func hit(_ place: Int) -> Int { Int(hits[place]) }
}
