import Lexicon
import Segmentation

extension StartTable {
    /// Calls `body` with each rule that is to be tried and the token: by token, then by rule.
    @inline(__always)
    func forEachRule(_ source: Source, _ body: (_ rule: Int, _ token: Int) -> Void) {
        let (starts, bound, isNear) = (
            starts.elements, startsNearAnchor.elements, isNear.elements
        )
        let masks = Masks(
            count: source.tokens.count, text: text.elements, starts: letters.starts.elements,
            seconds: letters.seconds.elements, thirds: letters.thirds.elements,
            lefts: letters.lefts.elements,
            near: near.elements, isNear: isNear, free: starting.free.elements)
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
        let thirds: UnsafeMutableBufferPointer<UInt64>
        let lefts: UnsafeMutableBufferPointer<UInt64>
        let near: UnsafeMutableBufferPointer<UInt64>
        let isNear: UnsafeMutableBufferPointer<UInt64>
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
        // All ones if there is an anchor near.
        let near = 0 &- (masks.isNear[token &>> 6] &>> UInt64(token & 63) & 1)
        let isPlain = (letter | next) & Letters.Flag.startsPhrase == 0
        if !isPlain { fillPhraseMasks(at: token, source) }
        var isSome = false
        for quad in stride(from: 0, to: width, by: 4) {
            let starts = masks.starts.quad(at: start &+ quad)
            var rules = starts & masks.seconds.quad(at: second &+ quad)
            if !isPlain {
                rules |= mask.quad(at: quad) | starts & secondMask.elements.quad(at: quad)
            }
            rules &= masks.lefts.quad(at: left &+ quad)
            rules &= masks.near.quad(at: block &+ quad) & near | masks.free.quad(at: quad)
            if isPlain, !rules.isZero {
                let third = token &+ 2 < masks.count ? masks.text[token &+ 2] : 0
                if third & Letters.Flag.startsPhrase == 0 {
                    rules &= masks.thirds.quad(
                        at: Int(third & Letters.Flag.number) &* width &+ quad)
                }
            }
            mask.set(quadAt: quad, rules)
            isSome = isSome || !rules.isZero
        }
        return isSome
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
