/// Finds the best sequence of tags for the tokens of a window: Viterbi's algorithm over ``NameTag``.
///
/// Between names it does not matter whether the one before ended in its last or its only token, nor whether the next
/// starts with its first or its only one, so that four ways lead to four.
struct NameDecoder {
    private let search: Search
    /// By token: for each of the four openings which closing came before, two bits each, then for each kind whether
    /// the inner and the last token came from an inner one, then for each kind whether it closed with its only token.
    private var steps: [UInt32] = []

    init(_ model: NameModel) { search = Search(model) }

    /// Writes the best tags for the tokens that `emissions` speak of into `tags`.
    mutating func decode(
        _ emissions: UnsafeBufferPointer<NameVector>, into tags: UnsafeMutableBufferPointer<UInt8>
    ) {
        let count = emissions.count
        guard count > 0 else { return }
        if steps.count < count { steps = [UInt32](repeating: 0, count: count * 2) }
        let search = search
        steps.withUnsafeMutableBufferPointer { search.run(emissions, $0, tags) }
    }
}

/// What the search reads, and how it goes.
private struct Search {
    /// What it adds that outside or a name of a kind (0, or 1 + kind) is followed by outside or one of a kind.
    private let between: InlineArray<16, Int32>
    /// By kind: from the first token to an inner or the last, from an inner one to an inner or the last.
    private let within: InlineArray<12, Int32>

    init(_ model: NameModel) {
        func tag(_ part: NameTag.Part, _ end: Int) -> Int {
            end == 0 ? NameTag.outside : NameTag.tag(part, end - 1)
        }
        between = InlineArray { index in
            Int32(model.transitions(from: tag(.last, index / 4))[tag(.begin, index % 4)])
        }
        within = InlineArray { index in
            let from = NameTag.tag(index & 2 == 0 ? .begin : .inside, index / 4)
            let to = NameTag.tag(index & 1 == 0 ? .inside : .last, index / 4)
            return Int32(model.transitions(from: from)[to])
        }
    }

    func run(
        _ emissions: UnsafeBufferPointer<NameVector>, _ steps: UnsafeMutableBufferPointer<UInt32>,
        _ tags: UnsafeMutableBufferPointer<UInt8>
    ) {
        let impossible = Int32.min / 4
        // Sums of the best ways that end outside or at the end of a name of a kind, and that are inside one.
        var closed = InlineArray<4, Int32>(repeating: impossible)
        var first = InlineArray<3, Int32>(repeating: impossible)
        var inner = InlineArray<3, Int32>(repeating: impossible)
        closed[0] = 0
        for index in emissions.indices {
            let emission = emissions[index]
            var step: UInt32 = 0
            var opened = InlineArray<4, Int32>(repeating: 0)
            for to in 0..<4 {
                var best = closed[0] &+ between[to]
                var from: UInt32 = 0
                for previous in 1..<4 {
                    let sum = closed[previous] &+ between[previous &* 4 &+ to]
                    if sum > best {
                        best = sum
                        from = UInt32(truncatingIfNeeded: previous)
                    }
                }
                opened[to] = best
                step |= from &<< UInt32(truncatingIfNeeded: to &* 2)
            }
            closed[0] = opened[0] &+ Int32(emission[0])
            for kind in 0..<3 {
                let (f, i) = (first[kind], inner[kind])
                let (toInner, fromInner) = (f &+ within[kind &* 4], i &+ within[kind &* 4 &+ 2])
                let (toLast, lastFromInner) = (
                    f &+ within[kind &* 4 &+ 1], i &+ within[kind &* 4 &+ 3]
                )
                let tag = 1 &+ kind &* 4
                let last = max(toLast, lastFromInner) &+ Int32(emission[tag &+ 2])
                let only = opened[kind &+ 1] &+ Int32(emission[tag &+ 3])
                let bit = UInt32(truncatingIfNeeded: kind)
                if fromInner > toInner { step |= 1 &<< (8 &+ bit) }
                if lastFromInner > toLast { step |= 1 &<< (11 &+ bit) }
                if only >= last { step |= 1 &<< (14 &+ bit) }
                closed[kind &+ 1] = max(only, last)
                first[kind] = opened[kind &+ 1] &+ Int32(emission[tag])
                inner[kind] = max(toInner, fromInner) &+ Int32(emission[tag &+ 1])
            }
            steps[index] = step
        }
        var end = 0
        for kind in 1..<4
        where closed[kind] &+ between[kind &* 4] > closed[end] &+ between[end &* 4] {
            end = kind
        }
        trace(steps, from: end, tags)
    }

    /// Goes back from how the last token is closed.
    private func trace(
        _ steps: UnsafeMutableBufferPointer<UInt32>, from end: Int,
        _ tags: UnsafeMutableBufferPointer<UInt8>
    ) {
        var end = end
        var index = tags.count - 1
        while index >= 0 {
            var step = steps[index]
            guard end > 0 else {
                tags[index] = 0
                end = Int(step & 3)
                index -= 1
                continue
            }
            let kind = end - 1
            if step >> UInt32(14 + kind) & 1 == 1 {
                tags[index] = UInt8(NameTag.tag(.unit, kind))
            } else {
                tags[index] = UInt8(NameTag.tag(.last, kind))
                var isInner = step >> UInt32(11 + kind) & 1 == 1
                index -= 1
                while isInner {
                    tags[index] = UInt8(NameTag.tag(.inside, kind))
                    isInner = steps[index] >> UInt32(8 + kind) & 1 == 1
                    index -= 1
                }
                tags[index] = UInt8(NameTag.tag(.begin, kind))
                step = steps[index]
            }
            end = Int(step >> UInt32(end * 2) & 3)
            index -= 1
        }
    }
}
