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

    /// Reads the text by 64 tokens, so that what is kept of their forms is fetched without waiting for one another.
    ///
    /// - Parameter offsets: gets where the hits of each token start.
    private func findHits(
        in text: TokenBuffer, _ tokens: UnsafeBufferPointer<Token>, _ hits: inout HitBuffer,
        _ offsets: UnsafeMutableBufferPointer<UInt32>, _ memory: FormMemory
    ) {
        guard let table = tables.first else {
            offsets.update(repeating: 0)
            return
        }
        let isAlone = tables.count == 1
        let (batch, near, senses) = (memory.batch, memory.near, memory.senses)
        // Hits in the batch and in the buffer.
        var (pending, done) = (0, 0)
        func flush(_ hits: inout HitBuffer) {
            hits.append(contentsOf: UnsafeBufferPointer(rebasing: batch[..<pending]))
            (pending, done) = (0, hits.hits.count)
        }
        for first in stride(from: 0, to: tokens.count, by: 64) {
            let count = min(64, tokens.count &- first)
            gather(text, tokens, first, count, memory)
            var pairs = self.pairs(tokens, first, count, near, table, isAlone)
            if pending &+ count > batch.count { flush(&hits) }
            for place in 0..<count {
                let start = first &+ place
                offsets[start] = UInt32(truncatingIfNeeded: done &+ pending)
                let here = near[place]
                if pairs & 1 != 0 || here.hasSeveral {
                    flush(&hits)
                    if pairs & 1 != 0 {
                        findPhrases(text, start, here.prefixImages, &hits, isAlone ? memory : nil)
                    }
                    if here.hasSeveral {
                        for hit in memory.lists[Int(here.phrase)] {
                            hits.append(memory.hits[hit].starting(at: start))
                        }
                    }
                    done = hits.hits.count
                }
                pairs &>>= 1
                // Written in any case, kept if there is one.
                let found = senses[here.senses]
                batch[pending] = Hit(
                    start: UInt32(truncatingIfNeeded: start),
                    end: UInt32(truncatingIfNeeded: start &+ 1),
                    phrase: PhraseID(image: 0, index: here.phrase), classes: found.classes,
                    lowered: found.lowered)
                pending &+= here.oneHit
            }
        }
        flush(&hits)
    }

    /// Puts what is known of the forms of some tokens, and of the one after them, into ``FormMemory/near``.
    @inline(__always)
    private func gather(
        _ text: TokenBuffer, _ tokens: UnsafeBufferPointer<Token>, _ first: Int, _ count: Int,
        _ memory: FormMemory
    ) {
        let (facts, near) = (memory.facts, memory.near)
        var areKnown = true
        let all = min(count &+ 1, tokens.count &- first)
        for place in 0..<all {
            near[place] = facts[Int(tokens[first &+ place].form)]
            areKnown = areKnown && near[place].isKnown
        }
        if all == count { near[count] = FormMemory.Facts() }
        guard !areKnown else { return }
        for place in 0..<all where !near[place].isKnown {
            let known = facts[Int(tokens[first &+ place].form)]
            near[place] = known.isKnown ? known : lookUp(text, first + place, memory)
        }
    }

    /// One bit for each of some tokens that may start a phrase with the token after it.
    @inline(__always)
    private func pairs(
        _ tokens: UnsafeBufferPointer<Token>, _ first: Int, _ count: Int,
        _ near: UnsafeMutableBufferPointer<FormMemory.Facts>, _ table: PhraseTable, _ isAlone: Bool
    ) -> UInt64 {
        // The last token of the text has none after it.
        let last = min(count, tokens.count &- first &- 1)
        var waiting: UInt64 = 0
        for place in 0..<last {
            waiting |= near[place].goesOn(with: near[place &+ 1]) &<< UInt64(place)
        }
        guard isAlone else { return waiting }
        var pairs: UInt64 = 0
        while waiting != 0 {
            let place = waiting.trailingZeroBitCount
            waiting &= waiting &- 1
            let pair = TokenHash.extend(
                tokens[first &+ place].hash, by: tokens[first &+ place &+ 1].hash)
            pairs |= (table.mayStart(tokens: pair) ? 1 : 0) &<< UInt64(place)
        }
        return pairs
    }

    /// Finds the phrases of more than one token that start at one.
    ///
    /// - Parameter memory: keeps what two forms start, if there is one image only.
    @inline(never)
    private func findPhrases(
        _ text: TokenBuffer, _ start: Int, _ prefixImages: UInt8, _ hits: inout HitBuffer,
        _ memory: FormMemory?
    ) {
        guard let pair = extend(text.tokens[start].hash, text, start, start + 1) else { return }
        let first = hits.hits.count
        if let memory, let known = known(pair, text, start, memory) {
            if known.hasHit { hits.append(memory.hit(known, at: start)) }
            if known.goesOn, let key = extend(pair, text, start, start + 2) {
                probe(0, text, start, to: start + 3, key, &hits)
            }
        } else {
            for image in tables.indices where prefixImages >> min(image, 7) & 1 != 0 {
                probe(UInt8(image), text, start, to: start + 2, pair, &hits)
            }
        }
        hits.sort(from: first)
    }

    /// What two words start; nil if it cannot be kept.
    private func known(
        _ pair: UInt64, _ text: TokenBuffer, _ start: Int, _ memory: FormMemory
    ) -> FormMemory.Pair? {
        let (first, second) = (text.tokens[start].form, text.tokens[start + 1].form)
        if let known = memory.pair(first, second) { return known }
        let (phrase, goesOn) = tables[0].find(pair)
        let found = phrase.flatMap { self.hit(0, UInt32($0), text, start..<start + 2) }
        return memory.keep(found, goesOn: goesOn, first, second)
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
