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
            text: text.elements, starts: letters.starts.elements,
            seconds: letters.seconds.elements, thirds: letters.thirds.elements,
            lefts: letters.lefts.elements, near: near.elements, isNear: isNear,
            free: starting.free.elements)
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
    fileprivate struct Masks {
        /// Ends with two letters of no token.
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
    ///
    /// What a letter says of the rules that start with it, go on with it and so on is all there is to know of a token at
    /// which no phrase starts.
    @inline(__always)
    private func fillMask(at token: Int, _ masks: Masks, _ source: Source) -> Bool {
        let (mask, width) = (mask.elements, width)
        if triesAll {
            for rule in rules.rules.indices { mask[rule >> 6] |= 1 << UInt64(rule & 63) }
            return true
        }
        let letter = masks.text[token]
        let next = masks.text[token &+ 1]
        let before = token > 0 ? masks.text[token &- 1] : 0
        let left = Int(before & Letters.Flag.number) &* width
        if (letter | next) & Letters.Flag.startsPhrase != 0 {
            return fillMask(atPhrase: token, letter, next, left: left, masks, source)
        }
        let start = Int(letter & Letters.Flag.number) &* width
        let second = Int(next & Letters.Flag.number) &* width
        var isSome = false
        var quad = 0
        while quad < width {
            var rules =
                masks.starts.quad(at: start &+ quad) & masks.seconds.quad(at: second &+ quad)
                & masks.lefts.quad(at: left &+ quad) & masks.reached(at: token, quad, width)
            if !rules.isZero {
                let third = masks.text[token &+ 2]
                if third & Letters.Flag.startsPhrase == 0 {
                    rules &= masks.thirds.quad(
                        at: Int(third & Letters.Flag.number) &* width &+ quad)
                }
                isSome = isSome || !rules.isZero
            }
            mask.set(quadAt: quad, rules)
            quad &+= 4
        }
        return isSome
    }

    /// The same for a token at which, or after which, a phrase starts.
    @inline(never)
    private func fillMask(
        atPhrase token: Int, _ letter: UInt32, _ next: UInt32, left: Int, _ masks: Masks,
        _ source: Source
    ) -> Bool {
        let (mask, secondMask, width) = (mask.elements, secondMask.elements, width)
        clear(mask)
        clear(secondMask)
        if letter & Letters.Flag.startsPhrase != 0, let base = mask.baseAddress {
            starting.starts.add(classes(ofPhrasesAt: token, source), to: base)
        }
        if next & Letters.Flag.startsPhrase != 0, let base = secondMask.baseAddress {
            starting.seconds.add(classes(ofPhrasesAt: token &+ 1, source), to: base)
        }
        let start = Int(letter & Letters.Flag.number) &* width
        let second = Int(next & Letters.Flag.number) &* width
        var isSome = false
        var quad = 0
        while quad < width {
            let starts = masks.starts.quad(at: start &+ quad)
            let seconds = masks.seconds.quad(at: second &+ quad) | secondMask.quad(at: quad)
            let rules =
                (mask.quad(at: quad) | starts & seconds) & masks.lefts.quad(at: left &+ quad)
                & masks.reached(at: token, quad, width)
            mask.set(quadAt: quad, rules)
            isSome = isSome || !rules.isZero
            quad &+= 4
        }
        return isSome
    }
}

extension StartTable.Masks {
    /// The rules whose anchor is near a token, and those that need none.
    @inline(__always)
    fileprivate func reached(at token: Int, _ quad: Int, _ width: Int) -> Quad {
        // All ones if there is an anchor near.
        let isNear = 0 &- (isNear[token &>> 6] &>> UInt64(token & 63) & 1)
        let block = (token &>> StartTable.blockShift) &* width
        return near.quad(at: block &+ quad) & isNear | free.quad(at: quad)
    }
}
