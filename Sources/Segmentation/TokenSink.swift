/// Where ``TokenScanner`` puts tokens: storage that stays in the processor's first cache, emptied into an array again
/// and again, since an array cannot be written beyond its count.
///
/// Unsafe for speed. What must hold: ``makeRoom(for:_:_:)`` is called before tokens are put; and ``Token`` is laid out
/// as ``put(_:_:_:_:_:)`` writes it, which the tests of its parts would notice.
struct TokenSink {
    private static let capacity = 288

    private let tokens = UnsafeMutablePointer<Token>.allocate(capacity: capacity)
    private let lexiconNotes = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
    private let grammarNotes = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
    private let nameNotes = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    /// Numbers of those of the tokens here at which a sentence may start or end.
    private let stops = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
    private var count = 0
    private var stopCount = 0

    func deallocate() {
        tokens.deallocate()
        lexiconNotes.deallocate()
        grammarNotes.deallocate()
        nameNotes.deallocate()
        stops.deallocate()
    }

    /// Sees to it that so many tokens can be put.
    @inline(__always)
    mutating func makeRoom(for more: Int, _ buffer: inout TokenBuffer, _ allStops: inout [UInt32]) {
        if count &+ more > Self.capacity { empty(into: &buffer, &allStops) }
    }

    @inline(never)
    mutating func empty(into buffer: inout TokenBuffer, _ allStops: inout [UInt32]) {
        let first = UInt32(truncatingIfNeeded: buffer.tokens.count)
        for index in 0..<stopCount { stops[index] &+= first }
        allStops.append(contentsOf: UnsafeBufferPointer(start: stops, count: stopCount))
        buffer.tokens.append(contentsOf: UnsafeBufferPointer(start: tokens, count: count))
        buffer.lexiconNotes.append(
            contentsOf: UnsafeBufferPointer(start: lexiconNotes, count: count))
        buffer.grammarNotes.append(
            contentsOf: UnsafeBufferPointer(start: grammarNotes, count: count))
        buffer.nameNotes.append(contentsOf: UnsafeBufferPointer(start: nameNotes, count: count))
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
        writer.write(
            UInt64(start) | UInt64(end) &<< 32, form, note, FormTable.Form.place(place))
        (count, stopCount) = (writer.count, writer.stopCount)
    }

    /// Puts listed tokens from number `first` on, until one is met whose form is not known, or has a possessive; answers
    /// which.
    @inline(__always)
    mutating func put(_ list: ListedTokens, from first: Int, _ table: FormTable.Table) -> Int {
        var writer = Writer(self)
        var item = list.items + first
        let end = list.items + list.count
        let slots = table.slots
        while item < end {
            var slot = slots + Int(item.pointee.slot)
            if slot.pointee.key != item.pointee.key {
                guard
                    let other = table.slot(of: item.pointee.key, from: Int(item.pointee.slot))
                else { break }
                slot = other
            }
            guard slot.pointee.form.isWhole else { break }
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
        let grammarNotes: UnsafeMutablePointer<UInt32>
        let nameNotes: UnsafeMutablePointer<UInt8>
        let stops: UnsafeMutablePointer<UInt32>
        var count: Int
        var stopCount: Int

        @inline(__always)
        init(_ sink: TokenSink) {
            tokens = UnsafeMutableRawPointer(sink.tokens)
            lexiconNotes = sink.lexiconNotes
            grammarNotes = sink.grammarNotes
            nameNotes = sink.nameNotes
            stops = sink.stops
            (count, stopCount) = (sink.count, sink.stopCount)
        }

        /// - Parameters:
        ///   - bounds: the start of the token in the lower half, its end in the upper.
        ///   - place: ``FormTable/Form/place(_:)``.
        @inline(__always)
        mutating func write(
            _ bounds: UInt64, _ form: FormTable.Form, _ note: FormNote, _ place: UInt32
        ) {
            let token = tokens + count &* MemoryLayout<Token>.stride
            let word = form.word | UInt64(place) &<< 32
            token.storeBytes(of: bounds.littleEndian, as: UInt64.self)
            token.storeBytes(of: form.hash, toByteOffset: 8, as: UInt64.self)
            token.storeBytes(of: word.littleEndian, toByteOffset: 16, as: UInt64.self)
            lexiconNotes[count] = note.lexicon
            grammarNotes[count] = note.grammar
            nameNotes[count] = note.names
            // Written always and counted if it is one, for want of a branch that could be foretold.
            stops[stopCount] = UInt32(truncatingIfNeeded: count)
            stopCount &+= Int(truncatingIfNeeded: word &>> 63)
            count &+= 1
        }
    }
}
