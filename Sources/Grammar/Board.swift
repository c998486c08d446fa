import Segmentation

/// What is read and written where an anchor is found.
///
/// Unsafe for speed: see ``StartTable``, whose arrays these are.
struct Board {
    let text: UnsafeMutableBufferPointer<UInt32>
    let anchors: UnsafeMutableBufferPointer<UInt64>
    let within: UnsafeMutableBufferPointer<UInt64>
    let tokens: UnsafeBufferPointer<Token>
    let runnables: UnsafeBufferPointer<LinkedTables.Runnable>
    let near: UnsafeMutableBufferPointer<UInt64>
    let isNear: UnsafeMutableBufferPointer<UInt64>
    let longestHit: Int
    let blockShift: Int

    /// Marks from where the rule of a bit may start that has an anchor at a token.
    @inline(__always)
    func mark(anchor: Int, ofBit bit: Int, _ word: Int, _ width: Int) {
        let rule = runnables[word &* 64 &+ bit]
        let mask = UInt64(1) &<< UInt64(bit)
        let last = anchor &- Int(rule.leastAnchorOffset)
        let first = firstStart(before: anchor, rule, mask, word, width)
        guard first <= last else { return }
        for block in first &>> blockShift...last &>> blockShift {
            near[block &* width &+ word] |= mask
        }
        isNear.setBits(first...last)
    }

    /// The first token from which a rule can take all tokens up to its anchor.
    @inline(__always)
    private func firstStart(
        before anchor: Int, _ rule: LinkedTables.Runnable, _ bit: UInt64, _ word: Int, _ width: Int
    ) -> Int {
        let least = max(
            0,
            anchor &- Int(rule.mostAnchorOffset) &- Int(rule.anchorPhrases) &* longestHit)
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

extension UnsafeMutableBufferPointer<UInt64> {
    /// Sets the bits of a range, 64 a word.
    @inline(__always)
    func setBits(_ range: ClosedRange<Int>) {
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

/// Walks over the phrases of a text with its tokens.
struct Phrases {
    private let starts: UnsafeBufferPointer<UInt32>
    private var next = 0
    /// Where the phrases end that were met.
    private var end = 0

    init(_ starts: UnsafeBufferPointer<UInt32>) { self.starts = starts }

    /// Calls `body` with the first token of each phrase among `tokens`, which gives where the longest ends, and
    /// `isInside` with each token that is inside one.
    @inline(__always)
    mutating func forEach(
        in tokens: Range<Int>, _ body: (Int) -> Int, isInside: (Int) -> Void
    ) {
        var marked = tokens.lowerBound
        func mark(upTo end: Int) {
            while marked < min(end, tokens.upperBound) {
                isInside(marked)
                marked += 1
            }
        }
        mark(upTo: end)
        while next < starts.count, Int(starts[next]) < tokens.upperBound {
            let start = Int(starts[next])
            next += 1
            end = max(end, body(start))
            marked = max(marked, start)
            mark(upTo: end)
        }
    }
}
