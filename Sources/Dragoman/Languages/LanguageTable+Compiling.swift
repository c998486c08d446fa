import Lexicon
import Segmentation

extension LanguageTable {
    /// What goes into the table for one language.
    struct Source {
        var language: Language
        /// Common words that tell it from others.
        var words: [String]
        /// Names of months and days.
        var calendarWords: [String]
        /// Empty for the language of the image that the table is in.
        var image: [UInt8]
    }

    /// The bytes of a section; the first language is that of the image itself.
    ///
    /// - Throws: ``LexiconError/image(reason:)`` for more languages than bits.
    static func compile(_ sources: [Source]) throws -> [UInt8] {
        guard sources.count <= mostLanguages else {
            throw LexiconError.image(reason: "more than \(mostLanguages) languages")
        }
        let slots = slots(try languagesByHash(sources))
        let start = headerSize + sources.count * entrySize + slots.count * slotSize
        var offset = aligned(start)
        var bytes: [UInt8] = []
        append(UInt32(sources.count), to: &bytes)
        append(UInt32(slots.count), to: &bytes)
        for source in sources {
            let code = Array(source.language.code.utf8)
            bytes += code + [UInt8](repeating: 0, count: 8 - code.count)
            append(UInt64(offset), to: &bytes)
            append(UInt64(source.image.count), to: &bytes)
            offset += aligned(source.image.count)
        }
        for slot in slots { append(slot, to: &bytes) }
        func align() { bytes += [UInt8](repeating: 0, count: aligned(bytes.count) - bytes.count) }
        align()
        for source in sources {
            bytes += source.image
            align()
        }
        return bytes
    }

    /// The languages of each word that is one token.
    private static func languagesByHash(_ sources: [Source]) throws -> [UInt64: UInt32] {
        let segmenter = try Segmenter()
        var buffer = TokenBuffer()
        var languages: [UInt64: UInt32] = [:]
        for (number, source) in sources.enumerated() {
            for (words, bit) in [(source.words, number), (source.calendarWords, number + 16)] {
                for word in words {
                    segmenter.segment(word, into: &buffer)
                    guard buffer.tokens.count == 1 else { continue }
                    languages[buffer.tokens[0].hash, default: 0] |= 1 << UInt32(bit)
                }
            }
        }
        return languages
    }

    /// An open-addressing table of which at most a quarter is used: most words of a text are not in it.
    private static func slots(_ languages: [UInt64: UInt32]) -> [UInt64] {
        var count = 16
        while count < languages.count * 4 { count *= 2 }
        var slots = [UInt64](repeating: 0, count: count)
        for (hash, bits) in languages.sorted(by: { $0.key < $1.key }) {
            var place = Int(truncatingIfNeeded: hash) & (count - 1)
            while slots[place] != 0 { place = (place + 1) & (count - 1) }
            slots[place] = hash & ~0xFFFF_FFFF | UInt64(bits)
        }
        return slots
    }

    /// To a line of the processor's cache, as the sections of images are.
    private static func aligned(_ size: Int) -> Int { (size + 63) / 64 * 64 }

    private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
    }
}
