/// A program as bytes: a header, the tables as 32-bit little-endian words, and the bytes of all strings.
///
/// Header words: magic, version, checksum (2), length in bytes, then the number of entries of each table.
extension RuleProgram {
    /// Version of the byte format.
    public static let formatVersion: UInt32 = 1

    static let magic: UInt32 = 0x4752_5244  // "DRRG"
    static let headerWords = 5
    static let tableCount = 16

    /// The program as bytes, the same for the same rules.
    public func write() -> [UInt8] {
        var writer = WordWriter()
        for count in tables.counts { writer.put(UInt32(count)) }
        for entry in tables.rules {
            writer.put([entry.id, entry.label, entry.file, entry.line])
            writer.put([UInt32(bitPattern: entry.priority), entry.flags, entry.spanSlot])
            writer.put([entry.anchorLeast, entry.anchorMost, entry.anchorPhrases])
            writer.put(entry.weight.bitPattern)
            for slice in [
                entry.code, entry.slots, entry.contexts, entry.anchors,
                entry.constants, entry.examples, entry.counters,
            ] {
                writer.put(slice)
            }
        }
        for step in tables.code + tables.anchors {
            let operation = UInt32(step.operation.rawValue) | (step.isNegated ? 0x100 : 0)
            writer.put([operation, step.a, step.b])
        }
        for entry in tables.contexts { writer.put([entry.entry, entry.flags]) }
        writer.put(tables.slotNames)
        for slice in tables.constants { writer.put(slice) }
        for entry in tables.examples {
            writer.put([entry.text, entry.line])
            writer.put(entry.spans)
        }
        for slice in tables.spans { writer.put(slice) }
        for entry in tables.exact {
            writer.put(entry.hash)
            writer.put(entry.text)
        }
        for slice in tables.exactLists { writer.put(slice) }
        for slice in tables.sets { writer.put(slice) }
        for hash in tables.hashes { writer.put(hash) }
        for slice in tables.classLists { writer.put(slice) }
        writer.put(tables.classNames)
        for slice in tables.strings { writer.put(slice) }
        writer.bytes += tables.bytes

        var header = WordWriter()
        header.put([RuleProgram.magic, RuleProgram.formatVersion])
        header.put(UInt64(0))
        header.put(UInt32(RuleProgram.headerWords * 4 + writer.bytes.count))
        var bytes = header.bytes + writer.bytes
        RuleProgram.sign(&bytes)
        return bytes
    }

    /// Reads what ``write()`` wrote.
    ///
    /// - Throws: ``ProgramError`` if the bytes are anything else.
    public convenience init(bytes: [UInt8]) throws(ProgramError) {
        let read: Result<(Tables, UInt64), ProgramError> = bytes.withUnsafeBytes { bytes in
            Result { () throws(ProgramError) in try RuleProgram.read(bytes) }
        }
        let (tables, checksum) = try read.get()
        self.init(tables, checksum: checksum)
    }

    /// Reads what ``write()`` wrote, from memory that need not outlive the call.
    ///
    /// - Parameter trusted: whether the bytes came out of this build (no checksum is taken, no index is checked).
    /// - Throws: ``ProgramError`` if the bytes are anything else.
    public convenience init(
        bytes: UnsafeRawBufferPointer, trusted: Bool = false
    ) throws(ProgramError) {
        let (tables, checksum) = try RuleProgram.read(bytes, trusted: trusted)
        self.init(tables, checksum: checksum)
    }

    private static func read(
        _ bytes: UnsafeRawBufferPointer, trusted: Bool = false
    ) throws(ProgramError) -> (Tables, checksum: UInt64) {
        var reader = WordReader(bytes: bytes)
        guard reader.word() == magic else { throw .foreign }
        guard let version = reader.word(), let checksum = reader.doubleWord(),
            let length = reader.word()
        else { throw .length(expected: headerWords * 4, found: bytes.count) }
        guard version == formatVersion else { throw .version(version) }
        guard Int(length) == bytes.count else {
            throw .length(expected: Int(length), found: bytes.count)
        }
        let body = UnsafeRawBufferPointer(rebasing: bytes[(headerWords * 4)...])
        guard trusted || RuleProgram.checksum(body) == checksum else { throw .damaged }
        guard let tables = reader.tables(), trusted || tables.isWellFormed else { throw .invalid }
        return (tables, checksum)
    }

    /// Puts the checksum of what follows the header into the header.
    static func sign(_ bytes: inout [UInt8]) {
        let checksum = bytes.withUnsafeBytes {
            RuleProgram.checksum(.init(rebasing: $0[(headerWords * 4)...]))
        }
        for index in 0..<8 {
            bytes[8 + index] = UInt8(truncatingIfNeeded: checksum >> UInt64(index * 8))
        }
    }

    /// FNV-1a over words of 32 bits, in four lanes so that a processor can overlap them.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var lanes: SIMD4<UInt32> = [0x811c_9dc5, 0x811c_9dc6, 0x811c_9dc7, 0x811c_9dc8]
        var index = 0
        while index + 16 <= bytes.count {
            let block = bytes.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt32>.self)
            lanes = (lanes ^ block) &* 0x0100_0193
            index += 16
        }
        var hash = UInt64(bytes.count)
        for lane in 0..<4 { hash = (hash ^ UInt64(lanes[lane])) &* 0x0000_0100_0000_01b3 }
        for byte in bytes[index...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return hash
    }
}

extension Tables {
    /// The number of entries of each table, in the order in which they are written.
    var counts: [Int] {
        [
            rules.count, code.count, anchors.count, contexts.count, slotNames.count,
            constants.count, examples.count, spans.count, exact.count,
            exactLists.count, sets.count,
            hashes.count, classLists.count, classNames.count, strings.count, bytes.count,
        ]
    }
}

private struct WordWriter {
    var bytes: [UInt8] = []

    mutating func put(_ word: UInt32) { withUnsafeBytes(of: word.littleEndian) { bytes += $0 } }
    mutating func put(_ words: [UInt32]) { for word in words { put(word) } }
    mutating func put(_ slice: Tables.Slice) { put([slice.start, slice.count]) }
    mutating func put(_ value: UInt64) {
        put([UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)])
    }
}
