import Chronology
import Lexicon

/// The words of dates that a worker has met, by their phrase: an open hash table; and how much it has looked at.
///
/// It holds for one lexicon, and changes nothing but the time that a look-up takes. Accesses are not checked for
/// exclusivity: none is open while another starts.
final class DateMemory {
    /// The phrase, one more than the place in ``words``; a place of 0 is free.
    @exclusivity(unchecked) private var slots: [(key: UInt64, place: Int)]
    @exclusivity(unchecked) private var words: [DateWord] = []
    /// How values are written down, by what ``TimexValue/packed`` and a label make of them.
    @exclusivity(unchecked) private var notations = KeyTable()
    @exclusivity(unchecked) private var made: [DateNotation] = []
    private static let mostNotations = 1 << 12
    /// What matched in a text.
    @exclusivity(unchecked) var overlaps = DateOverlaps()
    /// Expressions, and tokens and terms of office around them, that were looked at: the measure of the work.
    @exclusivity(unchecked) var steps = 0

    init() { slots = Array(repeating: (0, 0), count: 512) }

    /// How a value is written down whose expression says all of it.
    func notation(of value: TimexValue, _ label: Label, mod: String?) -> DateNotation {
        guard let packed = value.packed else { return DateNotation(value, label, mod: mod) }
        // Of some value and length there is seldom more than one `mod`.
        let length = mod.map { UInt64(truncatingIfNeeded: $0.utf8.count) &+ 1 } ?? 0
        let key = packed | UInt64(LabelSet.bit(label)) << 44 | length << 52
        if let place = notations.value(of: key), made[place].mod == mod { return made[place] }
        let notation = DateNotation(value, label, mod: mod)
        if made.count == Self.mostNotations {
            made.removeAll(keepingCapacity: true)
            notations.removeAll()
        }
        notations.set(key, to: made.count)
        made.append(notation)
        return notation
    }

    /// What is known of a phrase.
    func word(of phrase: PhraseID, _ lexicon: Lexicon) -> DateWord {
        let key = UInt64(phrase.image) << 32 | UInt64(phrase.index)
        let slot = slot(of: key)
        if slots[slot].place > 0 { return words[slots[slot].place - 1] }
        words.append(DateWord(phrase, lexicon))
        slots[slot] = (key, words.count)
        if words.count * 2 > slots.count { grow() }
        return words[words.count - 1]
    }

    private func slot(of key: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[slot].place > 0, slots[slot].key != key { slot = (slot + 1) & mask }
        return slot
    }

    private func grow() {
        let old = slots
        slots = Array(repeating: (0, 0), count: old.count * 2)
        for entry in old where entry.place > 0 { slots[slot(of: entry.key)] = entry }
    }
}
