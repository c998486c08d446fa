/// Reads the tables of a program in order; whether there are as many words as they say is checked table by table.
struct WordReader {
    let bytes: UnsafeRawBufferPointer
    private var index = 0

    init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func word() -> UInt32? {
        guard bytes.count - index >= 4 else { return nil }
        defer { index += 4 }
        return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self))
    }

    mutating func doubleWord() -> UInt64? {
        guard let low = word(), let high = word() else { return nil }
        return UInt64(high) << 32 | UInt64(low)
    }

    /// All tables, in the order of ``Tables/counts``.
    mutating func tables() -> Tables? {
        var counts: [Int] = []
        for _ in 0..<RuleProgram.tableCount {
            guard let count = word() else { return nil }
            counts.append(Int(count))
        }
        var tables = Tables()
        guard let rules = entries(counts[0], of: 26, { $0.rule() }),
            let code = entries(counts[1], of: 3, { $0.instruction() }),
            let anchors = entries(counts[2], of: 3, { $0.instruction() }),
            let contexts = entries(counts[3], of: 2, { $0.slice() }),
            let slotNames = entries(counts[4], of: 1, { $0.word() }),
            let constants = entries(counts[5], of: 2, { $0.slice() }),
            let examples = entries(counts[6], of: 4, { $0.example() }),
            let spans = entries(counts[7], of: 2, { $0.slice() }),
            let exact = entries(counts[8], of: 3, { $0.exact() }),
            let exactLists = entries(counts[9], of: 2, { $0.slice() }),
            let sets = entries(counts[10], of: 2, { $0.slice() }),
            let hashes = entries(counts[11], of: 2, { $0.doubleWord() }),
            let classLists = entries(counts[12], of: 2, { $0.slice() }),
            let classNames = entries(counts[13], of: 1, { $0.word() }),
            let strings = entries(counts[14], of: 2, { $0.slice() }),
            bytes.count - index == counts[15]
        else { return nil }
        tables.rules = rules
        tables.code = code
        tables.anchors = anchors
        tables.exactLists = exactLists
        tables.sets = sets
        tables.hashes = hashes
        tables.contexts = contexts.map { .init(entry: $0.start, flags: $0.count) }
        tables.slotNames = slotNames
        tables.constants = constants
        tables.examples = examples
        tables.spans = spans
        tables.exact = exact
        tables.classLists = classLists
        tables.classNames = classNames
        tables.strings = strings
        tables.bytes = Array(bytes[index...])
        return tables
    }

    /// `count` entries of `width` words, if there are so many.
    private mutating func entries<Entry>(
        _ count: Int, of width: Int, _ read: (inout Words) -> Entry?
    ) -> [Entry]? {
        guard count <= (bytes.count - index) / (width * 4) else { return nil }
        let size = count * width * 4
        var words = Words(UnsafeRawBufferPointer(rebasing: bytes[index..<index + size]))
        index += size
        var entries: [Entry] = []
        entries.reserveCapacity(count)
        for _ in 0..<count {
            guard let entry = read(&words) else { return nil }
            entries.append(entry)
        }
        return entries
    }
}

/// The words of the entries of one table.
///
/// Unsafe for speed: nobody reads more words than an entry has.
private struct Words {
    private var next: UnsafeRawPointer?

    init(_ bytes: UnsafeRawBufferPointer) { next = bytes.baseAddress }

    @inline(__always)
    mutating func word() -> UInt32 {
        let place = next.unsafelyUnwrapped
        next = place + 4
        return UInt32(littleEndian: place.loadUnaligned(as: UInt32.self))
    }

    @inline(__always)
    mutating func doubleWord() -> UInt64 {
        let low = word()
        return UInt64(word()) << 32 | UInt64(low)
    }

    @inline(__always)
    mutating func slice() -> Tables.Slice {
        let start = word()
        return Tables.Slice(start: start, count: word())
    }

    mutating func rule() -> Tables.RuleEntry {
        let (id, label, file, line) = (word(), word(), word(), word())
        let (priority, flags, spanSlot) = (word(), word(), word())
        let (anchorLeast, anchorMost, anchorPhrases) = (word(), word(), word())
        let weight = doubleWord()
        let (code, slots, contexts, anchors) = (slice(), slice(), slice(), slice())
        return Tables.RuleEntry(
            id: id, label: label, file: file, line: line, priority: Int32(bitPattern: priority),
            weight: Double(bitPattern: weight), flags: flags, spanSlot: spanSlot, code: code,
            slots: slots, contexts: contexts, anchors: anchors, anchorLeast: anchorLeast,
            anchorMost: anchorMost, anchorPhrases: anchorPhrases,
            constants: slice(), examples: slice(), counters: slice())
    }

    @inline(__always)
    mutating func instruction() -> Instruction? {
        let (first, a, b) = (word(), word(), word())
        guard first < 0x200,
            let operation = Instruction.Operation(rawValue: UInt8(truncatingIfNeeded: first))
        else { return nil }
        return Instruction(operation: operation, isNegated: first & 0x100 != 0, a: a, b: b)
    }

    mutating func example() -> Tables.ExampleEntry {
        let (text, line) = (word(), word())
        return Tables.ExampleEntry(text: text, line: line, spans: slice())
    }

    mutating func exact() -> Tables.ExactEntry {
        let hash = doubleWord()
        return Tables.ExactEntry(hash: hash, text: word())
    }
}
