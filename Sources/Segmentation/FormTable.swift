/// The spelled forms that a segmenter has met, each looked at once.
///
/// Most words of a text are among a few thousand forms, so that hash, shape and number of a token are mostly read
/// from here, and whoever needs to know more of a form may keep it by its number (``Token/form``). Nothing depends
/// on what was met before but time.
///
/// Unsafe for speed: the table is read by pointer, by ``TokenScanner`` too. What must hold: the pointers that
/// somebody keeps are read again after every call of a method, which may move the table.
final class FormTable {
    /// What a token of a form is, wherever it stands.
    struct Form {
        var hash: UInt64
        /// As ``Token`` has it in memory: the number of the form, from 0, in the lower half; kind, shape and flags, from
        /// the lowest byte of the upper half on; and, where a token has nothing, ``FormTraits``.
        var word: UInt64

        init(
            hash: UInt64, id: Int, kind: TokenKind, shape: TokenShape, flags: TokenFlags,
            traits: FormTraits
        ) {
            self.hash = hash
            word = UInt64(id) | UInt64(kind.rawValue) << 32 | UInt64(shape.rawValue) << 40
            word |= UInt64(flags.rawValue) << 48 | UInt64(traits.bits) << 56
        }

        @inline(__always)
        var id: UInt32 { UInt32(truncatingIfNeeded: word) }
        var kind: TokenKind { TokenKind(rawValue: UInt8(truncatingIfNeeded: word &>> 32))! }
        var shape: TokenShape { TokenShape(rawValue: UInt8(truncatingIfNeeded: word &>> 40))! }
        @inline(__always)
        var flags: TokenFlags { TokenFlags(rawValue: UInt8(truncatingIfNeeded: word &>> 48)) }
        @inline(__always)
        var traits: FormTraits { FormTraits(bits: UInt8(truncatingIfNeeded: word &>> 56)) }
        /// Whether it ends with no possessive.
        @inline(__always)
        var isWhole: Bool { word & 0x7F &<< 56 == 0 }

        /// What stands before a token, to be added to ``word``: its flags, and where ``FormTraits/stops`` is, whether it
        /// starts a line.
        @inline(__always)
        static func place(_ flags: TokenFlags) -> UInt32 {
            UInt32(flags.rawValue) &<< 16 | (flags.contains(.lineStart) ? 1 &<< 31 : 0)
        }
    }

    /// One to a cache line.
    struct Slot {
        var key: FormKey
        var form: Form
        var note = FormNote()
        /// Makes 64 bytes of it.
        private let rest: (UInt64, UInt64) = (0, 0)

        init(key: FormKey, form: Form) {
            self.key = key
            self.form = form
        }
    }

    /// Where the forms are.
    struct Table {
        let slots: UnsafeMutablePointer<Slot>
        /// One less than there are slots.
        let mask: Int
        /// One that everybody knows, until somebody makes use of it: most texts are read a little quicker so.
        private let secret: HashSecret
        let isSecret: Bool
        /// By number of the form: where its slot is.
        let places: UnsafeMutablePointer<UInt32>

        init(size: Int, isSecret: Bool = false) {
            self.isSecret = isSecret
            secret =
                isSecret
                ? HashSecret() : HashSecret(known: 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3)
            slots = UnsafeMutableRawPointer.allocate(
                byteCount: size * MemoryLayout<Slot>.stride, alignment: 64
            ).bindMemory(to: Slot.self, capacity: size)
            mask = size - 1
            places = .allocate(capacity: size / 2)
            for place in 0..<size { slots[place].key = FormTable.noKey }
        }

        func deallocate() {
            slots.deallocate()
            places.deallocate()
        }

        /// Where to look for a form first.
        @inline(__always)
        func place(of key: FormKey) -> Int {
            Int(truncatingIfNeeded: secret.mix(key.low, key.high)) & mask
        }

        /// The slot of a form, looked for from a place on; nil if it has none.
        @inline(never)
        func slot(of key: FormKey, from place: Int) -> UnsafeMutablePointer<Slot>? {
            var place = place
            while slots[place].key != FormTable.noKey {
                if slots[place].key == key { return slots + place }
                place = (place + 1) & mask
            }
            return nil
        }

        /// Puts a form where it is looked for first, or as near behind as may be.
        ///
        /// - Returns: how near.
        @discardableResult
        func insert(_ slot: Slot) -> Int {
            let wanted = place(of: slot.key)
            var place = wanted
            while slots[place].key != FormTable.noKey { place = (place + 1) & mask }
            slots[place] = slot
            places[Int(slot.form.id)] = UInt32(place)
            return (place - wanted) & mask
        }
    }

    /// Above so many forms the table is emptied before the next text.
    private static let limit = 1 << 16
    /// Of a table half full nothing stands so far from where it is looked for, unless the text was made for it.
    private static let longestWalk = 128
    /// Small: a short text is read before the memory of a large table were cleared.
    private static let firstSize = 1 << 9
    /// No form has this key.
    private static let noKey = FormKey(low: 0, high: .max)

    /// How often the table was emptied: numbers of forms hold for one generation.
    private(set) var generation = 0
    /// How many forms are known.
    private(set) var count = 0
    /// Of how many of them notes were kept.
    private var notedCount = 0
    private(set) var table = Table(size: firstSize)

    deinit { table.deallocate() }

    /// Forgets the forms if they have become many.
    func trim() {
        guard count > Self.limit else { return }
        table.deallocate()
        table = Table(size: Self.firstSize)
        count = 0
        notedCount = 0
        generation += 1
    }

    /// Keeps what `note` says of the forms that were met since this was called last.
    func keepNotes(_ note: (Int) -> FormNote) {
        for form in notedCount..<count {
            table.slots[Int(table.places[form])].note = note(form)
        }
        notedCount = count
    }

    /// The form that stands in `range` of a text, whose kind ICU has told.
    func form(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ kind: TokenKind
    ) -> Form {
        form(FormKey(text, range, kind), text, range, kind)
    }

    /// The same where the key is known.
    func form(
        _ key: FormKey, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ kind: TokenKind
    ) -> Form {
        let place = table.place(of: key)
        if table.slots[place].key == key { return table.slots[place].form }
        return table.slot(of: key, from: place)?.pointee.form ?? add(key, text, range, kind)
    }

    @inline(never)
    private func add(
        _ key: FormKey, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ kind: TokenKind
    ) -> Form {
        if count * 2 > table.mask { grow() }
        let spelling = TokenSpelling(text, range)
        let form = Form(
            hash: spelling.hash, id: count, kind: kind, shape: spelling.shape,
            flags: spelling.flags,
            traits: FormTraits(
                text, range, kind, isASCII: !spelling.flags.contains(.nonASCII)))
        let walk = table.insert(Slot(key: key, form: form))
        count += 1
        if walk > Self.longestWalk, !table.isSecret {
            rebuild(size: table.mask + 1, isSecret: true)
        }
        return form
    }

    /// What was kept of a form.
    @inline(__always)
    func note(of form: Int) -> FormNote { table.slots[Int(table.places[form])].note }

    private func grow() { rebuild(size: 2 * (table.mask + 1), isSecret: table.isSecret) }

    private func rebuild(size: Int, isSecret: Bool) {
        let old = table
        table = Table(size: size, isSecret: isSecret)
        for form in 0..<count { table.insert(old.slots[Int(old.places[form])]) }
        old.deallocate()
    }
}
