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
        let notes: UnsafeBufferPointer<UInt32>
    }

    /// Reads a text into letters and finds where rules may start.
    func fill(_ source: Source) {
        let count = source.tokens.count
        let words = (count + 63) / 64
        // And no letter after the last.
        text.grow(to: count + 2, filledWith: 0)
        (text.elements[count], text.elements[count + 1]) = (0, 0)
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
                let hits = source.hits.listed(startingAt: token)
                let letter = text.elements[token] | flags(of: hits.classesOfPhrases)
                text.elements[token] = letter
                bits.add(letter, at: token & 63)
                // The longest hit comes first.
                return Int(hits[0].end)
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
        var bits: StartBits
        if let notes = source.notes.baseAddress {
            bits = StartBits(notes + first, tokens.count, copyingTo: text)
        } else {
            bits = StartBits()
            let letterOf = letters.byForm.elements
            for place in 0..<tokens.count {
                text[place] = letterOf[Int(source.tokens[first &+ place].form)]
                bits.add(text[place], at: place)
            }
        }
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

    /// What the hits of more than one token add to what a letter says of the token that they start at.
    private func flags(of classes: ClassSet) -> UInt32 {
        let flagsByClass = starting.flagsByClass.elements
        var flags = Letters.Flag.startsPhrase
        classes.visit { flags |= flagsByClass[Int($0.rawValue)] }
        return flags
    }

    /// The classes of the hits of more than one token that start at `token`.
    @inline(__always)
    func classes(ofPhrasesAt token: Int, _ source: Source) -> ClassSet {
        source.hits.listed(startingAt: token).classesOfPhrases
    }

    /// Marks the blocks in which the rules may start that are anchored at tokens of a word.
    private func addAnchors(
        _ anchors: UInt64, _ word: Int, _ source: Source,
        _ most: UnsafeMutableBufferPointer<UInt64>
    ) {
        // The arrays as they are now: learning a form may move those of the letters.
        let board = Board(
            text: text.elements, starts: letters.starts.elements,
            anchors: letters.anchors.elements, within: letters.within.elements,
            tokens: source.tokens, near: near.elements, isNear: isNear.elements,
            distances: distances, most: most,
            blockShift: Self.blockShift, width: width)
        var bits = anchors
        while bits != 0 {
            let token = word * 64 + bits.trailingZeroBitCount
            bits &= bits &- 1
            if board.text[token] & Letters.Flag.startsPhrase == 0 {
                board.mark(anchor: token, nil)
            } else {
                let mask = mask.elements
                clear(mask)
                guard let base = mask.baseAddress else { return }
                starting.anchors.add(classes(ofPhrasesAt: token, source), to: base)
                board.mark(anchor: token, mask)
            }
        }
    }

    /// Leaves no rule in a mask.
    @inline(__always)
    func clear(_ mask: UnsafeMutableBufferPointer<UInt64>) {
        var quad = 0
        while quad < width {
            mask.set(quadAt: quad, Quad())
            quad &+= 4
        }
    }
}

extension UnsafeBufferPointer<Hit> {
    /// The classes of those of more than one token.
    @inline(__always)
    fileprivate var classesOfPhrases: ClassSet {
        var classes = ClassSet()
        for hit in self where hit.end > hit.start &+ 1 { classes.formUnion(hit.classes) }
        return classes
    }
}
