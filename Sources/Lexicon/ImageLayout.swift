/// How a lexicon image is laid out: little-endian, offsets only, no pointers. Sections are aligned to eight bytes, and written
/// so that each starts with a line of the processor's cache.
///
/// ```
/// header   magic (8) · version (4) · section count (4) · size (8) · checksum (8)
/// table    per section: id (4) · reserved (4) · offset (8) · size (8)
/// sections
/// ```
enum ImageLayout {
    /// `DRAGOMAN` in ASCII.
    static let magic: UInt64 = 0x4E41_4D4F_4741_5244
    /// Raised whenever a section changes its shape or ``TokenHash`` its values.
    static let version: UInt32 = 2
    static let headerSize = 32
    static let tableEntrySize = 24
    static let sectionAlignment = 64

    /// Sizes of fixed records, in bytes.
    static let phraseSize = 4
    static let senseSize = 12
    static let recordSize = 8
    static let attributeSize = 8

    /// In a slot: the phrase is the start of longer ones.
    static let prefixFlag: UInt32 = 1 << 31
    /// A sense without a record of its own: the surface is all that is known.
    static let noRecord = UInt32.max

    /// FNV-1a over 64-bit words, the tail byte by byte.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var index = 0
        while index + 8 <= bytes.count {
            let word = UInt64(
                littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            hash = (hash ^ word) &* 0x0000_0100_0000_01b3
            hash ^= hash >> 29
            index += 8
        }
        while index < bytes.count {
            hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01b3
            index += 1
        }
        return hash
    }
}

/// The sections of an image.
public enum ImageSection: UInt32, Sendable, CaseIterable {
    /// Class names, each NUL-terminated.
    case classes = 1
    /// Attribute keys, likewise.
    case keys = 2
    /// Strings: UTF-8, each NUL-terminated, referred to by offset.
    case strings = 3
    /// Bits of the hashes of first tokens.
    case filter = 4
    /// Open-addressing table from phrase hashes to phrases.
    case slots = 5
    /// First sense of each phrase, and one past the last.
    case phrases = 6
    /// The senses: record, spelling, class, case rule, weight.
    case senses = 7
    /// Name and first attribute of each record, and one past the last.
    case records = 8
    /// Key and value of each attribute.
    case attributes = 9
    /// The compiled rules (`RuleProgram`).
    case rules = 10
    /// The evidence weights, as text.
    case weights = 11
    /// What went in: a line a file.
    case provenance = 12
    /// Bits of the hashes of second tokens; an image may be without them.
    case seconds = 13
    /// Bits of the hashes of the first two and more tokens of phrases; an image may be without them.
    case starts = 14
    /// How sure names are, as text; an image may be without it.
    case confidence = 15
    /// The languages that texts may be in, and an image for each but this one's own; an image may be without them.
    case languages = 16
    /// The senses of the rarer classes; an image may be without them.
    case classSenses = 17
    /// The rules as they are linked with the image's classes; an image may be without them, and only of one that came out of
    /// this build are they read.
    case linkedRules = 18
}
