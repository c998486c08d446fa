import Segmentation

/// The dates that a worker has read, by ``DateKey``: an open hash table that stays small.
///
/// Its memory is its own, so that nothing but what is found is counted. It holds for one lexicon and one generation of
/// forms, and changes nothing but the time that a reading takes.
final class ReadDates {
    private struct Entry {
        var key: DateKey
        /// Nil if what the rule matched is no date.
        var date: ReadDate?
    }

    private static let most = 1 << 13

    private let entries: UnsafeMutablePointer<Entry>
    private var count = 0
    /// One more than the place of an entry; 0 is free.
    private let places: UnsafeMutablePointer<UInt16>
    private let placeCount = most * 4
    private var generation = 0

    init() {
        entries = .allocate(capacity: Self.most)
        places = .allocate(capacity: placeCount)
        places.initialize(repeating: 0, count: placeCount)
    }

    deinit {
        entries.deinitialize(count: count)
        entries.deallocate()
        places.deallocate()
    }

    /// Makes ready for the forms of a text.
    func prepare(for text: TokenBuffer) {
        guard text.generation != generation || count == Self.most else { return }
        entries.deinitialize(count: count)
        places.update(repeating: 0, count: placeCount)
        count = 0
        generation = text.generation
    }

    /// What a match says: as it was read before, or as `read` reads it.
    @inline(__always)
    func date(_ key: DateKey, _ read: () -> ReadDate?) -> ReadDate? {
        var place = key.hash & (placeCount - 1)
        while places[place] != 0 {
            let entry = entries + Int(places[place] - 1)
            if entry.pointee.key == key { return entry.pointee.date }
            place = (place + 1) & (placeCount - 1)
        }
        let date = read()
        if count < Self.most {
            (entries + count).initialize(to: Entry(key: key, date: date))
            count += 1
            places[place] = UInt16(count)
        }
        return date
    }
}
