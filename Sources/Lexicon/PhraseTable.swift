import CScan

/// The part of an image that look-ups read: pointers and numbers only, so that no reference is counted.
///
/// Unsafe. What must hold: the image, which checked the offsets, outlives the table.
struct PhraseTable: @unchecked Sendable {
    private let slots: UnsafeRawPointer
    private let slotMask: Int
    private let firsts: BitFilter
    private let seconds: BitFilter
    private let starts: BitFilter
    private let phrases: UnsafeRawPointer
    private let senses: UnsafeRawPointer
    /// The lexicon's class for each of the image's own; ``ClassSet/capacity`` of them.
    private var classes: UnsafePointer<ClassID>?

    init(_ section: (ImageSection) -> UnsafeRawBufferPointer, base: UnsafeRawPointer) {
        let slots = section(.slots)
        self.slots = slots.baseAddress ?? base
        slotMask = slots.count / 8 - 1
        firsts = BitFilter(section(.filter), base: base)
        seconds = BitFilter(section(.seconds), base: base)
        starts = BitFilter(section(.starts), base: base)
        phrases = section(.phrases).baseAddress ?? base
        senses = section(.senses).baseAddress ?? base
    }

    /// The same table in a lexicon.
    func naming(classes: UnsafePointer<ClassID>?) -> PhraseTable {
        var table = self
        table.classes = classes
        return table
    }

    /// The lexicon's class for one of the image's own.
    @inline(__always)
    func classID(_ local: UInt8) -> ClassID {
        classes?[Int(local) & (ClassSet.capacity - 1)] ?? ClassID(rawValue: local)
    }

    var slotCount: Int { slotMask + 1 }
    /// Whether the sizes of the tables are powers of two, as look-ups take them to be.
    var isSound: Bool {
        slotCount > 0 && slotCount & slotMask == 0 && firsts.isSound && !firsts.isMissing
            && seconds.isSound && starts.isSound
    }

    @inline(__always)
    func slot(_ index: Int) -> UInt64 {
        UInt64(littleEndian: slots.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self))
    }

    /// Whether some phrase may start with a token of this hash.
    @inline(__always)
    func mayStart(_ hash: UInt64) -> Bool { firsts.mayHold(hash) }

    /// Whether some phrase may go on after its first token with one of this hash.
    @inline(__always)
    func mayGoOn(_ hash: UInt64) -> Bool { seconds.mayHold(hash) }

    /// Whether some phrase may start with the two or more tokens of this hash.
    @inline(__always)
    func mayStart(tokens hash: UInt64) -> Bool { starts.mayHold(hash) }

    /// Looks a phrase hash up: its number, if a phrase ends here, and whether longer ones go on.
    @inline(__always)
    func find(_ key: UInt64) -> (phrase: Int?, isPrefix: Bool) {
        var index = Int(truncatingIfNeeded: key) & slotMask
        while true {
            let value = slot(index)
            if value == 0 { return (nil, false) }
            if value &>> 32 == key &>> 32 {
                let payload = UInt32(truncatingIfNeeded: value)
                let phrase = Int(payload & ~ImageLayout.prefixFlag)
                return (phrase == 0 ? nil : phrase - 1, payload & ImageLayout.prefixFlag != 0)
            }
            index = (index &+ 1) & slotMask
        }
    }

    /// Asks for the memory that ``find(_:)`` will read.
    @inline(__always)
    func prefetchSlot(of key: UInt64) {
        cscan_prefetch(slots + (Int(truncatingIfNeeded: key) & slotMask) &* 8)
    }

    /// Asks for the memory that ``senseRange(phrase:)`` will read.
    @inline(__always)
    func prefetchRange(phrase: Int) { cscan_prefetch(phrases + phrase &* 4) }

    /// Asks for the memory in which the first senses of a phrase are.
    @inline(__always)
    func prefetchSenses(phrase: Int) {
        cscan_prefetch(senses + senseRange(phrase: phrase).start &* ImageLayout.senseSize)
    }

    @inline(__always)
    func senseRange(phrase: Int) -> (start: Int, end: Int) {
        (Int(load(phrases, phrase &* 4)), Int(load(phrases, phrase &* 4 &+ 4)))
    }

    @inline(__always)
    func sense(_ index: Int) -> LexiconImage.RawSense {
        let offset = index &* ImageLayout.senseSize
        let packed = load(senses, offset &+ 8)
        return LexiconImage.RawSense(
            record: load(senses, offset), surface: load(senses, offset &+ 4),
            localClass: UInt8(packed & 0xFF), caseRule: UInt8(packed >> 8 & 0xFF),
            weight: UInt8(packed >> 16 & 0xFF), capitals: UInt8(packed >> 24))
    }

    @inline(__always)
    private func load(_ base: UnsafeRawPointer, _ offset: Int) -> UInt32 {
        UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
}

/// Bits of hashes; where it is missing any hash may be in it.
///
/// Unsafe in the same way; `base` has eight bytes or more.
struct BitFilter {
    private let words: UnsafeRawPointer
    private let mask: Int
    /// All ones where the filter is missing.
    private let always: UInt64

    init(_ bytes: UnsafeRawBufferPointer, base: UnsafeRawPointer) {
        words = bytes.count < 8 ? base : bytes.baseAddress ?? base
        mask = max(bytes.count / 8 - 1, 0)
        always = bytes.count < 8 ? .max : 0
    }

    var isMissing: Bool { always != 0 }
    /// Whether the size is a power of two, as look-ups take it to be.
    var isSound: Bool { (mask &+ 1) & mask == 0 }

    /// The bits of a hash in the word that it falls in.
    @inline(__always)
    static func bits(of hash: UInt64) -> UInt64 {
        1 &<< (hash & 63) | 1 &<< (hash &>> 6 & 63)
    }

    @inline(__always)
    func mayHold(_ hash: UInt64) -> Bool {
        let word = Int(truncatingIfNeeded: hash &>> 20) & mask
        let held = UInt64(
            littleEndian: words.loadUnaligned(fromByteOffset: word &* 8, as: UInt64.self))
        return ~(held | always) & Self.bits(of: hash) == 0
    }
}
