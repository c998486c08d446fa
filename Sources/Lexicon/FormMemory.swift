import Segmentation

/// What the lexicon says of single words, kept by the number of their spelled form (``Token/form``).
///
/// A worker has one for the texts of its segmenter. It holds for one ``TokenBuffer/generation``, and changes nothing
/// but the time that a look-up takes.
/// Unsafe for speed: forms are below the ``TokenBuffer/formCount`` of the text that it was made ready for.
public final class FormMemory {
    struct Facts {
        /// The phrase of a form's only hit; if it has several, where they stand in ``FormMemory/hits``.
        var phrase: UInt32 = 0
        /// The classes of the only hit, in ``FormMemory/senses``; ``several`` if the hits stand elsewhere.
        var senses = several
        var image: UInt8 = 0
        var hitCount: UInt8 = 0
        /// One bit for each of the first seven images in which longer phrases start with the form, and one for the others.
        var prefixImages: UInt8 = 0
        /// Whether some phrase may go on after its first token with the form.
        var mayGoOn = false
        var isKnown = false

        static let several = UInt16.max
    }

    /// The classes of a hit: there are few such pairs.
    struct Senses: Hashable {
        var classes: ClassSet
        var lowered: ClassSet

        init(_ hit: Hit) {
            classes = hit.classes
            lowered = hit.lowered
        }
    }

    /// By form.
    private(set) var facts = UnsafeMutableBufferPointer<Facts>.allocate(capacity: 0)
    private(set) var senses: UnsafeMutableBufferPointer<Senses>
    private var sensesByValue: [Senses: UInt16] = [:]
    /// Hits of forms with several, of one token each, from 0 to 1.
    private(set) var hits: [Hit] = []
    private var generation = 0
    /// Hits on their way into a buffer, which takes many at once.
    let batch: UnsafeMutableBufferPointer<Hit>

    public init() {
        senses = .allocate(capacity: 1 << 8)
        // As many as a form can have, and some more.
        batch = .allocate(capacity: 2 * (Int(UInt8.max) + 1))
    }

    deinit {
        facts.deallocate()
        senses.deallocate()
        batch.deallocate()
    }

    func prepare(for text: TokenBuffer) {
        if text.generation != generation {
            facts.update(repeating: Facts())
            hits.removeAll(keepingCapacity: true)
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

    /// Keeps what was found of a form: hits from 0 to 1, at most 255.
    func keep(_ found: [Hit], prefixImages: UInt8, mayGoOn: Bool, of form: Int) -> Facts {
        var facts = Facts(
            hitCount: UInt8(clamping: found.count), prefixImages: prefixImages, mayGoOn: mayGoOn,
            isKnown: true)
        let senses = found.count == 1 ? number(of: Senses(found[0])) : nil
        if let senses {
            facts.phrase = found[0].phrase.index
            facts.image = found[0].phrase.image
            facts.senses = senses
        } else {
            facts.phrase = UInt32(hits.count)
            hits += found.prefix(Int(facts.hitCount))
        }
        self.facts[form] = facts
        return facts
    }

    /// The number of a pair; nil if there are more than can be numbered.
    private func number(of value: Senses) -> UInt16? {
        if let number = sensesByValue[value] { return number }
        let count = sensesByValue.count
        guard count < Facts.several else { return nil }
        if count == senses.count {
            let larger = UnsafeMutableBufferPointer<Senses>.allocate(capacity: count * 2)
            _ = larger.initialize(fromContentsOf: senses)
            senses.deallocate()
            senses = larger
        }
        senses.initializeElement(at: count, to: value)
        sensesByValue[value] = UInt16(count)
        return UInt16(count)
    }
}
