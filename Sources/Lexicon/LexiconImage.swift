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

    let slotMask: Int
    let filterMask: UInt64
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
        self.ranges = ranges
        func entries(_ section: ImageSection, of size: Int) -> Int {
            ranges[Int(section.rawValue)].count / size
        }
        slotMask = entries(.slots, of: 8) - 1
        filterMask = UInt64(max(entries(.filter, of: 1) * 8, 1)) - 1
        phraseCount = entries(.phrases, of: ImageLayout.phraseSize) - 1
        recordCount = entries(.records, of: ImageLayout.recordSize) - 1
        func names(_ section: ImageSection) -> [String] {
            let bytes = UnsafeRawBufferPointer(rebasing: bytes[ranges[Int(section.rawValue)]])
            return bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast()
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
        let slotCount = slotMask + 1
        let sound =
            slotCount > 0 && slotCount & slotMask == 0 && filterMask & (filterMask + 1) == 0
            && filterMask > 0 && phraseCount >= 0 && recordCount >= 0
            && (strings.isEmpty || strings[strings.count - 1] == 0)
            && classNames.count <= ClassSet.capacity
        guard sound else { throw .image(reason: "its tables are damaged") }
        func fail() -> LexiconError { .image(reason: "an offset points outside its table") }
        var free = 0
        for slot in 0..<slotCount {
            let value = self.slot(slot)
            let phrase = Int(UInt32(truncatingIfNeeded: value) & ~ImageLayout.prefixFlag)
            guard phrase <= phraseCount else { throw fail() }
            if value == 0 { free += 1 }
        }
        guard free > 0 else { throw .image(reason: "its table is full") }
        for phrase in 0..<phraseCount {
            let range = senseRange(phrase: phrase, checked: false)
            guard range.start <= range.end, range.end <= senseCount else { throw fail() }
        }
        for index in 0..<senseCount {
            let sense = self.sense(index)
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

    private func load(_ section: ImageSection, _ offset: Int) -> UInt32 {
        let start = ranges[Int(section.rawValue)].lowerBound
        return UInt32(
            littleEndian: base.loadUnaligned(fromByteOffset: start + offset, as: UInt32.self))
    }

    func slot(_ index: Int) -> UInt64 {
        let start = ranges[Int(ImageSection.slots.rawValue)].lowerBound
        return UInt64(
            littleEndian: base.loadUnaligned(fromByteOffset: start + index * 8, as: UInt64.self))
    }

    /// Whether some phrase may start with a token of this hash.
    func mayStart(_ hash: UInt64) -> Bool {
        let bit = Int(truncatingIfNeeded: hash >> 20 & filterMask)
        let start = ranges[Int(ImageSection.filter.rawValue)].lowerBound
        return base.load(fromByteOffset: start + bit >> 3, as: UInt8.self) >> UInt8(bit & 7) & 1
            == 1
    }

    /// Looks a phrase hash up: its number, if a phrase ends here, and whether longer ones go on.
    func find(_ key: UInt64) -> (phrase: Int?, isPrefix: Bool) {
        var index = Int(truncatingIfNeeded: key) & slotMask
        while true {
            let value = slot(index)
            if value == 0 { return (nil, false) }
            if value >> 32 == key >> 32 {
                let payload = UInt32(truncatingIfNeeded: value)
                let phrase = Int(payload & ~ImageLayout.prefixFlag)
                return (phrase == 0 ? nil : phrase - 1, payload & ImageLayout.prefixFlag != 0)
            }
            index = (index + 1) & slotMask
        }
    }

    func senseRange(phrase: Int, checked: Bool = true) -> (start: Int, end: Int) {
        (Int(load(.phrases, phrase * 4)), Int(load(.phrases, phrase * 4 + 4)))
    }

    struct RawSense {
        var record: UInt32
        var surface: UInt32
        var localClass: UInt8
        var caseRule: UInt8
        var weight: UInt8
        var capitals: UInt8
    }

    func sense(_ index: Int) -> RawSense {
        let offset = index * ImageLayout.senseSize
        let packed = load(.senses, offset + 8)
        return RawSense(
            record: load(.senses, offset), surface: load(.senses, offset + 4),
            localClass: UInt8(packed & 0xFF), caseRule: UInt8(packed >> 8 & 0xFF),
            weight: UInt8(packed >> 16 & 0xFF), capitals: UInt8(packed >> 24))
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

    func recordName(_ record: UInt32) -> String { string(load(.records, Int(record) * 8)) }

    func attributes(_ record: UInt32) -> [LexiconEntry.Attribute] {
        let start = load(.records, Int(record) * 8 + 4)
        let end = load(.records, Int(record) * 8 + 12)
        return (start..<end).map { index in
            LexiconEntry.Attribute(
                key: keys[Int(load(.attributes, Int(index) * 8))],
                value: string(load(.attributes, Int(index) * 8 + 4)))
        }
    }
}
