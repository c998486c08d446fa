import CScan

/// What the search for windows asks of a form, in one byte.
struct NameTraits: OptionSet, BitwiseCopyable {
    let rawValue: UInt8

    /// A name may start or end with it.
    static let isNameable = NameTraits(rawValue: 1)
    /// It starts no name on its own, though it has a capital; of a form that is not nameable, that it is a period.
    static let isWeakOrPeriod = NameTraits(rawValue: 2)
    /// It may stand between the parts of a name, though no name starts with it.
    static let joins = NameTraits(rawValue: 4)
    /// It may end a name, though none starts with it.
    static let ends = NameTraits(rawValue: 8)
    static let isNumber = NameTraits(rawValue: 16)
    /// It is a word of four letters and more.
    static let isLongWord = NameTraits(rawValue: 32)
    static let isSport = NameTraits(rawValue: 64)
    static let isKnown = NameTraits(rawValue: 128)
}

/// The traits of all tokens of a text, a byte each, and bits taken out of them, a word for 64 tokens.
///
/// Most tokens have no capital: with masks these are passed over 64 at a time.
///
/// Unsafe for speed. What must hold: tokens are below the count of the text that was read last.
final class TraitMasks {
    /// By token, and zeros after the last.
    private let bytes = GrowingBuffer<UInt8>()
    /// Bits of nameable tokens.
    private let nameables = GrowingBuffer<UInt64>()
    /// Bits of tokens at which a window may open.
    private let openers = GrowingBuffer<UInt64>()
    /// Bits of tokens with which a sentence starts.
    private let starts = GrowingBuffer<UInt64>()
    /// Bits of one trait after another.
    private let others = GrowingBuffer<UInt64>()
    /// How many words of sport there are.
    private(set) var sportCount = 0

    /// Reads the traits of the forms of a text.
    ///
    /// - Parameter wanted: tokens of which a name may be made however they are written.
    func read(_ text: MarkedText, _ vectors: NameVectors, wanted: [Range<Int>]) {
        let count = text.tokens.count
        bytes.removeAll()
        let bytes = bytes.append(count: count &+ 64)
        (bytes + count).update(repeating: 0, count: 64)
        if let notes = text.notes.baseAddress, text.notes.count == count {
            bytes.update(from: notes, count: count)
        } else {
            bytes.update(repeating: 0, count: count)
        }
        readUnknown(text, vectors, bytes)
        for token in wanted.joined() {
            let traits = NameTraits(rawValue: bytes[token])
            bytes[token] = traits.union(.isNameable).subtracting(.isWeakOrPeriod).rawValue
        }
        readMasks(text, bytes)
    }

    /// Reads the traits that were not noted.
    private func readUnknown(
        _ text: MarkedText, _ vectors: NameVectors, _ bytes: UnsafeMutablePointer<UInt8>
    ) {
        let count = text.tokens.count
        let known = bits(of: .isKnown, bytes, count)
        for word in 0..<(count &+ 63) &>> 6 {
            let first = word &<< 6
            var unknown = ~known[word]
            while unknown != 0 {
                let token = first &+ unknown.trailingZeroBitCount
                if token >= count { break }
                bytes[token] = vectors.traits(text, token).rawValue
                unknown &= unknown &- 1
            }
        }
    }

    private func readMasks(_ text: MarkedText, _ bytes: UnsafeMutablePointer<UInt8>) {
        let count = text.tokens.count
        let words = (count &+ 63) &>> 6
        starts.removeAll()
        let starts = starts.append(count: words &+ 1)
        starts.update(repeating: 0, count: words &+ 1)
        for start in text.sentenceStarts {
            starts[Int(start &>> 6)] |= 1 &<< UInt64(start & 63)
        }
        let sports = bits(of: .isSport, bytes, count)
        sportCount = 0
        for word in 0..<words where sports[word] != 0 {
            sportCount &+= sports[word].nonzeroBitCount
        }
        nameables.removeAll()
        let nameables = nameables.append(count: words &+ 1)
        Self.read(.isNameable, bytes, words, into: nameables)
        nameables[words] = 0
        openers.removeAll()
        let openers = openers.append(count: words &+ 1)
        let weaks = bits(of: .isWeakOrPeriod, bytes, count)
        // Weak ones of the word before, which open a window if a name goes on.
        var weak: UInt64 = 0
        for word in 0..<words {
            let (nameable, weakHere) = (nameables[word], weaks[word])
            let goesOn = nameable & ~starts[word]
            openers[word] = nameable & ~(weakHere & ~(goesOn &>> 1))
            // The first token of this word goes on with the last one of the word before.
            if word > 0 { openers[word &- 1] |= weak & goesOn &<< 63 }
            weak = nameable & weakHere
        }
    }

    /// The bits of a trait, until another's are read.
    private func bits(
        of trait: NameTraits, _ bytes: UnsafePointer<UInt8>, _ count: Int
    ) -> UnsafeMutablePointer<UInt64> {
        let words = (count &+ 63) &>> 6
        others.removeAll()
        let masks = others.append(count: words)
        Self.read(trait, bytes, words, into: masks)
        return masks
    }

    private static func read(
        _ trait: NameTraits, _ bytes: UnsafePointer<UInt8>, _ words: Int,
        into masks: UnsafeMutablePointer<UInt64>
    ) {
        cscan_byte_bits(bytes, words, UInt32(trait.rawValue.trailingZeroBitCount), masks)
    }

    /// What loops read: valid until the next text is read.
    struct Pointers: BitwiseCopyable {
        let bytes: UnsafePointer<UInt8>
        let nameables: UnsafePointer<UInt64>
        let openers: UnsafePointer<UInt64>

        /// The first token from `token` on at which a window may open; nil if there is none below `count`.
        @inline(__always)
        func opener(from token: Int, below count: Int) -> Int? {
            guard token < count else { return nil }
            var word = token &>> 6
            var bits = openers[word] & (UInt64.max &<< UInt64(truncatingIfNeeded: token & 63))
            let end = (count &+ 63) &>> 6
            while bits == 0 {
                word &+= 1
                if word >= end { return nil }
                bits = openers[word]
            }
            return word &<< 6 &+ bits.trailingZeroBitCount
        }

        /// How many nameable tokens there are from `token` on without another between, up to 64.
        @inline(__always)
        func run(from token: Int) -> Int {
            let shift = UInt64(truncatingIfNeeded: token & 63)
            let word = nameables + (token &>> 6)
            let bits = word[0] &>> shift | (word[1] &<< 1) &<< (63 &- shift)
            return (~bits).trailingZeroBitCount
        }

        /// What the tokens of a sentence are.
        ///
        /// Eight bytes are read as one number, and so are their sums, of which a multiplication makes one: each trait is
        /// counted in half a byte, so that no more than 15 bytes may be summed in a place.
        @inline(__always)
        func counts(in sentence: Range<Int>) -> Counts {
            var counts = Counts()
            var place = bytes + sentence.lowerBound
            var left = sentence.count
            while left > 0 {
                var (low, high) = (UInt64(0), UInt64(0))
                var eights = min(left &>> 3, 14)
                left &-= eights &<< 3
                while eights != 0 {
                    TraitMasks.add(TraitMasks.eight(place), &low, &high)
                    place += 8
                    eights &-= 1
                }
                if left < 8 {
                    let own: UInt64 = (1 &<< UInt64(truncatingIfNeeded: left &<< 3)) &- 1
                    TraitMasks.add(TraitMasks.eight(place) & own, &low, &high)
                    left = 0
                }
                counts.nameables &+= TraitMasks.total(low)
                counts.numbers &+= TraitMasks.total(low &>> 4)
                counts.longWords &+= TraitMasks.total(high)
            }
            return counts
        }
    }

    /// How many tokens have a trait.
    struct Counts {
        var nameables = 0
        var numbers = 0
        var longWords = 0
    }

    /// Adds the traits of eight tokens: whether they are nameable and numbers to `low`, whether they are long words to
    /// `high`.
    @inline(__always)
    private static func add(_ eight: UInt64, _ low: inout UInt64, _ high: inout UInt64) {
        low &+= eight & 0x1111_1111_1111_1111
        high &+= eight &>> 5 & 0x0101_0101_0101_0101
    }

    /// The sum of the lower halves of eight bytes.
    @inline(__always)
    private static func total(_ sums: UInt64) -> Int {
        let bytes = (sums & 0x0F0F_0F0F_0F0F_0F0F) &* 0x0101_0101_0101_0101
        return Int(truncatingIfNeeded: bytes &>> 56)
    }

    @inline(__always)
    private static func eight(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    }

    var pointers: Pointers {
        Pointers(bytes: bytes.start, nameables: nameables.start, openers: openers.start)
    }
}
