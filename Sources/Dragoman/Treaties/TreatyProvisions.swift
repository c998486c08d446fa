import Segmentation

/// The parts of a treaty that a mention of it is about: `Article 5 of the North Atlantic Treaty`,
/// `the Charter's Chapter VII`, `paragraph 4 of Article 2 of the Charter`.
struct TreatyProvisions {
    let text: TokenBuffer

    /// How far before a mention they may start, in tokens.
    private static let reach = 24

    /// What parts are called: the word and the name of one.
    private static let nouns: [UInt64: String] = [
        ("Article", "article articles art arts"), ("Annex", "annex annexes"),
        ("Appendix", "appendix appendices"), ("Chapter", "chapter chapters"),
        ("Clause", "clause clauses"), ("Part", "part parts"), ("Section", "section sections"),
        ("Schedule", "schedule schedules"), (paragraph, "paragraph paragraphs para paras"),
        ("Preamble", "preamble"),
    ].reduce(into: [:]) { nouns, entry in
        for word in entry.1.split(separator: " ") { nouns[TokenHash.of(String(word))] = entry.0 }
    }
    private static let paragraph = "paragraph"
    /// Parts of which there may be but one.
    private static let single: Set<String> = ["Annex", "Preamble"]

    private static let joining = hashes("of to in under")
    private static let pointing = hashes("the this that our its present said same")
    private static let commas = hashes(", and or")
    private static let ranges = hashes("to through - –")
    private static let suffixes = hashes("bis ter quater")
    /// How else a part may end.
    private static let endings = suffixes.union(hashes(") ,"))
    private static let of = TokenHash.of("of")
    private static let open = TokenHash.of("(")
    private static let close = TokenHash.of(")")
    private static let stop = TokenHash.of(".")
    private static let comma = TokenHash.of(",")

    private static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { TokenHash.of(String($0)) })
    }

    /// The parts, as `Article 2(4)`, in the order in which they are said; none mostly.
    func provisions(of mention: Range<Int>, in sentence: Range<Int>) -> [String] {
        let before = provisions(before: mention, in: sentence)
        return before.isEmpty ? provisions(after: mention, in: sentence) : before
    }

    /// `Articles 55 and 56 of the [Charter]`
    private func provisions(before mention: Range<Int>, in sentence: Range<Int>) -> [String] {
        var end = mention.lowerBound - 1
        while end > sentence.lowerBound, mention.lowerBound - end < 4,
            Self.pointing.contains(hash(end)) || text.number(at: end) < 10_000
        {
            end -= 1
        }
        guard end > sentence.lowerBound, Self.joining.contains(hash(end)),
            isNumber(end - 1) || noun(end - 1) != nil || Self.endings.contains(hash(end - 1))
        else { return [] }
        var first: Int?
        var index = end - 1
        while index >= sentence.lowerBound, end - index < Self.reach, isPart(index) {
            if noun(index) != nil { first = index }
            index -= 1
        }
        guard let first, let found = read(first, limit: end), found.end >= end - 1 else {
            return []
        }
        return found.names
    }

    /// `the [Charter] (Article 51)`, `the [Charter]'s Chapter VII`, `[Charter] Article 51`
    private func provisions(after mention: Range<Int>, in sentence: Range<Int>) -> [String] {
        var start = mention.upperBound
        guard start + 1 < sentence.upperBound else { return [] }
        let mark = text.tokens[start]
        if mark.flags.contains(.clitic) || mark.hash == Self.open || mark.hash == Self.comma {
            start += 1
        }
        guard noun(start) != nil, let found = read(start, limit: sentence.upperBound) else {
            return []
        }
        // `under the Charter, Article 5 of the Treaty`
        let isOfNext =
            found.end < sentence.upperBound && mark.hash != Self.open
            && Self.joining.contains(hash(found.end))
        return isOfNext ? [] : found.names
    }

    // MARK: Words

    private func hash(_ index: Int) -> UInt64 { text.tokens[index].hash }

    private func noun(_ index: Int) -> String? {
        text.tokens[index].kind == .word ? Self.nouns[hash(index)] : nil
    }

    /// `5`, `5.2`, `VII`, `B`
    private func isNumber(_ index: Int) -> Bool {
        let token = text.tokens[index]
        switch token.kind {
        case .number: return token.end - token.start <= 5
        case .word:
            if token.shape == .initial { return true }
            return token.shape == .upper && token.end - token.start <= 6
                && text.utf8[token.range].allSatisfy { "IVXLC".utf8.contains($0) }
        default: return false
        }
    }

    private func isPart(_ index: Int) -> Bool {
        let hash = hash(index)
        return isNumber(index) || noun(index) != nil || isBracketed(index)
            || [Self.open, Self.close, Self.stop, Self.of].contains(hash)
            || Self.commas.contains(hash) || Self.ranges.contains(hash)
            || Self.suffixes.contains(hash)
    }

    /// The `a` of `(a)`.
    private func isBracketed(_ index: Int) -> Bool {
        let token = text.tokens[index]
        return token.end - token.start <= 4 && index > 0 && index + 1 < text.tokens.count
            && hash(index - 1) == Self.open && hash(index + 1) == Self.close
    }

    // MARK: Reading

    /// The parts from a noun on, and where they end.
    private func read(_ start: Int, limit: Int) -> (names: [String], end: Int)? {
        var names: [String] = []
        /// Paragraphs of a part that is yet to come.
        var paragraphs: [String] = []
        var index = start
        var end = start
        while index < limit, let noun = noun(index) {
            index += 1
            if index < limit, hash(index) == Self.stop { index += 1 }
            let numbers = numbers(&index, limit: limit)
            if numbers.isEmpty, !Self.single.contains(noun) { break }
            if noun == Self.paragraph {
                if let last = names.last, last.hasPrefix("Article") {
                    names.removeLast()
                    names += numbers.map { "\(last)(\($0))" }
                } else {
                    paragraphs = numbers
                }
            } else if numbers.isEmpty {
                names.append(noun)
            } else {
                names += numbers.flatMap { number in
                    let name = "\(noun) \(number)"
                    return paragraphs.isEmpty ? [name] : paragraphs.map { "\(name)(\($0))" }
                }
                paragraphs = []
            }
            end = index
            while index < limit, Self.commas.contains(hash(index)) || hash(index) == Self.of {
                index += 1
            }
        }
        names += paragraphs.map { "\(Self.paragraph) \($0)" }
        if end < limit, hash(end) == Self.comma { end += 1 }
        return names.isEmpty ? nil : (names, end)
    }

    /// `2 (4)`, `55 and 56`, `1 to 9`
    private func numbers(_ index: inout Int, limit: Int) -> [String] {
        var numbers: [String] = []
        var isRange = false
        while index < limit, isNumber(index) {
            var number = text.text(at: index)
            index += 1
            if index < limit, Self.suffixes.contains(hash(index)) {
                number += " " + text.text(at: index)
                index += 1
            }
            while index + 2 < limit, hash(index) == Self.open, isBracketed(index + 1) {
                number += "(" + text.text(at: index + 1) + ")"
                index += 3
            }
            if isRange, let first = numbers.popLast() {
                numbers.append(first + "-" + number)
            } else {
                numbers.append(number)
            }
            var next = index
            while next < limit, Self.commas.contains(hash(next)) { next += 1 }
            isRange = next < limit && next == index && Self.ranges.contains(hash(next))
            if isRange { next += 1 }
            guard next > index, next < limit, isNumber(next) else { break }
            index = next
        }
        return numbers
    }
}
