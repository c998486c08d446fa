/// A compiled lexicon, used in place: embedded in the binary, mapped from a file, or in memory.
///
/// The only file that reads the image's memory. What must hold: the bytes outlive the image (a mapping is kept
/// by `owner`), and every offset was checked by ``validate()`` or was written by ``LexiconCompiler``.
public struct LexiconImage: Sendable {
    nonisolated(unsafe) let base: UnsafeRawPointer
    let size: Int
    /// Keeps the memory alive.
    private let owner: (any AnyObject & Sendable)?
    private let ranges: [Range<Int>]
    /// Whether the bytes came out of this build, so that nothing need be checked.
    public let isTrusted: Bool

    /// What look-ups read.
    let table: PhraseTable
    let phraseCount: Int
    let recordCount: Int
    /// Class names by the image's own numbers.
    public let classNames: [String]
    /// Attribute keys by number.
    let keys: [String]

    /// The image in `bytes`.
    ///
    /// - Parameter trusted: whether the bytes came out of this build (no checksum is taken, no page is touched).
    /// - Throws: ``LexiconError/image(reason:)`` for foreign, truncated, damaged or other-version bytes.
    public init(
        bytes: UnsafeRawBufferPointer, owner: (any AnyObject & Sendable)? = nil, trusted: Bool
    ) throws(LexiconError) {
        guard let base = bytes.baseAddress, bytes.count >= ImageLayout.headerSize else {
            throw .image(reason: "it is shorter than a header")
        }
        func word(_ offset: Int) -> UInt64 {
            UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        guard word(0) == ImageLayout.magic else {
            throw .image(reason: "it does not start with DRAGOMAN")
        }
        let version = UInt32(truncatingIfNeeded: word(8))
        guard version == ImageLayout.version else {
            throw .image(
                reason: "version \(version), and this build reads \(ImageLayout.version)")
        }
        guard word(16) == UInt64(bytes.count) else {
            throw .image(reason: "it says \(word(16)) bytes and has \(bytes.count)")
        }
        let count = Int(truncatingIfNeeded: word(8) >> 32)
        guard count <= 64,
            ImageLayout.headerSize + count * ImageLayout.tableEntrySize <= bytes.count
        else { throw .image(reason: "its table of sections is damaged") }
        if !trusted {
            let body = UnsafeRawBufferPointer(rebasing: bytes[ImageLayout.headerSize...])
            guard ImageLayout.checksum(body) == word(24) else {
                throw .image(reason: "its checksum does not match: it was damaged")
            }
        }
        var ranges = [Range<Int>](repeating: 0..<0, count: ImageSection.allCases.count + 1)
        for index in 0..<count {
            let entry = ImageLayout.headerSize + index * ImageLayout.tableEntrySize
            let id = Int(truncatingIfNeeded: word(entry) & 0xFFFF_FFFF)
            let (start, size) = (word(entry + 8), word(entry + 16))
            guard start <= bytes.count, size <= UInt64(bytes.count) - start, start % 8 == 0 else {
                throw .image(reason: "a section lies outside the file")
            }
            if id < ranges.count { ranges[id] = Int(start)..<Int(start + size) }
        }
        self.base = base
        self.size = bytes.count
        self.owner = owner
        isTrusted = trusted
        self.ranges = ranges
        func entries(_ section: ImageSection, of size: Int) -> Int {
            ranges[Int(section.rawValue)].count / size
        }
        func section(_ section: ImageSection) -> UnsafeRawBufferPointer {
            UnsafeRawBufferPointer(rebasing: bytes[ranges[Int(section.rawValue)]])
        }
        table = PhraseTable(section, base: base)
        phraseCount = entries(.phrases, of: ImageLayout.phraseSize) - 1
        recordCount = entries(.records, of: ImageLayout.recordSize) - 1
        func names(_ section: ImageSection) -> [String] {
            UnsafeRawBufferPointer(rebasing: bytes[ranges[Int(section.rawValue)]]).split(
                separator: 0, omittingEmptySubsequences: false
            ).dropLast()
                .map { String(decoding: $0, as: UTF8.self) }
        }
        classNames = names(.classes)
        keys = names(.keys)
        if !trusted { try validate() }
    }

    /// Checks every offset of the tables, so that reading can trust them.
    private func validate() throws(LexiconError) {
        let strings = self[.strings]
        let senseCount = self[.senses].count / ImageLayout.senseSize
        let attributeCount = self[.attributes].count / ImageLayout.attributeSize
        let slotCount = table.slotCount
        let sound =
            table.isSound && phraseCount >= 0 && recordCount >= 0
            && (strings.isEmpty || strings[strings.count - 1] == 0)
            && classNames.count <= ClassSet.capacity
            && classNames.allSatisfy { $0.utf8.count <= LexiconLimits.className }
        guard sound else { throw .image(reason: "its tables are damaged") }
        func fail() -> LexiconError { .image(reason: "an offset points outside its table") }
        for slot in 0..<slotCount {
            let value = table.slot(slot)
            let phrase = Int(UInt32(truncatingIfNeeded: value) & ~ImageLayout.prefixFlag)
            guard phrase <= phraseCount else { throw fail() }
        }
        guard SlotRuns.areShort(in: slotCount, isFree: { table.slot($0) == 0 }) else {
            throw .image(reason: "its table is full, or too much stands in one place of it")
        }
        for phrase in 0..<phraseCount {
            let range = table.senseRange(phrase: phrase)
            guard range.start <= range.end, range.end <= senseCount,
                range.end - range.start <= LexiconCompiler.mostEntries
            else { throw fail() }
        }
        for index in 0..<senseCount {
            let sense = table.sense(index)
            guard sense.surface < strings.count, Int(sense.localClass) < classNames.count,
                sense.record == ImageLayout.noRecord || Int(sense.record) < recordCount,
                CaseRule(rawValue: sense.caseRule) != nil
            else { throw fail() }
        }
        for record in 0..<recordCount {
            let start = load(.records, record * 8 + 4)
            let end = load(.records, record * 8 + 12)
            guard load(.records, record * 8) < strings.count, start <= end, end <= attributeCount
            else { throw fail() }
        }
        for attribute in 0..<attributeCount {
            guard load(.attributes, attribute * 8) < keys.count,
                load(.attributes, attribute * 8 + 4) < strings.count
            else { throw fail() }
        }
        if let listed = ClassSenses(self), !listed.isSound(senseCount: senseCount) { throw fail() }
    }

    /// ``checksum`` as 16 hexadecimal digits.
    public var digest: String {
        let digits = String(checksum, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The latest date of the files that it was made of, as they give it; `nil` for one made of none.
    public var date: String? {
        let lines = String(decoding: self[.provenance], as: UTF8.self).split(separator: "\n")
        return lines.compactMap { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).dropFirst(2).first
        }.max().map(String.init)
    }

    /// The checksum that the image was given when it was built.
    public var checksum: UInt64 {
        UInt64(littleEndian: base.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
    }

    /// The bytes of a section; empty where the image has none.
    public subscript(section: ImageSection) -> UnsafeRawBufferPointer {
        let range = ranges[Int(section.rawValue)]
        return UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    /// The image that lies at `range` of a section.
    ///
    /// - Throws: ``LexiconError/image(reason:)`` as for any image, and for a range outside the section.
    public func image(
        in section: ImageSection, _ range: Range<Int>
    ) throws(LexiconError) -> LexiconImage {
        let bytes = self[section]
        guard range.lowerBound >= 0, range.upperBound <= bytes.count else {
            throw .image(reason: "an image in it lies outside its section")
        }
        return try LexiconImage(
            bytes: UnsafeRawBufferPointer(rebasing: bytes[range]), owner: owner,
            trusted: isTrusted)
    }

    private func load(_ section: ImageSection, _ offset: Int) -> UInt32 {
        let start = ranges[Int(section.rawValue)].lowerBound
        return UInt32(
            littleEndian: base.loadUnaligned(fromByteOffset: start + offset, as: UInt32.self))
    }

    struct RawSense {
        var record: UInt32
        var surface: UInt32
        var localClass: UInt8
        var caseRule: UInt8
        var weight: UInt8
        var capitals: UInt8
    }

    /// The NUL-terminated bytes at an offset of the string section.
    func bytes(string offset: UInt32) -> UnsafeRawBufferPointer {
        let strings = self[.strings]
        var end = Int(offset)
        while end < strings.count, strings[end] != 0 { end += 1 }
        return UnsafeRawBufferPointer(rebasing: strings[Int(offset)..<end])
    }

    func string(_ offset: UInt32) -> String {
        String(decoding: bytes(string: offset), as: UTF8.self)
    }

    /// Where in the strings the name of a record is.
    func nameOffset(_ record: UInt32) -> UInt32 { load(.records, Int(record) * 8) }

    func recordName(_ record: UInt32) -> String { string(nameOffset(record)) }

    func attributes(_ record: UInt32) -> [LexiconEntry.Attribute] {
        attributeRange(record).map { index in
            LexiconEntry.Attribute(key: keys[key(index)], value: value(index))
        }
    }

    func attribute(_ key: String, of record: UInt32) -> String? {
        attributeRange(record).first { keys[self.key($0)] == key }.map(value)
    }

    private func attributeRange(_ record: UInt32) -> Range<Int> {
        Int(load(.records, Int(record) * 8 + 4))..<Int(load(.records, Int(record) * 8 + 12))
    }

    /// The number of the key of an attribute, and its value.
    private func key(_ attribute: Int) -> Int { Int(load(.attributes, attribute * 8)) }
    private func value(_ attribute: Int) -> String { string(load(.attributes, attribute * 8 + 4)) }
}
