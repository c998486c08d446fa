import Lexicon

/// The languages that an image knows, the words that tell them apart, and what the image holds for each: read in
/// place from ``ImageSection/languages``.
///
/// ```
/// language count (4) · slot count (4), a power of two
/// per language: code (8) · offset (8) and size (8) of its image, 0 where it is the image that the section is in
/// slots: upper half of a word's hash (4) · languages that the word is common in (2) · those in which it names a month or
///        day (2), one bit for each; both are 0 if the slot is free
/// images, each aligned to eight bytes
/// ```
///
/// Unsafe, so that a token costs one load: the bytes lie in `image`, which keeps them, and their number is checked once.
struct LanguageTable: Sendable {
    static let mostLanguages = 16
    static let headerSize = 8
    static let entrySize = 24
    static let slotSize = 8

    /// The first is that of the image itself.
    let languages: [Language]
    private let image: LexiconImage
    private let ranges: [Range<Int>]
    private nonisolated(unsafe) let slots: UnsafeRawPointer
    private let mask: Int

    /// - Returns: `nil` for an image that knows no language but its own.
    /// - Throws: ``LexiconError/image(reason:)`` for a section that is damaged.
    init?(_ image: LexiconImage) throws(LexiconError) {
        let section = image[.languages]
        guard let base = section.baseAddress, !section.isEmpty else { return nil }
        let damaged = LexiconError.image(reason: "its table of languages is damaged")
        guard section.count >= Self.headerSize else { throw damaged }
        func word<Value: FixedWidthInteger>(_ offset: Int, _: Value.Type) -> Value {
            Value(littleEndian: section.loadUnaligned(fromByteOffset: offset, as: Value.self))
        }
        let (count, slotCount) = (Int(word(0, UInt32.self)), Int(word(4, UInt32.self)))
        let start = Self.headerSize + count * Self.entrySize
        guard 1...Self.mostLanguages ~= count, slotCount.nonzeroBitCount == 1,
            start + slotCount * Self.slotSize <= section.count
        else { throw damaged }
        var languages: [Language] = []
        var ranges: [Range<Int>] = []
        for entry in stride(from: Self.headerSize, to: start, by: Self.entrySize) {
            let code = section[entry..<entry + 8].prefix { $0 != 0 }
            let (offset, size) = (word(entry + 8, UInt64.self), word(entry + 16, UInt64.self))
            guard let language = Language(code: String(decoding: code, as: UTF8.self)),
                offset % 8 == 0, offset <= section.count,
                size <= UInt64(section.count) - offset
            else { throw damaged }
            languages.append(language)
            ranges.append(Int(offset)..<Int(offset + size))
        }
        self.languages = languages
        self.ranges = ranges
        self.image = image
        let slots = base + start
        self.slots = slots
        mask = slotCount - 1
        let areShort =
            image.isTrusted
            || SlotRuns.areShort(in: slotCount) {
                let slot = slots.loadUnaligned(
                    fromByteOffset: $0 * Self.slotSize, as: UInt64.self)
                return UInt32(truncatingIfNeeded: UInt64(littleEndian: slot)) == 0
            }
        guard areShort else { throw damaged }
    }

    /// The languages that a word is of, one bit for each by its place in ``languages``.
    struct Membership {
        fileprivate(set) var bits: UInt32

        var isEmpty: Bool { bits == 0 }
        /// Those in which it is common.
        var common: UInt32 { bits & 0xFFFF }
        /// Those in which it names a month or a day.
        var calendar: UInt32 { bits >> 16 }

        /// What the word counts for a language: a name of a month or a day for two.
        @inline(__always)
        func count(_ language: Int) -> Int {
            Int(common >> UInt32(language) & 1 | (calendar >> UInt32(language) & 1) << 1)
        }
    }

    /// The languages of the word that has a hash.
    @inline(__always)
    func languages(of hash: UInt64) -> Membership {
        var place = Int(truncatingIfNeeded: hash) & mask
        // The table has free slots: no look-up goes round.
        while true {
            let slot = UInt64(
                littleEndian: slots.loadUnaligned(
                    fromByteOffset: place &* Self.slotSize, as: UInt64.self))
            let bits = UInt32(truncatingIfNeeded: slot)
            if bits == 0 || slot ^ hash < 1 << 32 { return Membership(bits: bits) }
            place = (place &+ 1) & mask
        }
    }

    /// What the image holds for a language other than its own.
    func image(of language: Int) throws(LexiconError) -> LexiconImage {
        try image.image(in: .languages, ranges[language])
    }
}

extension Language {
    /// The languages that the built-in lexicon knows.
    package static var builtIn: [Language] {
        (try? LexiconFile.builtIn()).flatMap { try? LanguageTable($0) }?.languages ?? [.english]
    }
}
