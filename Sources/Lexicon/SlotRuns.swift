/// What must hold of the tables of an image that look-ups walk along until a slot is free: that they need not walk far.
///
/// Of a table half full of hashes the longest run has some hundred slots. Of one that somebody made up it may have all,
/// and each look-up would read them.
package enum SlotRuns {
    /// The longest that there may be.
    package static let longest = 1 << 10

    /// Whether a table has a free slot and no run of used ones, round its end too, is longer.
    package static func areShort(in count: Int, isFree: (_ slot: Int) -> Bool) -> Bool {
        guard let first = (0..<count).first(where: isFree) else { return false }
        var run = 0
        for offset in 0..<count {
            run = isFree((first + offset) % count) ? 0 : run + 1
            if run > longest { return false }
        }
        return true
    }
}
