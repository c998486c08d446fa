import Lexicon

/// Linked rules as they stand in an image: ``ImageSection/linkedRules``, so that what linking works out is there when the
/// process starts.
///
/// ```
/// mark     what it was made of and how it is laid out: ``mark(_:classes:)`` (8) · nothing (8)
/// tables   per table: count (8) · nothing (8) · elements as they lie in memory, to a multiple of sixteen bytes
/// ```
///
/// Nothing is checked but the mark, which is why only a trusted image's is read. Whether it is what linking gives now is for
/// the test that compiles the image anew.
enum LinkedSection {
    /// Raised whenever linking gives something else.
    private static let version: UInt64 = 1
    static let alignment = 16

    /// Tells apart what would be linked, or laid out, otherwise.
    static func mark(_ program: UInt64, classes: UnsafeRawBufferPointer) -> UInt64 {
        let strides = [
            MemoryLayout<LinkedTables.Runnable>.stride, MemoryLayout<LinkedTables.Context>.stride,
            MemoryLayout<BranchAction>.stride, MemoryLayout<ClassSet>.stride,
            MemoryLayout<TokenTests.ExactTest>.stride, MemoryLayout<TokenTests.Spelled>.stride,
            JoinedMasks.strides,
        ]
        return ([version, program, RuleProgram.checksum(classes)] + strides.map(UInt64.init))
            .reduce(0) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 ^ $0 >> 29 }
    }

    /// What an image has of a program, with its own classes and no others.
    static func reader(_ image: LexiconImage, _ program: RuleProgram) -> LinkedReader? {
        let section = image[.linkedRules]
        guard image.isTrusted, section.count > alignment, let base = section.baseAddress,
            Int(bitPattern: base) % alignment == 0, let checksum = program.checksum,
            base.load(as: UInt64.self) == mark(checksum, classes: image[.classes])
        else { return nil }
        return LinkedReader(section)
    }
}

/// Writes tables of linked rules.
struct LinkedWriter {
    private(set) var bytes: [UInt8] = []

    init(mark: UInt64) { put(number: Int(bitPattern: UInt(mark))) }

    mutating func put(number: Int) {
        withUnsafeBytes(of: number) { bytes += $0 }
        align()
    }

    mutating func put<Element>(_ table: Pinned<Element>) {
        put(number: table.elements.count)
        bytes += UnsafeRawBufferPointer(table.elements)
        align()
    }

    private mutating func align() {
        while bytes.count % LinkedSection.alignment != 0 { bytes.append(0) }
    }
}

/// Reads tables of linked rules in place, in the order in which they were written.
struct LinkedReader {
    private let bytes: UnsafeRawBufferPointer
    private var offset = LinkedSection.alignment

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func number() -> Int {
        defer { offset += LinkedSection.alignment }
        return bytes.load(fromByteOffset: offset, as: Int.self)
    }

    mutating func table<Element>() -> Pinned<Element> {
        let count = number()
        let size = count * MemoryLayout<Element>.stride
        let table = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + size])
        offset += (size + LinkedSection.alignment - 1) & ~(LinkedSection.alignment - 1)
        return Pinned(inImage: table.assumingMemoryBound(to: Element.self))
    }
}
