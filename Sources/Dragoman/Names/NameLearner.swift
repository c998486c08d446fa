import Segmentation

/// Counts what spellings were found to be in a document: ``DocumentForms`` in flat arrays that are used again.
///
/// Unsafe for speed. What must hold: tokens of windows are below the count that was learned last.
final class NameLearner {
    /// By spelling (``SpellingNumbers``): its slot in this document; 0 for one that did not stand in it.
    private let slotOf = GrowingBuffer<UInt32>()
    /// By slot: the spelling.
    private let used = GrowingBuffer<UInt32>()
    /// By slot, 16 each: how often it was given each tag.
    private let counts = GrowingBuffer<UInt16>()
    /// By slot: bits of what it was found to be, outside or a kind of name, and of what else is known.
    private let seen = GrowingBuffer<UInt8>()
    /// By token of the windows: the slot of its spelling.
    let slots = GrowingBuffer<UInt32>()
    private static let acronymBit: UInt8 = 16

    init() {
        // Slot 0, in which is counted what is not asked for.
        used.append(0)
    }

    /// How many slots there are.
    var slotCount: Int { used.count }

    /// Gives the spellings of the tokens of windows their slots.
    ///
    /// - Parameter spellingCount: spellings are at most this.
    func read(_ spellings: UnsafePointer<UInt32>, count: Int, spellingCount: Int) {
        prepare(count, spellingCount)
        let (slotOf, used, slots) = (slotOf.start, used.start, slots.start)
        var next = 1
        for index in 0..<count {
            let spelling = spellings[index]
            // Without a branch that could not be foretold.
            let known = slotOf[Int(spelling)]
            let isNew = known == 0 && spelling != 0
            let slot = isNew ? UInt32(truncatingIfNeeded: next) : known
            slotOf[Int(spelling)] = slot
            used[next] = spelling
            next &+= isNew ? 1 : 0
            slots[index] = slot
        }
        self.used.removeAll()
        _ = self.used.append(count: next)
    }

    /// Counts the tags of the tokens of windows, whose spellings were read.
    func learn(_ tags: UnsafePointer<UInt8>, count: Int) {
        let (counts, seen, slots) = (counts.start, seen.start, slots.start)
        for index in 0..<count {
            let (slot, tag) = (Int(slots[index]), Int(tags[index]))
            let own = counts + (slot &* NameTag.laneCount &+ tag)
            own.pointee &+= own.pointee < NameCounts.most ? 1 : 0
            seen[slot] |= 1 &<< UInt8(truncatingIfNeeded: tag & 3)
        }
        seen[0] = 0
    }

    /// Forgets the document: at its end, when what must be cleared is still near.
    func forget() {
        for slot in 1..<used.count {
            slotOf[Int(used[slot])] = 0
            (counts.start + slot * NameTag.laneCount).update(
                repeating: 0, count: NameTag.laneCount)
            seen[slot] = 0
        }
        used.resize(to: 1)
    }

    private func prepare(_ count: Int, _ spellingCount: Int) {
        forget()
        slotOf.extend(to: spellingCount + 1, with: 0)
        counts.extend(to: (count + 2) * NameTag.laneCount, with: 0)
        seen.extend(to: count + 2, with: 0)
        used.reserve(count + 2)
        slots.reserve(count)
    }

    /// Counts that an organization's initials are spelled so.
    func addAcronym(_ spelling: UInt32) {
        seen[Int(slotOf[Int(spelling)])] |= Self.acronymBit
        seen[0] = 0
    }

    /// The first token from `index` on the other occurrences of whose spelling were mostly found to be something else; `count`
    /// if there is none.
    func doubtful(from index: Int, below count: Int, _ tags: UnsafePointer<UInt8>) -> Int {
        let (slots, seen) = (slots.start, seen.start)
        for index in index..<count {
            let seen = seen[Int(slots[index])]
            // Most spellings were found to be only one thing.
            if seen & (seen &- 1) == 0 { continue }
            if others(index, than: tags[index]).speaks(against: Int(tags[index])) { return index }
        }
        return count
    }

    /// What the other occurrences of the spelling of a token say: ``NameCounts/facts``.
    @inline(__always)
    func facts(_ index: Int, _ tag: UInt8) -> UInt32 {
        slots[index] == 0 ? 0 : others(index, than: tag).facts
    }

    @inline(__always)
    private func others(_ index: Int, than tag: UInt8) -> NameCounts {
        let slot = Int(slots[index])
        return NameCounts(
            counts.start + slot &* NameTag.laneCount,
            isAcronym: seen[slot] & Self.acronymBit != 0
        ).without(Int(tag))
    }
}
