/// Finds the best sequence of tags for the tokens of a window: Viterbi's algorithm over ``NameTag``.
struct NameDecoder {
    /// Tags that may end a stretch between names or a name: what may stand before a tag that starts one.
    private static let closing = [0, 3, 4, 7, 8, 11, 12]
    /// Tags that may start one.
    private static let opening = [0, 1, 4, 5, 8, 9, 12]

    private let transitions: [Int32]
    /// By token and tag, the tag before on the best way.
    private var steps: [UInt8] = []

    init(_ model: NameModel) {
        transitions = (0..<NameTag.count).flatMap { from in
            let row = model.transitions(from: from)
            return (0..<NameTag.count).map { Int32(row[$0]) }
        }
    }

    /// Writes the best tags for the tokens that `emissions` speak of into `tags`.
    ///
    /// - Returns: the sum of the best way.
    @discardableResult
    mutating func decode(
        _ emissions: UnsafeBufferPointer<NameVector>, into tags: UnsafeMutableBufferPointer<UInt8>
    ) -> Int32 {
        let count = emissions.count
        guard count > 0 else { return 0 }
        if steps.count < count * 16 { steps = [UInt8](repeating: 0, count: count * 16) }
        return transitions.withUnsafeBufferPointer { transitions in
            steps.withUnsafeMutableBufferPointer { steps in
                Self.run(emissions, transitions, steps, tags)
            }
        }
    }

    private static func run(
        _ emissions: UnsafeBufferPointer<NameVector>, _ transitions: UnsafeBufferPointer<Int32>,
        _ steps: UnsafeMutableBufferPointer<UInt8>, _ tags: UnsafeMutableBufferPointer<UInt8>
    ) -> Int32 {
        let impossible = Int32.min / 2
        let count = emissions.count
        var sums = SIMD16<Int32>(repeating: impossible)
        // Outside stands before the window.
        for next in [0, 1, 4, 5, 8, 9, 12] {
            sums[next] = transitions[next] &+ Int32(emissions[0][next])
        }
        for index in 1..<max(count, 1) {
            let emission = emissions[index]
            var next = SIMD16<Int32>(repeating: impossible)
            let step = index &* 16
            for to in [0, 1, 4, 5, 8, 9, 12] {
                var best = impossible
                var from = 0
                for previous in [0, 3, 4, 7, 8, 11, 12] {
                    let sum = sums[previous] &+ transitions[previous &* NameTag.count &+ to]
                    if sum > best {
                        best = sum
                        from = previous
                    }
                }
                next[to] = best &+ Int32(emission[to])
                steps[step &+ to] = UInt8(truncatingIfNeeded: from)
            }
            for begin in [1, 5, 9] {
                for to in [begin + 1, begin + 2] {
                    let first = sums[begin] &+ transitions[begin &* NameTag.count &+ to]
                    let later = sums[begin + 1] &+ transitions[(begin + 1) &* NameTag.count &+ to]
                    next[to] = max(first, later) &+ Int32(emission[to])
                    steps[step &+ to] = UInt8(truncatingIfNeeded: first >= later ? begin : begin + 1)
                }
            }
            sums = next
        }
        var best = impossible
        var tag = 0
        for last in [0, 3, 4, 7, 8, 11, 12] {
            let sum = sums[last] &+ transitions[last &* NameTag.count]
            if sum > best {
                best = sum
                tag = last
            }
        }
        var index = count - 1
        while true {
            tags[index] = UInt8(truncatingIfNeeded: tag)
            if index == 0 { return best }
            tag = Int(steps[index &* 16 &+ tag])
            index -= 1
        }
    }
}
