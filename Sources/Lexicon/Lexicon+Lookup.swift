import Segmentation

extension Lexicon {
    /// Finds every phrase that starts at every token.
    ///
    /// Phrases match over folded tokens, whatever white space stands between them, but not across a paragraph.
    /// Linear: each token starts at most ``longestPhrase`` probes an image.
    public func findHits(in text: TokenBuffer, into hits: inout HitBuffer) {
        hits.fill(tokenCount: text.tokens.count, nil) { hits in
            var bits: UInt64 = 0
            for (start, token) in text.tokens.enumerated() {
                let first = hits.listedCount
                for image in tables.indices where tables[image].mayStart(token.hash) {
                    probe(UInt8(image), text, start, to: start + 1, token.hash, &hits)
                }
                hits.sort(from: first)
                if hits.listedCount > first {
                    hits.endList(at: start)
                    bits |= 1 << UInt64(start & 63)
                }
                if start & 63 == 63 || start + 1 == text.tokens.count {
                    hits.mark(bits)
                    bits = 0
                }
            }
        }
    }

    /// Appends the hits of an image that start at a token and end at `end` or later.
    ///
    /// - Parameter key: the hash of the tokens up to `end`.
    func probe(
        _ image: UInt8, _ text: TokenBuffer, _ start: Int, to end: Int, _ key: UInt64,
        _ hits: inout HitLists
    ) {
        let table = tables[Int(image)]
        var (end, key) = (end, key)
        while end == start + 1 || table.mayStart(tokens: key) {
            let (phrase, isPrefix) = table.find(key)
            if let phrase, let hit = hit(image, UInt32(phrase), text, start..<end) {
                hits.append(hit)
            }
            guard isPrefix, let next = extend(key, text, start, end) else { return }
            key = next
            end += 1
        }
    }

    /// The hash of the tokens up to `end` and the next one, if a phrase may go on over it.
    @inline(__always)
    func extend(_ key: UInt64, _ text: TokenBuffer, _ start: Int, _ end: Int) -> UInt64? {
        guard end < text.tokens.count, end - start < Lexicon.longestPhrase,
            !text.tokens[end].flags.contains(.paragraphStart)
        else { return nil }
        return TokenHash.extend(key, by: text.tokens[end].hash)
    }

    /// The hit, if the case of the text fits at least one sense, loosely at least.
    func hit(
        _ image: UInt8, _ phrase: UInt32, _ text: TokenBuffer, _ tokens: Range<Int>
    ) -> Hit? {
        let table = tables[Int(image)]
        let capitals = capitalMask(text, tokens)
        let range = table.senseRange(phrase: Int(phrase))
        var classes = ClassSet()
        var lowered = ClassSet()
        for index in range.start..<range.end {
            let sense = table.sense(index)
            let id = table.classID(sense.localClass)
            switch CaseRule(rawValue: sense.caseRule) ?? .any {
            case .any: classes.insert(id)
            case .name:
                if sense.capitals & ~capitals == 0 {
                    classes.insert(id)
                } else if capitals == 0 {
                    lowered.insert(id)
                }
            case .exact:
                if CaseFolding.isSame(
                    images[Int(image)].bytes(string: sense.surface), text, tokens)
                {
                    classes.insert(id)
                }
            }
        }
        if classes.isEmpty && lowered.isEmpty { return nil }
        return Hit(
            start: UInt32(tokens.lowerBound), end: UInt32(tokens.upperBound),
            phrase: PhraseID(image: image, index: phrase), classes: classes, lowered: lowered)
    }

    /// One bit for each of the first eight tokens that starts with a capital.
    private func capitalMask(_ text: TokenBuffer, _ tokens: Range<Int>) -> UInt8 {
        var mask: UInt8 = 0
        for (bit, index) in tokens.prefix(8).enumerated()
        where text.tokens[index].shape.startsWithCapital || text.tokens[index].shape == .mixed {
            mask |= 1 << UInt8(bit)
        }
        return mask
    }

    /// Whether a sense's case rule holds for tokens of a text.
    public func fits(_ sense: Sense, _ text: TokenBuffer, _ tokens: Range<Int>) -> Bool {
        switch sense.caseRule {
        case .any: return true
        case .name: return sense.capitals & ~capitalMask(text, tokens) == 0
        case .exact:
            return CaseFolding.isSame(
                images[Int(sense.image)].bytes(string: sense.surface), text, tokens)
        }
    }
}

/// Comparisons of a lexicon form with tokens, letter by letter, white space and the variants of apostrophes and hyphens aside.
enum CaseFolding {
    /// Same letters in the same case.
    static func isSame(
        _ form: UnsafeRawBufferPointer, _ text: TokenBuffer, _ tokens: Range<Int>
    ) -> Bool {
        var index = 0
        var same = true
        func skipSpace() {
            while index < form.count, form[index] == 0x20 { index += 1 }
        }
        for token in tokens {
            for byte in text.utf8[text.tokens[token].range] {
                skipSpace()
                // The hashes agree, so bytes outside ASCII differ at most in case or in the kind of dash.
                if byte >= 0x80 || (index < form.count && form[index] >= 0x80) {
                    return exactScalars(form, text, tokens)
                }
                guard index < form.count, form[index] == byte else {
                    same = false
                    break
                }
                index += 1
            }
            if !same { return false }
        }
        skipSpace()
        return index == form.count
    }

    private static func exactScalars(
        _ form: UnsafeRawBufferPointer, _ text: TokenBuffer, _ tokens: Range<Int>
    ) -> Bool {
        func normal(_ string: String) -> [Unicode.Scalar] {
            string.unicodeScalars.compactMap { scalar in
                switch scalar.value {
                case 0x20: nil
                case 0x2018, 0x2019, 0x02BC, 0xFF07: "'"
                case 0x2010...0x2015, 0x2212, 0xFF0D: "-"
                default: scalar
                }
            }
        }
        return normal(String(decoding: form, as: UTF8.self))
            == tokens.flatMap { normal(text.text(at: $0)) }
    }
}
