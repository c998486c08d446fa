import Segmentation

/// What the names that were found in a document say of spellings: how often each was given which tag.
///
/// For fitting, and as the plain twin of ``NameLearner``.
struct DocumentForms {
    private var counts: [UInt64: [UInt16]] = [:]
    private var acronyms: Set<UInt64> = []

    /// Whether a token's spelling is one that other occurrences teach: it has a capital and is no single letter.
    static func isCounted(_ token: Token) -> Bool {
        token.shape == .capitalized || token.shape == .upper || token.shape == .mixed
    }

    /// Counts an occurrence, by ``Token/hash``.
    mutating func add(_ hash: UInt64, _ tag: Int) {
        var own = counts[hash] ?? [UInt16](repeating: 0, count: NameTag.laneCount)
        own[tag] = min(own[tag] + 1, NameCounts.most)
        counts[hash] = own
    }

    mutating func addAcronym(_ hash: UInt64) { acronyms.insert(hash) }

    /// The counts of a spelling that was counted, without one occurrence that was given `tag`.
    func others(_ hash: UInt64, than tag: Int) -> NameCounts {
        guard let own = counts[hash] else { return NameCounts() }
        return NameCounts(own, isAcronym: acronyms.contains(hash)).without(tag)
    }
}
