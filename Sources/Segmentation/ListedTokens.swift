import CScan

/// Tokens whose bounds are known and whose forms have been asked for: by the time that they are looked at, the
/// processor has them at hand.
///
/// Unsafe for speed. What must hold: no more than ``capacity`` tokens are added before they are removed.
struct ListedTokens {
    struct Item {
        var key: FormKey
        var start: UInt32
        var end: UInt32
        /// Where to look for the form.
        var slot: UInt32
        /// What stands before the token.
        var place: TokenFlags
    }

    static let capacity = 128

    private let items = UnsafeMutablePointer<Item>.allocate(capacity: capacity)
    private(set) var count = 0

    func deallocate() { items.deallocate() }

    @inline(__always)
    subscript(index: Int) -> Item { items[index] }

    @inline(__always)
    mutating func add(
        _ start: Int, _ end: Int, _ place: TokenFlags, _ key: FormKey, _ table: FormTable.Table
    ) {
        let slot = key.place & table.mask
        cscan_prefetch(table.slots + slot)
        items[count] = Item(
            key: key, start: UInt32(truncatingIfNeeded: start),
            end: UInt32(truncatingIfNeeded: end), slot: UInt32(truncatingIfNeeded: slot),
            place: place)
        count &+= 1
    }

    @inline(__always)
    mutating func removeAll() { count = 0 }
}
