/// Where ``TokenScanner`` puts tokens: storage that stays in the processor's first cache, emptied into an array again
/// and again, since an array cannot be written beyond its count.
///
/// Unsafe for speed. What must hold: ``makeRoom(for:_:_:)`` is called before tokens are put; and ``Token`` is laid out
/// as ``put(_:_:_:_:_:)`` writes it, which the tests of its parts would notice.
struct TokenSink {
    private static let capacity = 288

    private let tokens = UnsafeMutablePointer<Token>.allocate(capacity: capacity)
    private let lexiconNotes = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
    private let roomNotes = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
    private let stops = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
    private var count = 0
    private var stopCount = 0
    /// How many tokens were put before those that are here.
    private var before = 0

    func deallocate() {
        tokens.deallocate()
        lexiconNotes.deallocate()
        roomNotes.deallocate()
        stops.deallocate()
    }

    /// Sees to it that so many tokens can be put.
    @inline(__always)
    mutating func makeRoom(for more: Int, _ buffer: inout TokenBuffer, _ allStops: inout [UInt32]) {
        if count &+ more > Self.capacity { empty(into: &buffer, &allStops) }
    }

    @inline(never)
    mutating func empty(into buffer: inout TokenBuffer, _ allStops: inout [UInt32]) {
        buffer.tokens.append(contentsOf: UnsafeBufferPointer(start: tokens, count: count))
        buffer.lexiconNotes.append(
            contentsOf: UnsafeBufferPointer(start: lexiconNotes, count: count))
        buffer.roomNotes.append(contentsOf: UnsafeBufferPointer(start: roomNotes, count: count))
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
        let note = table.slots[Int(table.places[Int(form.id)])].note
        var writer = Writer(self)
        writer.write(UInt64(start) | UInt64(end) &<< 32, form, note, place)
        (count, stopCount) = (writer.count, writer.stopCount)
    }

    /// Puts listed tokens from number `first` on, until one is met whose form is not where it was looked for, or has a
    /// possessive; answers which.
    @inline(__always)
    mutating func put(_ list: ListedTokens, from first: Int, _ table: FormTable.Table) -> Int {
        var writer = Writer(self)
        var item = list.items + first
        let end = list.items + list.count
        let slots = table.slots
        while item < end {
            let slot = slots + Int(item.pointee.slot)
            guard slot.pointee.key == item.pointee.key,
                slot.pointee.form.traits.cliticLength == 0
            else { break }
            writer.write(
                item.pointee.bounds, slot.pointee.form, slot.pointee.note, item.pointee.place)
            item += 1
        }
        (count, stopCount) = (writer.count, writer.stopCount)
        return item - list.items
    }
}

extension TokenSink {
    /// A copy of what is written to, which need not be in memory.
    private struct Writer {
        let tokens: UnsafeMutableRawPointer
        let lexiconNotes: UnsafeMutablePointer<UInt64>
        let roomNotes: UnsafeMutablePointer<UInt64>
        let stops: UnsafeMutablePointer<UInt32>
        let before: Int
        var count: Int
        var stopCount: Int

        @inline(__always)
        init(_ sink: TokenSink) {
            tokens = UnsafeMutableRawPointer(sink.tokens)
            lexiconNotes = sink.lexiconNotes
            roomNotes = sink.roomNotes
            stops = sink.stops
            before = sink.before
            (count, stopCount) = (sink.count, sink.stopCount)
        }

        /// - Parameter bounds: the start of the token in the lower half, its end in the upper.
        @inline(__always)
        mutating func write(
            _ bounds: UInt64, _ form: FormTable.Form, _ note: FormNote, _ place: TokenFlags
        ) {
            let token = tokens + count &* MemoryLayout<Token>.stride
            token.storeBytes(of: bounds.littleEndian, as: UInt64.self)
            token.storeBytes(of: form.hash, toByteOffset: 8, as: UInt64.self)
            token.storeBytes(of: form.number, toByteOffset: 16, as: UInt32.self)
            token.storeBytes(of: form.id, toByteOffset: 20, as: UInt32.self)
            let bits = form.bits | UInt32(place.rawValue) &<< 16
            token.storeBytes(of: bits.littleEndian, toByteOffset: 24, as: UInt32.self)
            lexiconNotes[count] = note.lexicon
            roomNotes[count] = note.rooms
            // Written always and counted if it is one, for want of a branch that could be foretold.
            stops[stopCount] = UInt32(truncatingIfNeeded: before &+ count)
            stopCount &+=
                form.traits.stops | Int(place.rawValue & TokenFlags.lineStart.rawValue) &>> 1
            count &+= 1
        }
    }
}
