/// Reads the words of a program in order; every read is checked against the end.
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
        guard let rules = entries(counts[0], of: 24, { $0.rule() }),
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
        _ count: Int, of width: Int, _ read: (inout WordReader) -> Entry?
    ) -> [Entry]? {
        guard count <= (bytes.count - index) / (width * 4) else { return nil }
        var entries: [Entry] = []
        entries.reserveCapacity(count)
        for _ in 0..<count {
            guard let entry = read(&self) else { return nil }
            entries.append(entry)
        }
        return entries
    }

    private mutating func slice() -> Tables.Slice? {
        guard let start = word(), let count = word() else { return nil }
        return Tables.Slice(start: start, count: count)
    }

    private mutating func rule() -> Tables.RuleEntry? {
        guard let id = word(), let label = word(), let file = word(), let line = word(),
            let priority = word(), let flags = word(), let spanSlot = word(),
            let anchorLeast = word(), let anchorMost = word(), let anchorPhrases = word(),
            let weight = doubleWord(),
            let code = slice(), let slots = slice(), let contexts = slice(),
            let anchors = slice(), let constants = slice(),
            let examples = slice(), let counters = slice()
        else { return nil }
        return Tables.RuleEntry(
            id: id, label: label, file: file, line: line, priority: Int32(bitPattern: priority),
            weight: Double(bitPattern: weight), flags: flags, spanSlot: spanSlot, code: code,
            slots: slots, contexts: contexts, anchors: anchors, anchorLeast: anchorLeast,
            anchorMost: anchorMost, anchorPhrases: anchorPhrases,
            constants: constants, examples: examples,
            counters: counters)
    }

    private mutating func instruction() -> Instruction? {
        guard let first = word(), let a = word(), let b = word(), first < 0x200,
            let operation = Instruction.Operation(rawValue: UInt8(truncatingIfNeeded: first))
        else { return nil }
        return Instruction(operation: operation, isNegated: first & 0x100 != 0, a: a, b: b)
    }

    private mutating func example() -> Tables.ExampleEntry? {
        guard let text = word(), let line = word(), let spans = slice() else { return nil }
        return Tables.ExampleEntry(text: text, line: line, spans: spans)
    }

    private mutating func exact() -> Tables.ExactEntry? {
        guard let hash = doubleWord(), let text = word() else { return nil }
        return Tables.ExactEntry(hash: hash, text: text)
    }
}
