import CScan
import Segmentation

extension Lexicon {
    /// Finds every phrase that starts at every token, as ``findHits(in:into:)`` does, with what `memory` keeps.
    ///
    /// The notes on the forms of the text (``TokenBuffer/lexiconNotes``) go into `hits`, which reads them where they are.
    public func findHits(
        in text: inout TokenBuffer, into hits: inout HitBuffer, _ memory: FormMemory
    ) {
        memory.prepare(for: text)
        hits.fill(tokenCount: text.tokens.count, memory.senses) { hits in
            hits.lendFacts { facts, hits in
                text.exchangeLexiconNotes(with: &facts)
                if facts.count != text.tokens.count {
                    facts.removeAll(keepingCapacity: true)
                    facts.append(contentsOf: repeatElement(0, count: text.tokens.count))
                }
                // Nothing is known of the token after the last that there is not.
                facts.append(0)
                facts.withUnsafeMutableBufferPointer {
                    find(in: text, $0.baseAddress!, &hits, memory)
                }
            }
        }
    }

    /// - Parameter facts: what is noted of the form of each token, and one more.
    @inline(__always)
    private func find(
        in text: TokenBuffer, _ facts: UnsafeMutablePointer<UInt64>, _ hits: inout HitLists,
        _ memory: FormMemory
    ) {
        text.tokens.withUnsafeBufferPointer { tokens in
            gather(text, tokens, facts, memory)
            for word in 0..<(tokens.count + 63) / 64 {
                hits.mark(readWord(word, text, tokens, facts, &hits, memory))
            }
        }
    }

    /// Writes down what is known of the form of each token of which nothing was noted.
    @inline(__always)
    private func gather(
        _ text: TokenBuffer, _ tokens: UnsafeBufferPointer<Token>,
        _ facts: UnsafeMutablePointer<UInt64>, _ memory: FormMemory
    ) {
        let count = tokens.count
        for first in stride(from: 0, to: count, by: 64) {
            var unknown = ~cscan_test_64(
                facts + first, min(64, count &- first), FormMemory.Facts.isKnown)
            if count &- first < 64 { unknown &= 1 &<< UInt64(count &- first) &- 1 }
            while unknown != 0 {
                let token = first &+ unknown.trailingZeroBitCount
                unknown &= unknown &- 1
                let known = memory.facts[Int(tokens[token].form)]
                if known.isKnown {
                    facts[token] = known.bits
                } else {
                    memory.newTokens.append(UInt32(truncatingIfNeeded: token))
                    tables.first?.prefetchSlot(of: tokens[token].hash)
                }
            }
        }
        if !memory.newTokens.isEmpty { lookUpAll(text, tokens, facts, memory) }
    }

    /// Looks up the forms that were not met before. What will be read of each is asked for while others are looked up:
    /// it lies far apart.
    @inline(never)
    private func lookUpAll(
        _ text: TokenBuffer, _ tokens: UnsafeBufferPointer<Token>,
        _ facts: UnsafeMutablePointer<UInt64>, _ memory: FormMemory
    ) {
        if let table = tables.first {
            for token in memory.newTokens {
                let hash = tokens[Int(token)].hash
                guard table.mayStart(hash), let phrase = table.find(hash).phrase else { continue }
                table.prefetchRange(phrase: phrase)
                memory.newPhrases.append(UInt32(phrase))
            }
            for phrase in memory.newPhrases { table.prefetchSenses(phrase: Int(phrase)) }
            memory.newPhrases.removeAll(keepingCapacity: true)
        }
        for token in memory.newTokens {
            let known = memory.facts[Int(tokens[Int(token)].form)]
            facts[Int(token)] = (known.isKnown ? known : lookUp(text, Int(token), memory)).bits
        }
        memory.newTokens.removeAll(keepingCapacity: true)
    }

    /// Lists the hits of those of 64 tokens at which phrases start; says which.
    @inline(__always)
    private func readWord(
        _ word: Int, _ text: TokenBuffer, _ tokens: UnsafeBufferPointer<Token>,
        _ facts: UnsafePointer<UInt64>, _ hits: inout HitLists, _ memory: FormMemory
    ) -> UInt64 {
        let first = 64 &* word
        let near = facts + first
        let isAlone = tables.count == 1
        var rest = places(tokens, first, near, memory, isAlone)
        var listed: UInt64 = 0
        while rest != 0 {
            let bit = rest & (0 &- rest)
            let place = rest.trailingZeroBitCount
            rest ^= bit
            let start = first &+ place
            let before = hits.listedCount
            let here = FormMemory.Facts(note: near[place])
            let next = FormMemory.Facts(note: near[place &+ 1])
            findPhrases(text, tokens, start, here, next, &hits, memory, isAlone)
            // A hit alone needs no list.
            guard hits.listedCount > before || here.hasSeveral else { continue }
            appendSingles(here, at: start, &hits, memory)
            hits.endList(at: start)
            listed |= bit
        }
        return listed
    }

    /// One bit for each of 64 tokens that may start a phrase with the token after it, or has several hits.
    @inline(__always)
    private func places(
        _ tokens: UnsafeBufferPointer<Token>, _ first: Int,
        _ near: UnsafePointer<UInt64>, _ memory: FormMemory, _ isAlone: Bool
    ) -> UInt64 {
        let count = tokens.count &- first
        let bits = FormMemory.Facts.bits(near, count)
        var goingOn = bits.goingOn &>> 1
        // The token after them.
        if count >= 64, FormMemory.Facts(note: near[64]).mayGoOn { goingOn |= 1 &<< 63 }
        var waiting = bits.prefixes & goingOn
        var places = bits.several
        guard isAlone, let table = tables.first else { return waiting | places }
        var pairs: UInt64 = 0
        while waiting != 0 {
            let place = waiting.trailingZeroBitCount
            waiting &= waiting &- 1
            let may = table.mayStart(tokens: pair(tokens, first &+ place))
            pairs |= (may ? 1 : 0) &<< UInt64(place)
        }
        places |= pairs
        // Runs lie far from the processor's caches: all are read before one is waited for.
        while pairs != 0 {
            let start = first &+ pairs.trailingZeroBitCount
            pairs &= pairs &- 1
            if memory.runs.run(tokens[start].form, tokens[start &+ 1].form) == nil {
                table.prefetchSlot(of: pair(tokens, start))
            }
        }
        return places
    }

    /// The hash of a token and the next.
    @inline(__always)
    private func pair(_ tokens: UnsafeBufferPointer<Token>, _ start: Int) -> UInt64 {
        TokenHash.extend(tokens[start].hash, by: tokens[start &+ 1].hash)
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
        if isAlone {
            findRuns(text, tokens, start, &hits, memory.runs)
            return
        }
        let pair = pair(tokens, start)
        let first = hits.listedCount
        for image in tables.indices where here.prefixImages >> min(image, 7) & 1 != 0 {
            probe(UInt8(image), text, start, to: start + 2, pair, &hits)
        }
        hits.sort(from: first)
    }

    /// Appends the phrases of the only image that start with a token and the next, the longest first.
    private func findRuns(
        _ text: TokenBuffer, _ tokens: UnsafeBufferPointer<Token>, _ start: Int,
        _ hits: inout HitLists, _ runs: RunMemory
    ) {
        let first = hits.listedCount
        var before = tokens[start].form
        var hash = tokens[start].hash
        var end = start &+ 1
        while true {
            let last = tokens[end]
            hash = TokenHash.extend(hash, by: last.hash)
            if end > start &+ 1, !tables[0].mayStart(tokens: hash) { break }
            guard
                let run = runs.run(before, last.form)
                    ?? learn(text, start..<end &+ 1, hash, before, runs)
            else {
                probe(0, text, start, to: end + 1, hash, &hits)
                hits.sort(from: first)
                return
            }
            end &+= 1
            if run.hasHit { hits.append(runs.hit(run, start..<end)) }
            guard run.goesOn, end < tokens.count, end &- start < Self.longestPhrase,
                !tokens[end].flags.contains(.paragraphStart)
            else { break }
            before = run.number
        }
        hits.reverse(from: first)
    }

    /// What a run of tokens starts; nil if it cannot be kept.
    @inline(never)
    private func learn(
        _ text: TokenBuffer, _ tokens: Range<Int>, _ hash: UInt64, _ before: UInt32,
        _ runs: RunMemory
    ) -> RunMemory.Run? {
        let (phrase, goesOn) = tables[0].find(hash)
        return runs.keep(
            phrase.flatMap { hit(0, UInt32($0), text, tokens) }, goesOn: goesOn, before,
            text.tokens[tokens.upperBound - 1].form)
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
        memory.found.removeAll(keepingCapacity: true)
        var prefixImages: UInt8 = 0
        for image in tables.indices.reversed() where tables[image].mayStart(token.hash) {
            let (phrase, isPrefix) = tables[image].find(token.hash)
            if isPrefix { prefixImages |= 1 << UInt8(min(image, 7)) }
            if let phrase,
                let hit = hit(UInt8(image), UInt32(phrase), text, start..<start + 1)
            {
                memory.found.append(hit.starting(at: 0))
            }
        }
        return memory.keepFound(
            prefixImages: prefixImages,
            mayGoOn: tables.contains { $0.mayGoOn(token.hash) }, of: Int(token.form))
    }
}
