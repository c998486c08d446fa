extension Scorer {
    /// One-to-one matches by overlap, the largest first; of equal ones those whose starts and ends are nearer, then in
    /// the order given.
    static func pairs(
        _ gold: [Annotation], _ system: [Annotation],
        where same: (Annotation, Annotation) -> Bool
    ) -> [(gold: Annotation, system: Annotation)] {
        var candidates: [(overlap: Int, distance: Int, gold: Int, system: Int)] = []
        for (i, j) in overlaps(gold, system) {
            let (right, given) = (gold[i], system[j])
            guard same(right, given) else { continue }
            let overlap = min(right.end, given.end) - max(right.start, given.start)
            let distance = abs(right.start - given.start) + abs(right.end - given.end)
            candidates.append((-overlap, distance, i, j))
        }
        candidates.sort { $0 < $1 }
        var usedGold: Set<Int> = []
        var usedSystem: Set<Int> = []
        var result: [(gold: Annotation, system: Annotation)] = []
        for candidate in candidates
        where !usedGold.contains(candidate.gold) && !usedSystem.contains(candidate.system) {
            usedGold.insert(candidate.gold)
            usedSystem.insert(candidate.system)
            result.append((gold[candidate.gold], system[candidate.system]))
        }
        return result
    }

    /// The indices of all spans that have a character in common: a sweep from left to right, which looks only at those
    /// that are open.
    private static func overlaps(
        _ gold: [Annotation], _ system: [Annotation]
    ) -> [(gold: Int, system: Int)] {
        typealias Item = (start: Int, end: Int, isGold: Bool, index: Int)
        let items =
            gold.enumerated().map { Item($1.start, $1.end, true, $0) }
            + system.enumerated().map { Item($1.start, $1.end, false, $0) }
        var open: [Item] = []
        var result: [(gold: Int, system: Int)] = []
        for item in items.filter({ $0.start < $0.end }).sorted(by: { $0.start < $1.start }) {
            open.removeAll { $0.end <= item.start }
            for other in open where other.isGold != item.isGold {
                result.append(
                    item.isGold ? (item.index, other.index) : (other.index, item.index))
            }
            open.append(item)
        }
        return result
    }
}
