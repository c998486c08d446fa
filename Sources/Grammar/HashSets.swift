/// Sets of hashes, each a small table with open addressing, in one array.
struct HashSets {
    /// Where the table of a set starts, and one less than its size.
    struct Place {
        var start: Int
        var mask: Int
    }

    /// The table of each set.
    private(set) var places: [Place] = []
    /// 0 is an empty cell, so a hash of 0 is in no set.
    private(set) var cells: [UInt64] = []

    init(_ sets: [[UInt64]]) {
        for set in sets {
            var capacity = 4
            while capacity < set.count * 2 { capacity *= 2 }
            let place = Place(start: cells.count, mask: capacity - 1)
            places.append(place)
            cells += Array(repeating: 0, count: capacity)
            for hash in set where hash != 0 {
                var index = Int(truncatingIfNeeded: hash) & place.mask
                while cells[place.start + index] != 0 { index = (index + 1) & place.mask }
                cells[place.start + index] = hash
            }
        }
    }

    /// Whether the set at `place` of `cells` has the hash.
    @inline(__always)
    static func contains(
        _ hash: UInt64, at place: Place, of cells: UnsafeBufferPointer<UInt64>
    ) -> Bool {
        var index = Int(truncatingIfNeeded: hash) & place.mask
        while true {
            let cell = cells[place.start + index]
            if cell == hash { return hash != 0 }
            if cell == 0 { return false }
            index = (index + 1) & place.mask
        }
    }
}
