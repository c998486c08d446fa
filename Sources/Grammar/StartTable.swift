import Lexicon
import Segmentation

/// From which tokens of a text which rules are tried: one pass over the tokens, and what it found.
///
/// Unsafe for speed: the arrays are as long as the text that was filled in.
final class StartTable {
    let letters: Letters
    let starting: StartMasks
    let rules: LinkedRules
    let width: Int
    /// Whether every rule is tried from every token: what tests compare with.
    let triesAll: Bool

    /// The letter of each token, with ``Letters/Flag``s.
    let text = Growing<UInt32>()
    /// One bit a token: whether rules may start there that are tried everywhere, or only near their anchor.
    let starts = Growing<UInt64>()
    let startsNearAnchor = Growing<UInt64>()
    /// Whether it has a digit.
    let digits = Growing<UInt64>()
    /// By block of tokens, then by word of a mask: the rules with an anchor near. Holds for the blocks in which ``isNear``
    /// has a bit.
    let near = Growing<UInt64>()
    /// One bit a token: whether there is such a rule.
    let isNear = Growing<UInt64>()
    let mask: Scratch<UInt64>
    let secondMask: Scratch<UInt64>
    private let distances: AnchorDistances

    /// Tokens of a block, as a power of two.
    static let blockShift = 2

    init(_ letters: Letters, _ rules: LinkedRules, triesAll: Bool) {
        self.triesAll = triesAll
        self.letters = letters
        self.rules = rules
        starting = rules.starting
        width = starting.width
        mask = Scratch(repeating: 0, count: width)
        secondMask = Scratch(repeating: 0, count: width)
        distances = AnchorDistances(rules.tables.rules, width: width)
    }

    /// The tokens and hits of a text.
    struct Source {
        let tokens: UnsafeBufferPointer<Token>
        let utf8: UnsafeBufferPointer<UInt8>
        let hits: HitView
        /// By token what ``Letters/note(of:)`` gave of its form, or 0; none if the matcher keeps no notes.
        let notes: UnsafeBufferPointer<UInt64>
    }

    /// Reads a text into letters and finds where rules may start.
    func fill(_ source: Source) {
        let count = source.tokens.count
        let words = (count + 63) / 64
        text.grow(to: count, filledWith: 0)
        starts.grow(to: words, filledWith: 0)
        startsNearAnchor.grow(to: words, filledWith: 0)
        digits.grow(to: words, filledWith: 0)
        let blocks = words << (6 - Self.blockShift)
        near.grow(to: blocks * width, filledWith: 0)
        isNear.grow(to: words, filledWith: 0)
        for word in 0..<words { isNear.elements[word] = 0 }

        let most = distances.most(longestHit: source.hits.longest).elements
        var phrases = Phrases(source.hits.phraseStarts)
        for word in 0..<words {
            let tokens = word * 64..<min(word * 64 + 64, count)
            var bits = read(tokens, source)
            phrases.forEach(in: tokens) { token in
                let letter = text.elements[token] | flags(ofPhrasesAt: token, source)
                text.elements[token] = letter
                bits.add(letter, at: token & 63)
                // The longest hit comes first.
                return Int(source.hits[source.hits.indices(startingAt: token).lowerBound].end)
            } isInside: {
                text.elements[$0] |= Letters.Flag.isInPhrase
            }
            if bits.anchors != 0 { addAnchors(bits.anchors, word, source, most) }
            starts.elements[word] = triesAll ? .max >> UInt64(64 - tokens.count) : bits.starts
            startsNearAnchor.elements[word] = bits.startsNearAnchor
            digits.elements[word] = bits.digits
        }
    }

    /// Reads tokens into letters: from the notes on their forms, if there are some, or else by their forms.
    @inline(__always)
    private func read(_ tokens: Range<Int>, _ source: Source) -> StartBits {
        let first = tokens.lowerBound
        let text = text.elements.baseAddress! + first
        if source.notes.isEmpty {
            let letterOf = letters.byForm.elements
            for place in 0..<tokens.count {
                text[place] = letterOf[Int(source.tokens[first &+ place].form)]
            }
        } else {
            for place in 0..<tokens.count {
                text[place] = UInt32(truncatingIfNeeded: source.notes[first &+ place])
            }
        }
        var bits = StartBits(text, tokens.count)
        var unknown = ~bits.met & .max &>> UInt64(64 &- tokens.count)
        while unknown != 0 {
            let token = unknown.trailingZeroBitCount
            unknown &= unknown &- 1
            text[token] = learn(first &+ token, source)
            bits.add(text[token], at: token)
        }
        return bits
    }

    private func learn(_ token: Int, _ source: Source) -> UInt32 {
        let known = letters.byForm.elements[Int(source.tokens[token].form)]
        if known != 0 { return known }
        return letters.learn(
            source.tokens[token], source.hits.startingAt(token), source.utf8,
            rules.tables.bytes.elements)
    }

    /// Calls `body` with the hits of more than one token that start at `token`.
    func forEachPhrase(at token: Int, _ source: Source, _ body: (Hit) -> Void) {
        for hit in source.hits.startingAt(token) where hit.end > hit.start + 1 { body(hit) }
    }

    /// What the hits of more than one token add to what a letter says of a token.
    private func flags(ofPhrasesAt token: Int, _ source: Source) -> UInt32 {
        var classes = ClassSet()
        forEachPhrase(at: token, source) { classes.formUnion($0.classes) }
        var flags = Letters.Flag.startsPhrase
        classes.visit { flags |= starting.flagsByClass.elements[Int($0.rawValue)] }
        return flags
    }

    /// Marks the blocks in which the rules may start that are anchored at tokens of a word.
    private func addAnchors(
        _ anchors: UInt64, _ word: Int, _ source: Source,
        _ most: UnsafeMutableBufferPointer<UInt64>
    ) {
        // The arrays as they are now: learning a form may move those of the letters.
        let board = Board(
            text: text.elements, anchors: letters.anchors.elements,
            within: letters.within.elements, tokens: source.tokens, near: near.elements,
            isNear: isNear.elements, distances: distances,
            most: most,
            blockShift: Self.blockShift, width: width)
        var bits = anchors
        while bits != 0 {
            let token = word * 64 + bits.trailingZeroBitCount
            bits &= bits &- 1
            if board.text[token] & Letters.Flag.startsPhrase == 0 {
                board.mark(anchor: token, nil)
            } else {
                for word in 0..<width { mask.elements[word] = 0 }
                guard let base = mask.elements.baseAddress else { return }
                forEachPhrase(at: token, source) { starting.anchors.add($0.classes, to: base) }
                board.mark(anchor: token, mask.elements)
            }
        }
    }
}
