import Glibc
import Segmentation

/// What the lexicon says of single words, kept by the number of their spelled form (``Token/form``).
///
/// A worker has one for the texts of its segmenter. It holds for one ``TokenBuffer/generation``, and changes nothing
/// but the time that a look-up takes.
/// Unsafe for speed: forms are below the ``TokenBuffer/formCount`` of the text that it was made ready for.
public final class FormMemory {
    /// What is known of a form, in one word: from the lowest bit, the phrase (32), the senses (16), the prefix images
    /// (8), how many hits there are (2), whether phrases go on with it (1), whether it is known.
    struct Facts {
        private var bits: UInt64 = 0

        /// Nothing is known.
        init() {}

        init(_ hits: Hits, prefixImages: UInt8, mayGoOn: Bool) {
            bits = UInt64(prefixImages) << 48 | (mayGoOn ? 1 << 58 : 0) | 1 << 59
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
        @inline(__always) var phrase: UInt32 { UInt32(truncatingIfNeeded: bits) }
        @inline(__always) var senses: Int { Int(truncatingIfNeeded: bits &>> 32 & 0xFFFF) }
        /// One bit for each of the first seven images in which longer phrases start with the form, and one for the others.
        @inline(__always) var prefixImages: UInt8 { UInt8(truncatingIfNeeded: bits &>> 48) }
        /// 1 if there is one hit; with several, and none, 0.
        @inline(__always) var oneHit: Int { Int(truncatingIfNeeded: bits &>> 56 & 1) }
        @inline(__always) var hasSeveral: Bool { bits &>> 57 & 1 != 0 }
        /// 1 if longer phrases start with the form and `next` may go on one, else 0.
        @inline(__always)
        func goesOn(with next: Facts) -> UInt64 {
            UInt64(prefixImages != 0 ? 1 : 0) & next.bits &>> 58
        }
        @inline(__always) var isKnown: Bool { bits != 0 }
    }

    /// What two tokens start in the only image there is.
    struct Pair {
        /// The numbers of the forms, all bits turned; 0 for none.
        var key: UInt64 = 0
        var phrase: UInt32 = 0
        var senses: UInt16 = 0
        var hasHit = false
        /// Whether longer phrases go on.
        var goesOn = false

        @inline(__always)
        static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
            ~(UInt64(first) &<< 32 | UInt64(second))
        }

        @inline(__always)
        static func place(_ key: UInt64) -> Int {
            Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 40)
        }
    }

    /// The classes of a hit: there are few such pairs.
    struct Senses: Hashable {
        var classes: ClassSet
        var lowered: ClassSet

        init(classes: ClassSet, lowered: ClassSet) {
            self.classes = classes
            self.lowered = lowered
        }

        init(_ hit: Hit) { self.init(classes: hit.classes, lowered: hit.lowered) }
    }

    /// By form.
    private(set) var facts = UnsafeMutableBufferPointer<Facts>.allocate(capacity: 0)
    let senses: UnsafeMutableBufferPointer<Senses>
    private var sensesByValue: [Senses: UInt16] = [:]
    /// Hits of forms with several or with one of a later image, of one token each, from 0 to 1, and where they stand.
    private(set) var hits: [Hit] = []
    private(set) var lists: [Range<Int>] = []
    private var generation = 0
    /// All 0 at first. By the numbers of two forms, the last met of those that share a place.
    private let pairs: UnsafeMutableBufferPointer<Pair>
    /// Hits on their way into a buffer, which takes many at once.
    let batch: UnsafeMutableBufferPointer<Hit>
    /// The facts of the tokens that are being read, up to 64, and of the one after them.
    let near: UnsafeMutableBufferPointer<Facts>

    public init() {
        // As many as can be numbered, so that they stay where they are; memory that is not used is not touched.
        senses = .allocate(capacity: Int(UInt16.max))
        let count = 1 << 14
        pairs = UnsafeMutableBufferPointer(
            start: calloc(count, MemoryLayout<Pair>.stride)?
                .bindMemory(to: Pair.self, capacity: count), count: count)
        near = .allocate(capacity: 65)
        near.initialize(repeating: Facts())
        batch = .allocate(capacity: 256)
        // The first stands for no hit.
        _ = number(of: Senses(classes: ClassSet(), lowered: ClassSet()))
    }

    deinit {
        facts.deallocate()
        senses.deallocate()
        batch.deallocate()
        near.deallocate()
        free(pairs.baseAddress)
    }

    func prepare(for text: TokenBuffer) {
        if text.generation != generation {
            facts.update(repeating: Facts())
            hits.removeAll(keepingCapacity: true)
            lists.removeAll(keepingCapacity: true)
            pairs.update(repeating: Pair())
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

    /// Keeps what was found of a form: hits from 0 to 1.
    func keep(_ found: [Hit], prefixImages: UInt8, mayGoOn: Bool, of form: Int) -> Facts {
        let kept: Facts.Hits
        if found.isEmpty {
            kept = .none
        } else if found.count == 1, found[0].phrase.image == 0,
            let senses = number(of: Senses(found[0]))
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

    /// What is known of two forms, if it is kept.
    @inline(__always)
    func pair(_ first: UInt32, _ second: UInt32) -> Pair? {
        let key = Pair.key(first, second)
        let pair = pairs[Pair.place(key) & (pairs.count &- 1)]
        return pair.key == key ? pair : nil
    }

    /// Keeps the hit of two tokens; nil if it cannot be kept.
    func keep(_ hit: Hit?, goesOn: Bool, _ first: UInt32, _ second: UInt32) -> Pair? {
        var pair = Pair(key: Pair.key(first, second), goesOn: goesOn)
        if let hit {
            guard let senses = number(of: Senses(hit)) else { return nil }
            pair.hasHit = true
            pair.phrase = hit.phrase.index
            pair.senses = senses
        }
        pairs[Pair.place(pair.key) & (pairs.count - 1)] = pair
        return pair
    }

    /// The hit of two tokens at the first of them.
    func hit(_ pair: Pair, at token: Int) -> Hit {
        let found = senses[Int(pair.senses)]
        return Hit(
            start: UInt32(token), end: UInt32(token + 2),
            phrase: PhraseID(image: 0, index: pair.phrase), classes: found.classes,
            lowered: found.lowered)
    }

    /// The number of a pair of sets; nil if there are more than can be numbered.
    private func number(of value: Senses) -> UInt16? {
        if let number = sensesByValue[value] { return number }
        let count = sensesByValue.count
        guard count < senses.count else { return nil }
        senses.initializeElement(at: count, to: value)
        sensesByValue[value] = UInt16(count)
        return UInt16(count)
    }
}
