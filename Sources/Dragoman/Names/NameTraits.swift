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
/// Most tokens have no capital: with masks these are passed over 64 at a time. Eight bytes are read as one number,
/// and a multiplication gathers one bit of each, which is done without a branch.
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
    /// How many words of sport there are.
    private(set) var sportCount = 0

    /// Lowest bits of eight bytes.
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// Reads the traits of the forms of a text.
    ///
    /// - Parameter wanted: tokens of which a name may be made however they are written.
    func read(_ text: MarkedText, _ vectors: NameVectors, wanted: [Range<Int>]) {
        let tokens = text.tokens
        let count = tokens.count
        bytes.removeAll()
        let bytes = bytes.append(count: count &+ 64)
        let table = vectors.pointers.traits
        let hasNotes = text.notes.count == count
        var index = 0
        while index < count {
            let end = min(index &+ 64, count)
            var all = UInt8.max
            if hasNotes {
                for token in index..<end {
                    let traits = UInt8(truncatingIfNeeded: text.notes[token] &>> 32)
                    bytes[token] = traits
                    all &= traits
                }
            } else {
                for token in index..<end {
                    let traits = table[Int(tokens[token].form)].rawValue
                    bytes[token] = traits
                    all &= traits
                }
            }
            if all & NameTraits.isKnown.rawValue == 0 {
                for token in index..<end
                where bytes[token] & NameTraits.isKnown.rawValue == 0 {
                    bytes[token] = vectors.traits(text, token).rawValue
                }
            }
            index = end
        }
        for token in wanted.joined() {
            let traits = NameTraits(rawValue: bytes[token])
            bytes[token] = traits.union(.isNameable).subtracting(.isWeakOrPeriod).rawValue
        }
        (bytes + count).update(repeating: 0, count: 64)
        readMasks(text, bytes)
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
        nameables.removeAll()
        let nameables = nameables.append(count: words &+ 1)
        openers.removeAll()
        let openers = openers.append(count: words &+ 1)
        var sports: UInt64 = 0
        // Weak ones of the word before, which open a window if a name goes on.
        var weak: UInt64 = 0
        for word in 0..<words {
            var nameable: UInt64 = 0
            var weakHere: UInt64 = 0
            for part in 0..<8 {
                let eight = Self.eight(bytes + (word &<< 6 &+ part &<< 3))
                let shift = UInt64(truncatingIfNeeded: part &<< 3)
                nameable |= Self.gathered(eight) &<< shift
                weakHere |= Self.gathered(eight &>> 1) &<< shift
                sports &+= ((eight &>> 6 & Self.ones) &* Self.ones) &>> 56
            }
            nameables[word] = nameable
            let goesOn = nameable & ~starts[word]
            openers[word] = nameable & ~(weakHere & ~(goesOn &>> 1))
            // The first token of this word goes on with the last one of the word before.
            if word > 0 { openers[word &- 1] |= weak & goesOn &<< 63 }
            weak = nameable & weakHere
        }
        nameables[words] = 0
        sportCount = Int(sports)
    }

    @inline(__always)
    private static func eight(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    }

    /// The lowest bits of eight bytes side by side.
    @inline(__always)
    private static func gathered(_ eight: UInt64) -> UInt64 {
        ((eight & ones) &* 0x0102_0408_1020_4080) &>> 56
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
        @inline(__always)
        func counts(in sentence: Range<Int>) -> Counts {
            var counts = Counts()
            var index = sentence.lowerBound
            while index < sentence.upperBound {
                var eight = TraitMasks.eight(bytes + index)
                let left = sentence.upperBound &- index
                if left < 8 { eight &= (1 &<< UInt64(truncatingIfNeeded: left &<< 3)) &- 1 }
                counts.nameables &+= TraitMasks.count(.isNameable, eight)
                counts.numbers &+= TraitMasks.count(.isNumber, eight)
                counts.longWords &+= TraitMasks.count(.isLongWord, eight)
                index &+= 8
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

    /// How many of eight tokens have a trait.
    @inline(__always)
    private static func count(_ trait: NameTraits, _ eight: UInt64) -> Int {
        let bit = UInt64(truncatingIfNeeded: trait.rawValue.trailingZeroBitCount)
        return Int(truncatingIfNeeded: ((eight &>> bit & ones) &* ones) &>> 56)
    }

    var pointers: Pointers {
        Pointers(bytes: bytes.start, nameables: nameables.start, openers: openers.start)
    }
}
