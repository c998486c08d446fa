import Segmentation

/// What is read and written where anchors are found: all rules at once, 256 of them a quad.
///
/// Unsafe for speed: see ``StartTable``, whose arrays these are.
struct Board {
    let text: UnsafeMutableBufferPointer<UInt32>
    let starts: UnsafeMutableBufferPointer<UInt64>
    let anchors: UnsafeMutableBufferPointer<UInt64>
    let within: UnsafeMutableBufferPointer<UInt64>
    let tokens: UnsafeBufferPointer<Token>
    let near: UnsafeMutableBufferPointer<UInt64>
    let isNear: UnsafeMutableBufferPointer<UInt64>
    let distances: AnchorDistances
    /// Rules whose anchors can be so many tokens after their start, by the number.
    let most: UnsafeMutableBufferPointer<UInt64>
    let blockShift: Int
    let width: Int

    /// Marks from where rules may start that have an anchor at a token.
    ///
    /// - Parameter phrases: the rules whose anchor a phrase is that starts there, if one does.
    @inline(__always)
    func mark(anchor: Int, _ phrases: UnsafeMutableBufferPointer<UInt64>?) {
        let letter = Int(text[anchor] & Letters.Flag.number) &* width
        var quad = 0
        while quad < width {
            var rules = anchors.quad(at: letter &+ quad)
            if let phrases { rules |= phrases.quad(at: quad) }
            if !rules.isZero { mark(rules, before: anchor, quad) }
            quad &+= 4
        }
    }

    /// Walks back from an anchor, past what the rules can take.
    @inline(__always)
    private func mark(_ anchored: Quad, before anchor: Int, _ quad: Int) {
        let least = distances.least.elements
        var rules = anchored
        var token = anchor
        var letter = text[anchor]
        var distance = 0
        while true {
            var starting = rules & least.quad(at: distance &* width &+ quad)
            // A phrase starts what its first token need not start.
            if letter & Letters.Flag.startsPhrase == 0 {
                starting &= starts.quad(at: Int(letter & Letters.Flag.number) &* width &+ quad)
            }
            if !starting.isZero { mark(starting, at: token, quad) }
            guard token > 0, distance < Limits.window else { return }
            // What is inside a phrase is not asked for.
            if letter & Letters.Flag.isInPhrase == 0 {
                let flags = tokens[token].flags
                if flags.contains(.sentenceStart) {
                    rules &= distances.crossingSentences.elements.quad(at: quad)
                }
                if flags.contains(.paragraphStart) {
                    rules &= distances.crossingParagraphs.elements.quad(at: quad)
                }
            }
            token &-= 1
            distance &+= 1
            letter = text[token]
            if letter & Letters.Flag.isInPhrase == 0 {
                rules &= within.quad(at: Int(letter & Letters.Flag.number) &* width &+ quad)
            }
            rules &= most.quad(at: distance &* width &+ quad)
            if rules.isZero { return }
        }
    }

    @inline(__always)
    private func mark(_ starting: Quad, at token: Int, _ quad: Int) {
        let block = token &>> blockShift
        let bits = isNear[token &>> 6]
        let size = UInt64(1 &<< blockShift)
        let ofBlock = (1 &<< size &- 1) &<< (UInt64(block) &<< UInt64(blockShift) & 63)
        if bits & ofBlock == 0 {
            // What stands there is of an earlier text.
            var other = 0
            while other < width {
                near.set(quadAt: block &* width &+ other, Quad())
                other &+= 4
            }
        }
        near.form(quadAt: block &* width &+ quad, starting)
        isNear[token &>> 6] = bits | 1 &<< UInt64(token & 63)
    }
}

/// How far from their starts the anchors of rules are, as masks of rules by the number of tokens.
final class AnchorDistances {
    private let rules: Pinned<LinkedTables.Runnable>
    private let width: Int
    /// By distance up to ``Limits/window``: the rules whose anchor is so far away or nearer at the least.
    let least: Scratch<UInt64>
    /// The rules that may go on over a sentence's start, or a paragraph's.
    let crossingSentences: Scratch<UInt64>
    let crossingParagraphs: Scratch<UInt64>
    /// By the length of the longest hit.
    private var mostByHit: [Scratch<UInt64>?] = []

    /// - Parameter width: words of a mask.
    init(_ rules: Pinned<LinkedTables.Runnable>, width: Int) {
        self.rules = rules
        self.width = width
        least = Scratch(zeros: (Limits.window + 1) * width)
        crossingSentences = Scratch(zeros: width)
        crossingParagraphs = Scratch(zeros: width)
        for (number, rule) in rules.elements.enumerated() {
            let (word, bit) = (number / 64, UInt64(1) << UInt64(number % 64))
            for distance in max(0, Int(rule.leastAnchorOffset))..<Limits.window + 1 {
                least.elements[distance * width + word] |= bit
            }
            if rule.crossesParagraphs || !rule.boundaries.contains(.sentenceStart) {
                crossingSentences.elements[word] |= bit
            }
            if rule.crossesParagraphs || !rule.boundaries.contains(.paragraphStart) {
                crossingParagraphs.elements[word] |= bit
            }
        }
    }

    /// By distance: the rules whose anchor can be so far away in a text whose longest hit has so many tokens.
    func most(longestHit: Int) -> Scratch<UInt64> {
        let longest = min(longestHit, Limits.window)
        while mostByHit.count <= longest { mostByHit.append(nil) }
        if let known = mostByHit[longest] { return known }
        let masks = Scratch<UInt64>(zeros: (Limits.window + 1) * width)
        for (number, rule) in rules.elements.enumerated() {
            let (word, bit) = (number / 64, UInt64(1) << UInt64(number % 64))
            let most = Int(rule.mostAnchorOffset) + Int(rule.anchorPhrases) * longest
            for distance in 0...min(most, Limits.window) {
                masks.elements[distance * width + word] |= bit
            }
        }
        mostByHit[longest] = masks
        return masks
    }
}
