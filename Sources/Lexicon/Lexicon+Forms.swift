import Segmentation

extension Lexicon {
    /// Finds every phrase that starts at every token, as ``findHits(in:into:)`` does, with what `memory` keeps.
    public func findHits(in text: TokenBuffer, into hits: inout HitBuffer, _ memory: FormMemory) {
        memory.prepare(for: text)
        hits.fill(tokenCount: text.tokens.count, memory.senses) { hits in
            text.tokens.withUnsafeBufferPointer { tokens in
                for word in 0..<(tokens.count + 63) / 64 {
                    if let table = tables.first {
                        readWord(word, text, tokens, table, &hits, memory)
                    } else {
                        hits.mark(0)
                    }
                }
            }
        }
    }

    /// Reads 64 tokens, so that what is kept of their forms is fetched without waiting for one another.
    @inline(__always)
    private func readWord(
        _ word: Int, _ text: TokenBuffer, _ tokens: UnsafeBufferPointer<Token>,
        _ table: PhraseTable, _ hits: inout HitLists, _ memory: FormMemory
    ) {
        let first = 64 &* word
        let count = min(64, tokens.count &- first)
        let near = hits.facts + first
        gather(text, tokens, first, count, near, memory)
        let isAlone = tables.count == 1
        var rest = places(tokens, first, count, near, table, isAlone)
        var listed: UInt64 = 0
        while rest != 0 {
            let bit = rest & (0 &- rest)
            let place = rest.trailingZeroBitCount
            rest ^= bit
            let start = first &+ place
            let before = hits.listedCount
            findPhrases(text, tokens, start, near[place], near[place &+ 1], &hits, memory, isAlone)
            // A hit alone needs no list.
            guard hits.listedCount > before || near[place].hasSeveral != 0 else { continue }
            appendSingles(near[place], at: start, &hits, memory)
            hits.endList(at: start)
            listed |= bit
        }
        hits.mark(listed)
    }

    /// Puts what is known of the forms of some tokens, and of the one after them, into `near`.
    @inline(__always)
    private func gather(
        _ text: TokenBuffer, _ tokens: UnsafeBufferPointer<Token>, _ first: Int, _ count: Int,
        _ near: UnsafeMutablePointer<FormMemory.Facts>, _ memory: FormMemory
    ) {
        let facts = memory.facts
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

    /// One bit for each of some tokens that may start a phrase with the token after it, or has several hits.
    @inline(__always)
    private func places(
        _ tokens: UnsafeBufferPointer<Token>, _ first: Int, _ count: Int,
        _ near: UnsafeMutablePointer<FormMemory.Facts>, _ table: PhraseTable, _ isAlone: Bool
    ) -> UInt64 {
        var (waiting, places): (UInt64, UInt64) = (0, 0)
        for place in 0..<count {
            waiting |= near[place].goesOn(with: near[place &+ 1]) &<< UInt64(place)
            places |= near[place].hasSeveral &<< UInt64(place)
        }
        guard isAlone else { return waiting | places }
        while waiting != 0 {
            let place = waiting.trailingZeroBitCount
            waiting &= waiting &- 1
            let pair = TokenHash.extend(
                tokens[first &+ place].hash, by: tokens[first &+ place &+ 1].hash)
            places |= (table.mayStart(tokens: pair) ? 1 : 0) &<< UInt64(place)
        }
        return places
    }

    /// Appends the phrases of more than one token that start at one, of which `here` is known, and `next` of the one
    /// after it.
    @inline(__always)
    private func findPhrases(
        _ text: TokenBuffer, _ tokens: UnsafeBufferPointer<Token>, _ start: Int,
        _ here: FormMemory.Facts, _ next: FormMemory.Facts, _ hits: inout HitLists,
        _ memory: FormMemory, _ isAlone: Bool
    ) {
        guard here.goesOn(with: next) != 0, !tokens[start &+ 1].flags.contains(.paragraphStart)
        else { return }
        let (first, second) = (tokens[start], tokens[start &+ 1])
        if isAlone, let known = memory.pair(first.form, second.form) {
            if known.goesOn { probe(beyond: known, text, start, &hits, memory) }
            if known.hasHit { hits.append(memory.hit(known, at: start)) }
        } else {
            let pair = TokenHash.extend(first.hash, by: second.hash)
            probe(pair, text, start, here.prefixImages, &hits, isAlone ? memory : nil)
        }
    }

    /// Appends the phrases of three tokens and more that start with two that are known, the longest first.
    @inline(never)
    private func probe(
        beyond pair: FormMemory.Pair, _ text: TokenBuffer, _ start: Int, _ hits: inout HitLists,
        _ memory: FormMemory
    ) {
        let key = TokenHash.extend(text.tokens[start].hash, by: text.tokens[start + 1].hash)
        guard let longer = extend(key, text, start, start + 2) else { return }
        let first = hits.listedCount
        probe(0, text, start, to: start + 3, longer, &hits)
        hits.sort(from: first)
    }

    /// Appends the phrases that start with two tokens, whose hash is `pair`, and has `memory`, if there is one image
    /// only, keep what two tokens start.
    @inline(never)
    private func probe(
        _ pair: UInt64, _ text: TokenBuffer, _ start: Int, _ images: UInt8,
        _ hits: inout HitLists, _ memory: FormMemory?
    ) {
        if let memory {
            let (first, second) = (text.tokens[start].form, text.tokens[start + 1].form)
            let (phrase, goesOn) = tables[0].find(pair)
            let found = phrase.flatMap { hit(0, UInt32($0), text, start..<start + 2) }
            memory.keep(found, goesOn: goesOn, first, second)
        }
        let first = hits.listedCount
        for image in tables.indices where images >> min(image, 7) & 1 != 0 {
            probe(UInt8(image), text, start, to: start + 2, pair, &hits)
        }
        hits.sort(from: first)
    }

    /// Appends the hits of one token.
    @inline(__always)
    private func appendSingles(
        _ here: FormMemory.Facts, at start: Int, _ hits: inout HitLists, _ memory: FormMemory
    ) {
        if here.oneHit != 0 {
            hits.append(memory.hit(here, at: start))
        } else if here.hasSeveral != 0 {
            for hit in memory.lists[Int(here.phrase)] {
                hits.append(memory.hits[hit].starting(at: start))
            }
        }
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
