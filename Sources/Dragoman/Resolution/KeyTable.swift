import Segmentation

/// Small numbers by 64-bit keys, for one document: emptied in constant time and used again for the next.
struct KeyTable {
    private struct Slot {
        var key: UInt64
        var value: Int32
        /// The document that wrote it.
        var stamp: UInt32
    }

    private let secret = HashSecret.shared
    private var slots: [Slot] = []
    private var stamp: UInt32 = 1
    private(set) var count = 0

    mutating func removeAll() {
        count = 0
        stamp &+= 1
        if stamp == 0 {
            for place in slots.indices { slots[place].stamp = 0 }
            stamp = 1
        }
    }

    /// The number under a key.
    func value(of key: UInt64) -> Int? {
        if count == 0 { return nil }
        let slot = slots[place(of: key)]
        return slot.stamp == stamp ? Int(slot.value) : nil
    }

    /// Puts a number under a key, in place of any other.
    mutating func set(_ key: UInt64, to value: Int) {
        if count * 2 >= slots.count { grow() }
        let place = place(of: key)
        if slots[place].stamp != stamp { count += 1 }
        slots[place] = Slot(key: key, value: Int32(value), stamp: stamp)
    }

    /// Puts a number under a key that has none.
    mutating func setFirst(_ key: UInt64, to value: Int) {
        if self.value(of: key) == nil { set(key, to: value) }
    }

    @inline(__always)
    private func place(of key: UInt64) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: secret.mix(key)) & mask
        while slots[place].stamp == stamp, slots[place].key != key { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](
            repeating: Slot(key: 0, value: 0, stamp: 0), count: max(16, old.count * 2))
        for slot in old where slot.stamp == stamp { slots[place(of: slot.key)] = slot }
    }
}
