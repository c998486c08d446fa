import CScan
import Segmentation

extension Lexicon {
    /// Finds every phrase that starts at every token, as ``findHits(in:into:)`` does, with what `memory` keeps.
    public func findHits(in text: TokenBuffer, into hits: inout HitBuffer, _ memory: FormMemory) {
        memory.prepare(for: text)
        hits.fill(tokenCount: text.tokens.count, memory.senses) { hits in
            text.tokens.withUnsafeBufferPointer { tokens in
                gather(text, tokens, hits.facts, memory)
                for word in 0..<(tokens.count + 63) / 64 {
                    hits.mark(readWord(word, text, tokens, &hits, memory))
                }
            }
        }
    }

    /// Writes down what is known of the form of each token, and that nothing is of the one after the last.
    @inline(__always)
    private func gather(
        _ text: TokenBuffer, _ tokens: UnsafeBufferPointer<Token>,
        _ facts: UnsafeMutablePointer<FormMemory.Facts>, _ memory: FormMemory
    ) {
        let count = tokens.count
        facts[count] = FormMemory.Facts()
        let hasNotes = text.lexiconNotes.count == count
        if hasNotes {
            text.lexiconNotes.withUnsafeBufferPointer { notes in
                UnsafeMutableRawPointer(facts).copyMemory(
                    from: notes.baseAddress!, byteCount: 8 &* count)
            }
        }
        for first in stride(from: 0, to: count, by: 64) {
            var unknown = UInt64.max
            if hasNotes {
                unknown = ~Self.test(facts + first, count &- first, FormMemory.Facts.isKnown)
            }
            if count &- first < 64 { unknown &= 1 &<< UInt64(count &- first) &- 1 }
            while unknown != 0 {
                let token = first &+ unknown.trailingZeroBitCount
                unknown &= unknown &- 1
                let known = memory.facts[Int(tokens[token].form)]
                facts[token] = known.isKnown ? known : lookUp(text, token, memory)
            }
        }
    }

    /// One bit for each of the next 64 tokens, of which there are `count` left: whether their facts have any of `bits`.
    @inline(__always)
    private static func test(
        _ facts: UnsafeMutablePointer<FormMemory.Facts>, _ count: Int, _ bits: UInt64
    ) -> UInt64 {
        facts.withMemoryRebound(to: UInt64.self, capacity: 0) {
            cscan_test_64($0, min(64, count), bits)
        }
    }

    /// Lists the hits of those of 64 tokens at which phrases start; says which.
    @inline(__always)
    private func readWord(
        _ word: Int, _ text: TokenBuffer, _ tokens: UnsafeBufferPointer<Token>,
        _ hits: inout HitLists, _ memory: FormMemory
    ) -> UInt64 {
        let first = 64 &* word
        let near = hits.facts + first
        let isAlone = tables.count == 1
        var rest = places(tokens, first, near, isAlone)
        var listed: UInt64 = 0
        while rest != 0 {
            let bit = rest & (0 &- rest)
            let place = rest.trailingZeroBitCount
            rest ^= bit
            let start = first &+ place
            let before = hits.listedCount
            findPhrases(text, tokens, start, near[place], near[place &+ 1], &hits, memory, isAlone)
            // A hit alone needs no list.
            guard hits.listedCount > before || near[place].hasSeveral else { continue }
            appendSingles(near[place], at: start, &hits, memory)
            hits.endList(at: start)
            listed |= bit
        }
        return listed
    }

    /// One bit for each of 64 tokens that may start a phrase with the token after it, or has several hits.
    @inline(__always)
    private func places(
        _ tokens: UnsafeBufferPointer<Token>, _ first: Int,
        _ near: UnsafeMutablePointer<FormMemory.Facts>, _ isAlone: Bool
    ) -> UInt64 {
        let count = tokens.count &- first
        var goingOn = Self.test(near, count, FormMemory.Facts.mayGoOn) &>> 1
        // The token after them.
        if count >= 64, near[64].mayGoOn { goingOn |= 1 &<< 63 }
        var waiting = Self.test(near, count, FormMemory.Facts.isPrefix) & goingOn
        var places = Self.test(near, count, FormMemory.Facts.hasSeveral)
        guard isAlone, let table = tables.first else { return waiting | places }
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
        guard here.isPrefix, next.mayGoOn, !tokens[start &+ 1].flags.contains(.paragraphStart)
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
        } else if here.hasSeveral {
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
