/// Where ``TokenScanner`` puts tokens: storage that stays in the processor's first cache, emptied into an array again
/// and again, since an array cannot be written beyond its count.
///
/// Unsafe for speed. What must hold: ``makeRoom(for:_:_:)`` is called before tokens are put; and ``Token`` is laid out
/// as ``put(_:_:_:_:_:)`` writes it, which the tests of its parts would notice.
struct TokenSink {
    private static let capacity = 512

    private let tokens = UnsafeMutablePointer<Token>.allocate(capacity: capacity)
    private let stops = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
    private var count = 0
    private var stopCount = 0
    /// How many tokens were put before those that are here.
    private var before = 0

    func deallocate() {
        tokens.deallocate()
        stops.deallocate()
    }

    /// Sees to it that so many tokens can be put.
    @inline(__always)
    mutating func makeRoom(for more: Int, _ allTokens: inout [Token], _ allStops: inout [UInt32]) {
        if count &+ more > Self.capacity { empty(into: &allTokens, &allStops) }
    }

    @inline(never)
    mutating func empty(into allTokens: inout [Token], _ allStops: inout [UInt32]) {
        allTokens.append(contentsOf: UnsafeBufferPointer(start: tokens, count: count))
        allStops.append(contentsOf: UnsafeBufferPointer(start: stops, count: stopCount))
        before += count
        count = 0
        stopCount = 0
    }

    /// Puts a token of `form`; `place` says what stands before it.
    @inline(__always)
    mutating func put(
        _ start: UInt32, _ end: UInt32, _ form: FormTable.Form, _ table: FormTable.Table,
        _ place: TokenFlags
    ) {
        write(start, end, form, table, place, &count, &stopCount)
    }

    @inline(__always)
    private func write(
        _ start: UInt32, _ end: UInt32, _ form: FormTable.Form, _ table: FormTable.Table,
        _ place: TokenFlags, _ count: inout Int, _ stopCount: inout Int
    ) {
        let number = form.flags.contains(.hasDigit) ? table.numbers[Int(form.id)] : .max
        let token = UnsafeMutableRawPointer(tokens + count)
        token.storeBytes(of: start, as: UInt32.self)
        token.storeBytes(of: end, toByteOffset: 4, as: UInt32.self)
        token.storeBytes(of: form.hash, toByteOffset: 8, as: UInt64.self)
        token.storeBytes(of: number, toByteOffset: 16, as: UInt32.self)
        token.storeBytes(of: form.id, toByteOffset: 20, as: UInt32.self)
        let bits = form.bits | UInt32(place.rawValue) &<< 16
        token.storeBytes(of: bits.littleEndian, toByteOffset: 24, as: UInt32.self)
        // Written always and counted if it is one, for want of a branch that could be foretold.
        stops[stopCount] = UInt32(truncatingIfNeeded: before &+ count)
        stopCount &+= form.traits.stops | Int(place.rawValue & TokenFlags.lineStart.rawValue) &>> 1
        count &+= 1
    }

    /// Puts listed tokens from number `first` on, until one is met whose form is not where it was looked for, or has a
    /// possessive; answers which.
    @inline(__always)
    mutating func put(_ list: ListedTokens, from first: Int, _ table: FormTable.Table) -> Int {
        // Copies, which need not be in memory.
        var (count, stopCount) = (count, stopCount)
        var item = list.items + first
        let end = list.items + list.count
        while item < end {
            let slot = table.slots + Int(item.pointee.slot)
            guard slot.pointee.key == item.pointee.key,
                slot.pointee.form.traits.cliticLength == 0
            else { break }
            write(
                item.pointee.start, item.pointee.end, slot.pointee.form, table,
                item.pointee.place, &count, &stopCount)
            item += 1
        }
        (self.count, self.stopCount) = (count, stopCount)
        return item - list.items
    }
}
