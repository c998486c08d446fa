import Lexicon
import Segmentation

/// Tells what is true of the tokens of a window because of where they stand: ``NameMark``.
struct NameMarker: Sendable {
    /// A mark on a token.
    struct Mark: BitwiseCopyable {
        private let tokenBits: Int32
        private let markBits: Int32

        init(token: Int, mark: Int) {
            tokenBits = Int32(truncatingIfNeeded: token)
            markBits = Int32(truncatingIfNeeded: mark)
        }

        var token: Int { Int(tokenBits) }
        var mark: Int { Int(markBits) }
    }

    private let phraseClasses: [(classes: ClassSet, phrase: NameMark.Phrase)]
    private let wordClasses: [(classes: ClassSet, word: NameMark.Word)]
    /// All of them: phrases of other classes are passed over at once.
    private let all: ClassSet
    /// How far before a window a phrase may start that reaches into it or ends right before it.
    private static let lookBack = 4

    init(lexicon: Lexicon) {
        func classes(_ patterns: String...) -> ClassSet {
            patterns.reduce(into: ClassSet()) { $0.formUnion(lexicon.classes(matching: $1)) }
        }
        phraseClasses = [
            (classes("place.country", "place.former"), .country), (classes("place.city"), .city),
            (classes("place.city.town"), .town), (classes("place.admin"), .admin),
            (classes("place.region"), .region),
            (classes("place.water", "place.mountain", "place.island"), .landform),
            (classes("place.facility"), .facility), (classes("person.known"), .person),
            (classes("org.company"), .company), (classes("org.media"), .media),
            (classes("org.party"), .party), (classes("org.igo", "org.ngo"), .body),
            (classes("org.agency", "org.legislature", "org.court", "org.military"), .agency),
            (classes("org.armed"), .armed), (classes("org.university"), .university),
            (classes("org.team", "org.league"), .team), (classes("org.band"), .band),
            (classes("org.other", "org.known"), .otherOrg),
            (classes("treaty.name"), .treaty), (classes("org.head", "place.head"), .head),
        ]
        wordClasses = [
            (classes("title", "rank"), .title), (classes("role"), .role), (classes("kin"), .kin),
            (classes("verb.say"), .verbSay), (classes("verb.person"), .verbPerson),
            (classes("cue.org"), .cueOrganization), (classes("cue.person"), .cuePerson),
            (classes("prep.place"), .prepositionPlace), (classes("demonym"), .demonym),
            (classes("org.head"), .orgHead),
        ]
        all = (phraseClasses.map(\.classes) + wordClasses.map(\.classes))
            .reduce(into: ClassSet()) { $0.formUnion($1) }
    }

    /// Finds the marks on the tokens of a window and on those beside it.
    ///
    /// - Parameters:
    ///   - isSport: whether the text is about sport.
    ///   - category: the category of a token of the window.
    ///   - phrase: place in `HitView.phraseStarts` near the window, and afterwards near the next; 0 at first.
    @inline(__always)
    func mark(
        _ window: NameWindow, _ text: MarkedText, isSport: Bool,
        category: (Int) -> TokenCategory, phrase: inout Int, into marks: GrowingBuffer<Mark>
    ) {
        marks.removeAll()
        let first = markPhrases(window.tokens, text, &phrase, marks)
        if !text.dates.isEmpty {
            markDates(first..<Int(window.upperBound) + 1, text, marks)
        }
        if !window.manner.isEmpty { markManner(window, marks) }
        if let setting = NameMark.Setting(
            isSport: isSport, isFigures: window.manner.contains(.isFigures))
        {
            for token in window.tokens {
                marks.append(Mark(token: token, mark: NameMark.setting(setting, category(token))))
            }
        }
        let start = Int(window.lowerBound)
        if text.tokens[start].flags.contains(.lineStart) {
            marks.append(Mark(token: start, mark: NameMark.fact(.lineStart)))
        }
    }

    private func markManner(_ window: NameWindow, _ marks: GrowingBuffer<Mark>) {
        for token in window.tokens {
            if window.manner.contains(.isHeadline) {
                marks.append(Mark(token: token, mark: NameMark.fact(.headline)))
            }
            if window.manner.contains(.isUpper) {
                marks.append(Mark(token: token, mark: NameMark.fact(.allCapitals)))
            }
        }
    }

    /// Marks phrases of two tokens and more; of those of one kind that overlap, only the one that starts first.
    ///
    /// - Returns: the first token that was looked at.
    private func markPhrases(
        _ window: Range<Int>, _ text: MarkedText, _ place: inout Int, _ marks: GrowingBuffer<Mark>
    ) -> Int {
        var first = window.lowerBound
        while first > 0, window.lowerBound - first < Self.lookBack, !text.isEdge(first) {
            first -= 1
        }
        let starts = text.hits.phraseStarts
        while place > 0, starts[place - 1] >= first { place -= 1 }
        while place < starts.count, starts[place] < first { place += 1 }
        guard place < starts.count, starts[place] < window.upperBound else { return first }
        var nameEnds = InlineArray<20, Int>(repeating: 0)
        for number in place..<starts.count {
            let start = Int(starts[number])
            if start >= window.upperBound { break }
            for hit in text.hits.startingAt(start) {
                let tokens = hit.tokens
                if tokens.count < 2 { break }
                let classes = hit.classes.union(hit.lowered)
                guard !classes.isDisjoint(with: all), tokens.upperBound >= window.lowerBound
                else { continue }
                markPhrase(tokens, classes, &nameEnds, marks)
            }
        }
        return first
    }

    private func markPhrase(
        _ tokens: Range<Int>, _ classes: ClassSet, _ nameEnds: inout InlineArray<20, Int>,
        _ marks: GrowingBuffer<Mark>
    ) {
        for (set, phrase) in phraseClasses where !classes.isDisjoint(with: set) {
            guard nameEnds[phrase.rawValue] <= tokens.lowerBound else { continue }
            nameEnds[phrase.rawValue] = tokens.upperBound
            for token in tokens {
                let mark = NameMark.phrase(
                    phrase, at: token - tokens.lowerBound, of: tokens.count)
                marks.append(Mark(token: token, mark: mark))
            }
        }
        for (set, word) in wordClasses where !classes.isDisjoint(with: set) {
            for token in tokens { marks.append(Mark(token: token, mark: NameMark.word(word))) }
        }
    }

    private func markDates(
        _ range: Range<Int>, _ text: MarkedText, _ marks: GrowingBuffer<Mark>
    ) {
        // The first date that ends after the range starts.
        var (low, high) = (0, text.dates.count)
        while low < high {
            let middle = (low + high) / 2
            if text.dates[middle].upperBound <= range.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        while low < text.dates.count, text.dates[low].lowerBound < range.upperBound {
            for token in text.dates[low].clamped(to: range) {
                marks.append(Mark(token: token, mark: NameMark.fact(.date)))
            }
            low += 1
        }
    }
}
