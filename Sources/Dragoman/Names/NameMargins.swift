/// How sure the model is of the tags of a window: by how much the best way through it beats the best one on which a
/// token has another tag (max-marginals of Viterbi's algorithm).
///
/// Plain and slow beside ``NameDecoder``: only those who ask for confidence pay for it.
struct NameMargins {
    private static let impossible = Int32.min / 4
    private static let tags = NameTag.all

    /// By tag and tag: what it adds that one follows another; ``impossible`` where it may not.
    private let steps: [[Int32]]

    init(_ model: NameModel) {
        /// Between names the only token of one counts as its last or its first.
        func tied(_ tag: Int, _ part: NameTag.Part) -> Int {
            let isUnit = tag != NameTag.outside && NameTag.part(of: tag) == .unit
            return isUnit ? NameTag.tag(part, NameTag.kind(of: tag)) : tag
        }
        var steps = [[Int32]](
            repeating: Array(repeating: Self.impossible, count: NameTag.laneCount),
            count: NameTag.laneCount)
        for from in Self.tags {
            let row = model.transitions(from: tied(from, .last))
            for to in Self.tags where NameTag.mayFollow(from, to) {
                steps[from][to] = Int32(row[tied(to, .begin)])
            }
        }
        self.steps = steps
    }

    /// By token of a window, by how much the best way with its tag beats the best one with any other.
    ///
    /// - Parameter tags: those of the best way.
    func margins(
        _ emissions: UnsafeBufferPointer<NameVector>, _ tags: UnsafeBufferPointer<UInt8>
    ) -> [Int32] {
        let before = sums(emissions, isForward: true)
        let after = sums(emissions, isForward: false)
        return emissions.indices.map { index in
            func sum(_ tag: Int) -> Int32 { before[index][tag] + after[index][tag] }
            let own = Int(tags[index])
            let others = Self.tags.filter { $0 != own }.map(sum).max() ?? Self.impossible
            // Half of what is impossible is still far below all that is.
            return sum(own) - max(others, Self.impossible / 2)
        }
    }

    /// By token and tag, the best sum of the ways up to the token, it included, or of those on from it.
    private func sums(
        _ emissions: UnsafeBufferPointer<NameVector>, isForward: Bool
    ) -> [[Int32]] {
        var result = [[Int32]](
            repeating: Array(repeating: Self.impossible, count: NameTag.laneCount),
            count: emissions.count)
        // Outside of all names, before the window and after it.
        var edge = [Int32](repeating: Self.impossible, count: NameTag.laneCount)
        edge[NameTag.outside] = 0
        var last = edge
        let order = isForward ? Array(emissions.indices) : emissions.indices.reversed()
        for index in order {
            for tag in Self.tags {
                var best = Self.impossible
                for other in Self.tags {
                    let step = isForward ? steps[other][tag] : steps[tag][other]
                    best = max(best, max(last[other], Self.impossible / 2) + step)
                }
                result[index][tag] = max(best, Self.impossible / 2)
            }
            last = result[index]
            for tag in Self.tags { last[tag] += Int32(emissions[index][tag]) }
            if isForward { result[index] = last }
        }
        return result
    }
}
