import Segmentation

/// What the lexicon says of single words, kept by the number of their spelled form (``Token/form``).
///
/// A worker has one. It holds for one ``TokenBuffer/generation``, and changes nothing but the time that a look-up
/// takes.
public final class FormMemory {
    struct Facts {
        /// Where the form's hits stand in ``FormMemory/hits``.
        var firstHit: UInt32 = 0
        var hitCount: UInt8 = 0
        /// One bit for each of the first seven images in which longer phrases start with the form, and one for the others.
        var prefixImages: UInt8 = 0
        var isKnown = false
    }

    private(set) var facts: [Facts] = []
    /// Of one token each, from 0 to 1.
    private(set) var hits: [Hit] = []
    private var generation = 0

    public init() {}

    func prepare(for text: TokenBuffer) {
        if text.generation != generation {
            facts.removeAll(keepingCapacity: true)
            hits.removeAll(keepingCapacity: true)
            generation = text.generation
        }
        if facts.count < text.formCount {
            facts += repeatElement(Facts(), count: text.formCount - facts.count)
        }
    }

    /// Keeps what was found of a form.
    func keep(_ found: [Hit], prefixImages: UInt8, of form: Int) -> Facts {
        let facts = Facts(
            firstHit: UInt32(hits.count), hitCount: UInt8(clamping: found.count),
            prefixImages: prefixImages, isKnown: true)
        hits += found
        self.facts[form] = facts
        return facts
    }
}

extension Lexicon {
    /// Finds every phrase that starts at every token, as ``findHits(in:into:)`` does, with what `memory` keeps.
    public func findHits(in text: TokenBuffer, into hits: inout HitBuffer, _ memory: FormMemory) {
        hits.reset(tokenCount: text.tokens.count)
        memory.prepare(for: text)
        for start in text.tokens.indices {
            let form = Int(text.tokens[start].form)
            var facts = memory.facts[form]
            if !facts.isKnown { facts = lookUp(text, start, memory) }
            if facts.prefixImages != 0 {
                for image in images.indices where facts.prefixImages >> min(image, 7) & 1 != 0 {
                    probe(UInt8(image), text, start, &hits, leastTokens: 2)
                }
                hits.sortToken()
            }
            for place in 0..<Int(facts.hitCount) {
                hits.append(memory.hits[Int(facts.firstHit) + place].starting(at: start))
            }
            hits.closeToken()
        }
    }

    /// Looks a single word up and keeps what is found.
    private func lookUp(
        _ text: TokenBuffer, _ start: Int, _ memory: FormMemory
    ) -> FormMemory.Facts {
        let token = text.tokens[start]
        var found: [Hit] = []
        var prefixImages: UInt8 = 0
        for image in images.indices.reversed() where tables[image].mayStart(token.hash) {
            let (phrase, isPrefix) = tables[image].find(token.hash)
            if isPrefix { prefixImages |= 1 << UInt8(min(image, 7)) }
            if let phrase,
                let hit = hit(UInt8(image), UInt32(phrase), text, start..<start + 1)
            {
                found.append(hit.starting(at: 0))
            }
        }
        return memory.keep(found, prefixImages: prefixImages, of: Int(token.form))
    }
}
