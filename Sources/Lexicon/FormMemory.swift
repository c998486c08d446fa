import CScan
import Segmentation

/// What the lexicon says of single words, kept by the number of their spelled form (``Token/form``).
///
/// A worker has one for the texts of its segmenter. It holds for one ``TokenBuffer/generation``, and changes nothing
/// but the time that a look-up takes.
///
/// Unsafe for speed: forms are below the ``TokenBuffer/formCount`` of the text that it was made ready for; and that one
/// thing at a time reads or writes it is not checked, for nothing but plain loops does.
public final class FormMemory {
    /// What is known of a form, in one word: from the lowest bit, the phrase (32), the senses (16), the prefix images
    /// (8), how many hits there are (2), whether phrases go on with it (1), whether it is known (1), whether longer
    /// phrases start with it.
    @usableFromInline
    struct Facts: BitwiseCopyable, Sendable {
        @usableFromInline var bits: UInt64 = 0

        /// Nothing is known.
        init() {}

        /// What was noted: ``FormNote/lexicon``.
        @inlinable @inline(__always) init(note: UInt64) { bits = note }

        init(_ hits: Hits, prefixImages: UInt8, mayGoOn: Bool) {
            bits = UInt64(prefixImages) << 48 | (mayGoOn ? 1 << 58 : 0) | 1 << 59
            if prefixImages != 0 { bits |= Self.isPrefix }
            switch hits {
            case .none: break
            case .one(let phrase, let senses):
                bits |= UInt64(phrase) | UInt64(senses) << 32 | 1 << 56
            case .several(let list): bits |= UInt64(list) | 2 << 56
            }
        }

        /// The hits of a form, of one token each.
        enum Hits {
            case none
            /// A phrase of the first image, and its classes in ``FormMemory/senses``.
            case one(phrase: UInt32, senses: UInt16)
            /// A place in ``FormMemory/lists``.
            case several(list: UInt32)
        }

        /// The phrase of the only hit, or the list of several.
        @inlinable @inline(__always) var phrase: UInt32 { UInt32(truncatingIfNeeded: bits) }
        @inlinable @inline(__always) var senses: Int {
            Int(truncatingIfNeeded: bits &>> 32 & 0xFFFF)
        }
        /// One bit for each of the first seven images in which longer phrases start with the form, and one for the others.
        @inline(__always) var prefixImages: UInt8 { UInt8(truncatingIfNeeded: bits &>> 48) }
        /// 1 if there is one hit; with several, and none, 0.
        @inlinable @inline(__always) var oneHit: Int { Int(truncatingIfNeeded: bits &>> 56 & 1) }
        /// Whether there are several, or one that cannot be kept otherwise.
        @inline(__always) var hasSeveral: Bool { bits & Self.hasSeveral != 0 }
        @inline(__always) var mayGoOn: Bool { bits & Self.mayGoOn != 0 }
        @inline(__always) var isPrefix: Bool { bits & Self.isPrefix != 0 }
        @inline(__always) var isKnown: Bool { bits != 0 }

        // The bits that say so: four in a row, which ``cscan_bits_64`` reads at once.
        private static let hasSeveral: UInt64 = 1 << 57
        private static let mayGoOn: UInt64 = 1 << 58
        static let isKnown: UInt64 = 1 << 59
        private static let isPrefix: UInt64 = 1 << 60

        /// Which of the next tokens, of which there are `count` left, have what.
        @inline(__always)
        static func bits(_ facts: UnsafePointer<UInt64>, _ count: Int) -> Bits {
            let found = cscan_bits_64(facts, min(64, count), 57)
            return Bits(several: found.first, goingOn: found.second, prefixes: found.fourth)
        }

        /// One bit for each of 64 tokens.
        struct Bits {
            var several: UInt64
            var goingOn: UInt64
            var prefixes: UInt64
        }
    }

    /// By form.
    @exclusivity(unchecked) private(set) var facts = UnsafeMutableBufferPointer<Facts>.allocate(
        capacity: 0)
    let senses = SensesTable()
    /// Hits of forms with several or with one of a later image, of one token each, from 0 to 1, and where they stand.
    @exclusivity(unchecked) private(set) var hits: [Hit] = []
    @exclusivity(unchecked) private(set) var lists: [Range<Int>] = []
    private var generation = 0
    /// The tokens of a text whose forms are to be looked up, and phrases that they are.
    @exclusivity(unchecked) var newTokens: [UInt32] = []
    @exclusivity(unchecked) var newPhrases: [UInt32] = []
    /// The hits of the form that is looked up, from 0 to 1.
    @exclusivity(unchecked) var found: [Hit] = []
    /// What runs of tokens start in the only image there is.
    let runs: RunMemory

    /// A memory that knows no form.
    public init() { runs = RunMemory(senses) }

    deinit {
        facts.deallocate()
    }

    func prepare(for text: TokenBuffer) {
        if text.generation != generation {
            facts.update(repeating: Facts())
            hits.removeAll(keepingCapacity: true)
            lists.removeAll(keepingCapacity: true)
            runs.removeAll()
            generation = text.generation
        }
        guard facts.count < text.formCount else { return }
        let larger = UnsafeMutableBufferPointer<Facts>.allocate(
            capacity: max(text.formCount, facts.count * 2))
        larger.initialize(repeating: Facts())
        _ = larger.update(fromContentsOf: facts)
        facts.deallocate()
        facts = larger
    }

    /// What is known of a form, for ``FormNote/lexicon``.
    public func note(of form: Int) -> UInt64 { form < facts.count ? facts[form].bits : 0 }

    /// Keeps of a form what is in ``found``.
    func keepFound(prefixImages: UInt8, mayGoOn: Bool, of form: Int) -> Facts {
        let kept: Facts.Hits
        if found.isEmpty {
            kept = .none
        } else if found.count == 1, found[0].phrase.image == 0,
            let senses = senses.number(of: .init(found[0]))
        {
            kept = .one(phrase: found[0].phrase.index, senses: senses)
        } else {
            kept = .several(list: UInt32(lists.count))
            lists.append(hits.count..<hits.count + found.count)
            hits += found
        }
        facts[form] = Facts(kept, prefixImages: prefixImages, mayGoOn: mayGoOn)
        return facts[form]
    }

    /// The only hit of a token.
    @inline(__always)
    func hit(_ facts: Facts, at token: Int) -> Hit {
        let found = senses.elements![facts.senses]
        return Hit(
            start: UInt32(token), end: UInt32(token + 1),
            phrase: PhraseID(image: 0, index: facts.phrase), classes: found.classes,
            lowered: found.lowered)
    }
}
