import Lexicon
import Segmentation

/// The words of dates that a worker has met, by their phrase, and the dates: open hash tables.
///
/// It holds for one lexicon, and changes nothing but the time that a look-up takes.
final class DateMemory {
    /// The phrase, one more than the place in ``words``; a place of 0 is free.
    private var slots: [(key: UInt64, place: Int)]
    private var words: [DateWord] = []

    /// What was read in matches, by ``DateKey``, as long as forms keep their numbers.
    private var dates: [(key: DateKey, date: ReadDate?)] = []
    /// One more than the place in ``dates``; 0 is free.
    private var datePlaces = Array(repeating: UInt32(0), count: 1024)
    private var generation = 0

    private static let mostDates = 1 << 14

    init() { slots = Array(repeating: (0, 0), count: 512) }

    /// Makes ready for the forms of a text.
    func prepare(for text: TokenBuffer) {
        guard text.generation != generation || dates.count == Self.mostDates else { return }
        dates.removeAll(keepingCapacity: true)
        for place in datePlaces.indices { datePlaces[place] = 0 }
        generation = text.generation
    }

    /// What a match says: as it was read before, or as `read` reads it.
    func date(_ key: DateKey, _ read: () -> ReadDate?) -> ReadDate? {
        var place = key.hash & (datePlaces.count - 1)
        while datePlaces[place] != 0 {
            let known = Int(datePlaces[place]) - 1
            if dates[known].key == key { return dates[known].date }
            place = (place + 1) & (datePlaces.count - 1)
        }
        let date = read()
        guard dates.count < Self.mostDates else { return date }
        dates.append((key, date))
        datePlaces[place] = UInt32(dates.count)
        if dates.count * 2 > datePlaces.count { growDates() }
        return date
    }

    private func growDates() {
        datePlaces = Array(repeating: 0, count: datePlaces.count * 2)
        for (number, entry) in dates.enumerated() {
            var place = entry.key.hash & (datePlaces.count - 1)
            while datePlaces[place] != 0 { place = (place + 1) & (datePlaces.count - 1) }
            datePlaces[place] = UInt32(number + 1)
        }
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
