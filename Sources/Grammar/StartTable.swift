import Lexicon
import Segmentation

/// From which tokens of a text which rules are tried: one pass over the tokens, and what it found.
///
/// Unsafe for speed: the arrays are as long as the text that was filled in.
final class StartTable {
    private let letters: Letters
    private let starting: StartMasks
    private let rules: LinkedRules
    private let width: Int
    /// Whether every rule is tried from every token: what tests compare with.
    private let triesAll: Bool

    /// The letter of each token, with ``Letters/Flag``s.
    private(set) var text = Growing<UInt32>()
    /// One bit a token: whether rules may start there that are tried everywhere, or only near their anchor.
    private var starts = Growing<UInt64>()
    private var startsNearAnchor = Growing<UInt64>()
    /// By block of tokens, then by word of a mask: the rules with an anchor near.
    private var near = Growing<UInt64>()
    /// One bit a token: whether there is such a rule.
    private var isNear = Growing<UInt64>()
    private let mask: Scratch<UInt64>
    private let secondMask: Scratch<UInt64>

    /// Tokens of a block, as a power of two.
    private static let blockShift = 2

    init(_ letters: Letters, _ rules: LinkedRules, triesAll: Bool) {
        self.triesAll = triesAll
        self.letters = letters
        self.rules = rules
        starting = rules.starting
        width = starting.starts.width
        mask = Scratch(repeating: 0, count: width)
        secondMask = Scratch(repeating: 0, count: width)
    }

    /// The tokens and hits of a text.
    struct Source {
        let tokens: UnsafeBufferPointer<Token>
        let utf8: UnsafeBufferPointer<UInt8>
        let hits: UnsafeBufferPointer<Hit>
        let offsets: UnsafeBufferPointer<UInt32>
        let phrases: UnsafeBufferPointer<UInt32>
        let longestHit: Int
    }

    /// Reads a text into letters and finds where rules may start.
    func fill(_ source: Source) {
        let count = source.tokens.count
        let words = (count + 63) / 64
        text.grow(to: count, filledWith: 0)
        starts.grow(to: words, filledWith: 0)
        startsNearAnchor.grow(to: words, filledWith: 0)
        let blocks = words << (6 - Self.blockShift)
        near.grow(to: blocks * width, filledWith: 0)
        isNear.grow(to: words, filledWith: 0)
        for place in 0..<blocks * width { near.elements[place] = 0 }
        for word in 0..<words { isNear.elements[word] = 0 }

        let (letterOf, text) = (letters.byForm.elements, text.elements)
        // Fetched first, so that none waits for another.
        for token in 0..<count { text[token] = letterOf[Int(source.tokens[token].form)] }
        var nextPhrase = 0
        var phrase = source.phrases.first.map(Int.init) ?? .max
        var phraseEnd = 0
        for word in 0..<words {
            var (free, bound): (UInt64, UInt64) = (0, 0)
            let first = word * 64
            for bit in 0..<min(64, count - first) {
                let token = first &+ bit
                var letter = text[token]
                if letter == 0 { letter = learn(token, source) }
                if token == phrase {
                    letter |= flags(ofPhrasesAt: token, source)
                    // The longest hit comes first.
                    phraseEnd = max(
                        phraseEnd, Int(source.hits[Int(source.offsets[token])].end))
                    nextPhrase += 1
                    phrase =
                        nextPhrase < source.phrases.count ? Int(source.phrases[nextPhrase]) : .max
                }
                if token < phraseEnd { letter |= Letters.Flag.isInPhrase }
                text[token] = letter
                free |= UInt64(letter &>> 31) &<< UInt64(bit)
                bound |= UInt64(letter &>> 30 & 1) &<< UInt64(bit)
                if letter & Letters.Flag.isAnchor != 0 { addAnchors(at: token, source) }
            }
            starts.elements[word] = triesAll ? .max >> UInt64(64 - min(64, count - first)) : free
            startsNearAnchor.elements[word] = bound
        }
    }

    private func learn(_ token: Int, _ source: Source) -> UInt32 {
        let known = letters.byForm.elements[Int(source.tokens[token].form)]
        if known != 0 { return known }
        return letters.learn(
            source.tokens[token], source.hits,
            Int(source.offsets[token])..<Int(source.offsets[token + 1]), source.utf8,
            rules.tables.bytes.elements)
    }

    /// Calls `body` with the hits of more than one token that start at `token`.
    private func forEachPhrase(at token: Int, _ source: Source, _ body: (Hit) -> Void) {
        for hit in Int(source.offsets[token])..<Int(source.offsets[token + 1])
        where source.hits[hit].end > source.hits[hit].start + 1 {
            body(source.hits[hit])
        }
    }

    /// What the hits of more than one token add to what a letter says of a token.
    private func flags(ofPhrasesAt token: Int, _ source: Source) -> UInt32 {
        guard let mask = mask.elements.baseAddress else { return 0 }
        for word in 0..<width { mask[word] = 0 }
        var classes = ClassSet()
        forEachPhrase(at: token, source) { classes.formUnion($0.classes) }
        starting.starts.add(classes, to: mask)
        let flags = starting.flags(ofStarts: mask) | Letters.Flag.startsPhrase
        for word in 0..<width { mask[word] = 0 }
        starting.anchors.add(classes, to: mask)
        let isAnchor = (0..<width).contains { mask[$0] != 0 }
        return isAnchor ? flags | Letters.Flag.isAnchor : flags
    }

    /// Marks the blocks in which the rules may start that are anchored at a token.
    private func addAnchors(at token: Int, _ source: Source) {
        guard let mask = mask.elements.baseAddress else { return }
        let letter = text.elements[token]
        let first = Int(letter & Letters.Flag.number) * width
        for word in 0..<width { mask[word] = letters.anchors.elements[first + word] }
        if letter & Letters.Flag.startsPhrase != 0 {
            forEachPhrase(at: token, source) { starting.anchors.add($0.classes, to: mask) }
        }
        let runnables = rules.tables.rules.elements
        let (near, isNear) = (near.elements, isNear.elements)
        let reader = Reader(
            text: text.elements, within: letters.within.elements, tokens: source.tokens,
            longestHit: source.longestHit)
        for word in 0..<width {
            var bits = mask[word]
            while bits != 0 {
                let bit = bits.trailingZeroBitCount
                bits &= bits - 1
                let rule = runnables[word * 64 + bit]
                let last = token - rule.leastAnchorOffset
                let first = reader.firstStart(
                    before: token, rule, UInt64(1) << UInt64(bit), of: word, width)
                guard first <= last else { continue }
                for block in first >> Self.blockShift...last >> Self.blockShift {
                    near[block * width + word] |= 1 << UInt64(bit)
                }
                isNear.setBits(first...last)
            }
        }
    }

    /// Calls `body` with each rule that is to be tried and the token: by token, then by rule.
    @inline(__always)
    func forEachRule(_ source: Source, _ body: (_ rule: Int, _ token: Int) -> Void) {
        let (starts, bound, isNear) = (
            starts.elements, startsNearAnchor.elements, isNear.elements
        )
        let masks = Masks(
            count: source.tokens.count, text: text.elements, starts: letters.starts.elements,
            seconds: letters.seconds.elements, lefts: letters.lefts.elements,
            near: near.elements, free: starting.free.elements)
        let (mask, width) = (mask.elements, width)
        for place in 0..<(source.tokens.count + 63) / 64 {
            var bits = starts[place] | bound[place] & isNear[place]
            while bits != 0 {
                let token = place * 64 + bits.trailingZeroBitCount
                bits &= bits &- 1
                guard fillMask(at: token, masks, source) else { continue }
                for word in 0..<width {
                    var rules = mask[word]
                    while rules != 0 {
                        let rule = word * 64 + rules.trailingZeroBitCount
                        rules &= rules &- 1
                        body(rule, token)
                    }
                }
            }
        }
    }

    /// What ``fillMask(at:_:_:)`` reads.
    private struct Masks {
        let count: Int
        let text: UnsafeMutableBufferPointer<UInt32>
        let starts: UnsafeMutableBufferPointer<UInt64>
        let seconds: UnsafeMutableBufferPointer<UInt64>
        let lefts: UnsafeMutableBufferPointer<UInt64>
        let near: UnsafeMutableBufferPointer<UInt64>
        let free: UnsafeBufferPointer<UInt64>
    }

    /// Puts the rules to be tried from a token into ``mask``; false if there is none.
    @inline(__always)
    private func fillMask(at token: Int, _ masks: Masks, _ source: Source) -> Bool {
        let (mask, width) = (mask.elements, width)
        if triesAll {
            for rule in rules.rules.indices { mask[rule >> 6] |= 1 << UInt64(rule & 63) }
            return true
        }
        let letter = masks.text[token]
        let next = token &+ 1 < masks.count ? masks.text[token &+ 1] : 0
        let before = token > 0 ? masks.text[token &- 1] : 0
        let start = Int(letter & Letters.Flag.number) &* width
        let second = Int(next & Letters.Flag.number) &* width
        let left = Int(before & Letters.Flag.number) &* width
        let block = (token &>> Self.blockShift) &* width
        let isPlain = (letter | next) & Letters.Flag.startsPhrase == 0
        if !isPlain { fillPhraseMasks(at: token, source) }
        var all: UInt64 = 0
        for word in 0..<width {
            var rules = masks.starts[start &+ word] & masks.seconds[second &+ word]
            if !isPlain {
                rules |= mask[word] | masks.starts[start &+ word] & secondMask.elements[word]
            }
            rules &= masks.lefts[left &+ word] & (masks.near[block &+ word] | masks.free[word])
            mask[word] = rules
            all |= rules
        }
        return all != 0
    }

    /// Puts the rules that may start with a phrase at `token` into ``mask``, and those that may go on with one after
    /// it into ``secondMask``.
    private func fillPhraseMasks(at token: Int, _ source: Source) {
        guard let mask = mask.elements.baseAddress,
            let secondMask = secondMask.elements.baseAddress
        else { return }
        for word in 0..<width {
            mask[word] = 0
            secondMask[word] = 0
        }
        forEachPhrase(at: token, source) { starting.starts.add($0.classes, to: mask) }
        guard token + 1 < source.tokens.count else { return }
        forEachPhrase(at: token + 1, source) { starting.seconds.add($0.classes, to: secondMask) }
    }
}

extension UnsafeMutableBufferPointer<UInt64> {
    /// Sets the bits of a range, 64 a word.
    @inline(__always)
    fileprivate func setBits(_ range: ClosedRange<Int>) {
        let (first, last) = (range.lowerBound &>> 6, range.upperBound &>> 6)
        let from = UInt64.max &<< UInt64(range.lowerBound & 63)
        let upTo = UInt64.max &>> UInt64(63 &- range.upperBound & 63)
        if first == last {
            self[first] |= from & upTo
        } else {
            self[first] |= from
            for word in first &+ 1..<last { self[word] = .max }
            self[last] |= upTo
        }
    }
}

/// Walks from an anchor to where a match may start.
private struct Reader {
    let text: UnsafeMutableBufferPointer<UInt32>
    let within: UnsafeMutableBufferPointer<UInt64>
    let tokens: UnsafeBufferPointer<Token>
    let longestHit: Int

    /// The first token from which a rule can take all tokens up to its anchor.
    @inline(__always)
    func firstStart(
        before anchor: Int, _ rule: LinkedTables.Runnable, _ bit: UInt64, of word: Int, _ width: Int
    ) -> Int {
        let most = rule.mostAnchorOffset + rule.anchorPhrases * longestHit
        let least = max(0, anchor - most)
        var first = anchor
        while first > least {
            // What is inside a phrase is not asked for.
            if text[first] & Letters.Flag.isInPhrase == 0, !rule.crossesParagraphs,
                !tokens[first].flags.isDisjoint(with: rule.boundaries)
            {
                break
            }
            let before = text[first &- 1]
            guard
                before & Letters.Flag.isInPhrase != 0
                    || within[Int(before & Letters.Flag.number) &* width &+ word] & bit != 0
            else { break }
            first &-= 1
        }
        return first
    }
}
