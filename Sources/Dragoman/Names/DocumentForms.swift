import Segmentation

/// What the names that were found in a document say of spellings: how often each was given which tag.
///
/// For fitting, and as the plain twin of ``NameLearner``.
struct DocumentForms {
    private var counts: [UInt64: NameCounts] = [:]

    /// Whether a token's spelling is one that other occurrences teach: it has a capital and is no single letter.
    static func isCounted(_ token: Token) -> Bool {
        token.shape == .capitalized || token.shape == .upper || token.shape == .mixed
    }

    /// Counts an occurrence, by ``Token/hash``.
    mutating func add(_ hash: UInt64, _ tag: Int) {
        counts[hash, default: NameCounts()].byTag[tag] &+= 1
    }

    mutating func addAcronym(_ hash: UInt64) {
        counts[hash, default: NameCounts()].isAcronym = true
    }

    /// The counts of a spelling, without one occurrence that was given `tag`.
    func others(_ hash: UInt64, than tag: Int) -> NameCounts {
        guard var result = counts[hash] else { return NameCounts() }
        result.byTag[tag] &-= 1
        return result
    }
}
