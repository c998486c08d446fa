/// The spelled forms that a segmenter has met, each looked at once.
///
/// Most words of a text are among a few thousand forms, so that hash, shape and number of a token are mostly read
/// from here, and whoever needs to know more of a form may keep it by its number (``Token/form``). Nothing depends
/// on what was met before but time.
///
/// Unsafe for speed: a form is found by its bytes, read sixteen at a time. What must hold: a range of the text is
/// given, and bytes are read past it only where the text has them.
final class FormTable {
    /// What a token of a form is, wherever it stands.
    struct Form {
        var hash: UInt64
        var number: UInt32
        /// Number of the form, from 0.
        var id: UInt32
        var kind: TokenKind
        var shape: TokenShape
        var flags: TokenFlags
        /// Bytes of the possessive `'s` at its end; 0 if it has none.
        var cliticLength: UInt8
    }

    private struct Slot {
        var low: UInt64
        var high: UInt64
        var form: Form
    }

    /// Above so many forms the table is emptied before the next text.
    private static let limit = 1 << 16
    private static let empty = UInt32.max

    /// How often the table was emptied: numbers of forms hold for one generation.
    private(set) var generation = 0
    /// How many forms are known.
    private(set) var count = 0
    private var slots: UnsafeMutableBufferPointer<Slot>
    private var mask: Int

    init() {
        slots = Self.slots(1 << 13)
        mask = slots.count - 1
    }

    deinit { slots.deallocate() }

    /// Forgets the forms if they have become many.
    func trim() {
        guard count > Self.limit else { return }
        slots.deallocate()
        slots = Self.slots(1 << 13)
        mask = slots.count - 1
        count = 0
        generation += 1
    }

    /// The form that stands in `range` of a text, whose kind ICU has told.
    @inline(__always)
    func form(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ kind: TokenKind
    ) -> Form {
        let (low, high) = Self.key(text, range, kind)
        var place = Self.place(low, high) & mask
        while true {
            let slot = slots[place]
            if slot.low == low, slot.high == high, slot.form.id != Self.empty { return slot.form }
            if slot.form.id == Self.empty { break }
            place = (place + 1) & mask
        }
        return add(low, high, text, range, kind)
    }

    @inline(never)
    private func add(
        _ low: UInt64, _ high: UInt64, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
        _ kind: TokenKind
    ) -> Form {
        if count * 2 >= slots.count { grow() }
        let spelling = TokenSpelling(text, range)
        let clitic = kind == .word ? Clitic.start(in: text, range) : nil
        let form = Form(
            hash: spelling.hash, number: spelling.number, id: UInt32(count), kind: kind,
            shape: spelling.shape, flags: spelling.flags,
            cliticLength: UInt8(clitic.map { range.upperBound - $0 } ?? 0))
        insert(Slot(low: low, high: high, form: form))
        count += 1
        return form
    }

    private func insert(_ slot: Slot) {
        var place = Self.place(slot.low, slot.high) & mask
        while slots[place].form.id != Self.empty { place = (place + 1) & mask }
        slots[place] = slot
    }

    private func grow() {
        let old = slots
        slots = Self.slots(old.count * 2)
        mask = slots.count - 1
        for slot in old where slot.form.id != Self.empty { insert(slot) }
        old.deallocate()
    }

    private static func slots(_ count: Int) -> UnsafeMutableBufferPointer<Slot> {
        let slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: count)
        let form = Form(
            hash: 0, number: 0, id: empty, kind: .symbol, shape: .uncased, flags: [],
            cliticLength: 0)
        slots.initialize(repeating: Slot(low: 0, high: 0, form: form))
        return slots
    }

    /// Up to fifteen bytes stand for themselves, with the kind in the sixteenth; longer forms are known by 127 bits
    /// of a hash.
    @inline(__always)
    private static func key(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ kind: TokenKind
    ) -> (UInt64, UInt64) {
        let length = range.count
        if length < 16, range.lowerBound + 16 <= text.count {
            let bytes = UnsafeRawPointer(text.baseAddress! + range.lowerBound)
            var low = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
            var high = UInt64(
                littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            if length <= 8 {
                low &= .max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length)
                high = 0
            } else {
                high &= .max &>> UInt64(truncatingIfNeeded: 128 &- 8 &* length)
            }
            return (low, high | UInt64(kind.rawValue) << 56)
        }
        return slowKey(text, range, kind)
    }

    @inline(never)
    private static func slowKey(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ kind: TokenKind
    ) -> (UInt64, UInt64) {
        var low: UInt64 = 0
        var high: UInt64 = 0
        if range.count < 16 {
            for (index, offset) in range.enumerated() {
                let byte = UInt64(text[offset])
                if index < 8 {
                    low |= byte << UInt64(8 * index)
                } else {
                    high |= byte << UInt64(8 * index - 64)
                }
            }
            return (low, high | UInt64(kind.rawValue) << 56)
        }
        low = UInt64(range.count)
        high = 0x9E37_79B9_7F4A_7C15
        for offset in range {
            low = (low ^ UInt64(text[offset])) &* 0x0000_0100_0000_01B3
            high = (high &+ UInt64(text[offset])) &* 0xD6E8_FEB8_6659_FD93
            high ^= high >> 29
        }
        return (low, high & ~(0xFF << 56) | UInt64(0x80 | kind.rawValue) << 56)
    }

    @inline(__always)
    private static func place(_ low: UInt64, _ high: UInt64) -> Int {
        let product = (low ^ 0x8EBC_6AF0_9C88_C6E3).multipliedFullWidth(
            by: high ^ 0x5899_65CC_7537_4CC3)
        return Int(truncatingIfNeeded: product.high ^ product.low)
    }
}
