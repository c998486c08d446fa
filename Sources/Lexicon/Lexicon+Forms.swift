import Segmentation

extension Lexicon {
    /// Finds every phrase that starts at every token, as ``findHits(in:into:)`` does, with what `memory` keeps.
    public func findHits(in text: TokenBuffer, into hits: inout HitBuffer, _ memory: FormMemory) {
        memory.prepare(for: text)
        hits.fill(tokenCount: text.tokens.count) { hits, offsets in
            text.tokens.withUnsafeBufferPointer { tokens in
                findHits(in: text, tokens, &hits, offsets, memory)
            }
        }
    }

    /// - Parameter offsets: gets where the hits of each token start.
    private func findHits(
        in text: TokenBuffer, _ tokens: UnsafeBufferPointer<Token>, _ hits: inout HitBuffer,
        _ offsets: UnsafeMutableBufferPointer<UInt32>, _ memory: FormMemory
    ) {
        var (facts, senses, batch) = (memory.facts, memory.senses, memory.batch)
        var pending = 0
        let isAlone = tables.count == 1
        guard let first = tables.first else { return }
        for start in tokens.indices {
            var here = facts[Int(tokens[start].form)]
            if !here.isKnown {
                here = lookUp(text, start, memory)
                senses = memory.senses
            }
            offsets[start] = UInt32(truncatingIfNeeded: hits.hits.count &+ pending)
            if here.prefixImages != 0, start &+ 1 < tokens.count {
                var next = facts[Int(tokens[start &+ 1].form)]
                if !next.isKnown {
                    next = lookUp(text, start + 1, memory)
                    senses = memory.senses
                }
                if next.mayGoOn {
                    let pair = TokenHash.extend(
                        tokens[start].hash, by: tokens[start &+ 1].hash)
                    if !isAlone || first.mayStart(pair: pair) {
                        hits.append(contentsOf: UnsafeBufferPointer(rebasing: batch[..<pending]))
                        pending = 0
                        findPhrases(text, start, here.prefixImages, pair, &hits)
                    }
                }
            }
            guard here.hitCount != 0 else { continue }
            if pending &+ Int(here.hitCount) > batch.count {
                hits.append(contentsOf: UnsafeBufferPointer(rebasing: batch[..<pending]))
                pending = 0
            }
            if here.senses != FormMemory.Facts.several {
                let found = senses[Int(here.senses)]
                batch[pending] = Hit(
                    start: UInt32(truncatingIfNeeded: start),
                    end: UInt32(truncatingIfNeeded: start &+ 1),
                    phrase: PhraseID(image: here.image, index: here.phrase),
                    classes: found.classes, lowered: found.lowered)
                pending &+= 1
            } else {
                for place in 0..<Int(here.hitCount) {
                    batch[pending] = memory.hits[Int(here.phrase) + place].starting(at: start)
                    pending &+= 1
                }
            }
        }
        hits.append(contentsOf: UnsafeBufferPointer(rebasing: batch[..<pending]))
    }

    /// Finds the phrases of more than one token that start at one.
    @inline(never)
    private func findPhrases(
        _ text: TokenBuffer, _ start: Int, _ prefixImages: UInt8, _ pair: UInt64,
        _ hits: inout HitBuffer
    ) {
        let first = hits.hits.count
        for image in tables.indices where prefixImages >> min(image, 7) & 1 != 0 {
            guard tables[image].mayStart(pair: pair) else { continue }
            probe(UInt8(image), text, start, &hits, leastTokens: 2)
        }
        hits.sort(from: first)
    }

    /// Looks a single word up and keeps what is found.
    @inline(never)
    private func lookUp(
        _ text: TokenBuffer, _ start: Int, _ memory: FormMemory
    ) -> FormMemory.Facts {
        let token = text.tokens[start]
        // The later image first.
        var found: [Hit] = []
        var prefixImages: UInt8 = 0
        for image in tables.indices.reversed() where tables[image].mayStart(token.hash) {
            let (phrase, isPrefix) = tables[image].find(token.hash)
            if isPrefix { prefixImages |= 1 << UInt8(min(image, 7)) }
            if let phrase,
                let hit = hit(UInt8(image), UInt32(phrase), text, start..<start + 1)
            {
                found.append(hit.starting(at: 0))
            }
        }
        return memory.keep(
            found, prefixImages: prefixImages,
            mayGoOn: tables.contains { $0.mayGoOn(token.hash) }, of: Int(token.form))
    }
}
