import Segmentation

/// Numbers for the spellings that names are made of, from 1, by ``Token/hash``: `TOKYO` and `Tokyo` are one.
struct SpellingNumbers {
    private struct Slot {
        var hash: UInt64 = 0
        /// 0 in an empty slot.
        var number: UInt32 = 0
    }

    private static let firstSize = 1 << 9
    private let secret = HashSecret.shared
    private var slots = [Slot](repeating: Slot(), count: firstSize)
    /// How many there are.
    private(set) var count = 0

    mutating func removeAll() {
        if count == 0 { return }
        slots = [Slot](repeating: Slot(), count: Self.firstSize)
        count = 0
    }

    /// The number of a spelling; 0 if it has none.
    func number(of hash: UInt64) -> UInt32 { slots[place(of: hash)].number }

    /// The number of a spelling, the next one if it had none.
    mutating func add(_ hash: UInt64) -> UInt32 {
        let place = place(of: hash)
        if slots[place].number != 0 { return slots[place].number }
        count += 1
        let number = UInt32(count)
        slots[place] = Slot(hash: hash, number: number)
        if count * 2 > slots.count { grow() }
        return number
    }

    private func place(of hash: UInt64) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: secret.mix(hash)) & mask
        while slots[place].number != 0, slots[place].hash != hash { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.number != 0 { slots[place(of: slot.hash)] = slot }
    }
}
