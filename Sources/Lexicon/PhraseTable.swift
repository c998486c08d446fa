/// The part of an image that look-ups read: pointers and numbers only, so that no reference is counted.
///
/// Unsafe. What must hold: the image, which checked the offsets, outlives the table.
struct PhraseTable: @unchecked Sendable {
    private let slots: UnsafeRawPointer
    private let slotMask: Int
    private let filter: UnsafeRawPointer
    private let filterMask: UInt64
    private let phrases: UnsafeRawPointer
    private let senses: UnsafeRawPointer

    init(
        slots: UnsafeRawBufferPointer, filter: UnsafeRawBufferPointer,
        phrases: UnsafeRawBufferPointer, senses: UnsafeRawBufferPointer, base: UnsafeRawPointer
    ) {
        self.slots = slots.baseAddress ?? base
        slotMask = slots.count / 8 - 1
        self.filter = filter.baseAddress ?? base
        filterMask = UInt64(max(filter.count * 8, 1)) - 1
        self.phrases = phrases.baseAddress ?? base
        self.senses = senses.baseAddress ?? base
    }

    var slotCount: Int { slotMask + 1 }
    /// Whether the sizes of the tables are powers of two, as look-ups take them to be.
    var isSound: Bool {
        slotCount > 0 && slotCount & slotMask == 0 && filterMask & (filterMask + 1) == 0
            && filterMask > 0
    }

    @inline(__always)
    func slot(_ index: Int) -> UInt64 {
        UInt64(littleEndian: slots.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self))
    }

    /// Whether some phrase may start with a token of this hash.
    @inline(__always)
    func mayStart(_ hash: UInt64) -> Bool {
        let bit = Int(truncatingIfNeeded: hash &>> 20 & filterMask)
        return filter.load(fromByteOffset: bit &>> 3, as: UInt8.self) &>> UInt8(bit & 7) & 1 == 1
    }

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
