import Lexicon
import Segmentation

/// Tells what is true of the tokens of a window because of where they stand: ``NameMark``.
struct NameMarker: Sendable {
    /// A mark on a token.
    struct Mark: Equatable {
        var token: Int
        var mark: Int
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

    /// Appends the marks on the tokens of a window and on those beside it.
    ///
    /// - Parameters:
    ///   - isSport: whether the text is about sport.
    ///   - category: the category of a token of the window.
    func mark(
        _ window: Range<Int>, _ text: MarkedText, isSport: Bool,
        category: (Int) -> TokenCategory, into marks: inout [Mark]
    ) {
        let first = markPhrases(window, text, &marks)
        markDates(first..<window.upperBound + 1, text, &marks)
        let isFigures = markSentence(window, text, &marks)
        if let setting = NameMark.Setting(isSport: isSport, isFigures: isFigures) {
            for token in window {
                marks.append(Mark(token: token, mark: NameMark.setting(setting, category(token))))
            }
        }
    }

    /// Marks phrases of two tokens and more; of those of one kind that overlap, only the one that starts first.
    ///
    /// - Returns: the first token that was looked at.
    private func markPhrases(
        _ window: Range<Int>, _ text: MarkedText, _ marks: inout [Mark]
    ) -> Int {
        var first = window.lowerBound
        while first > 0, window.lowerBound - first < Self.lookBack, !text.isEdge(first) {
            first -= 1
        }
        var nameEnds = InlineArray<20, Int>(repeating: 0)
        for start in first..<window.upperBound {
            for hit in text.hits.startingAt(start) {
                let tokens = hit.tokens
                if tokens.count < 2 { break }
                let classes = hit.classes.union(hit.lowered)
                guard !classes.isDisjoint(with: all), tokens.upperBound >= window.lowerBound
                else { continue }
                for (set, phrase) in phraseClasses where !classes.isDisjoint(with: set) {
                    guard nameEnds[phrase.rawValue] <= start else { continue }
                    nameEnds[phrase.rawValue] = tokens.upperBound
                    for token in tokens {
                        marks.append(
                            Mark(
                                token: token,
                                mark: NameMark.phrase(phrase, at: token - start, of: tokens.count)))
                    }
                }
                for (set, word) in wordClasses where !classes.isDisjoint(with: set) {
                    for token in tokens {
                        marks.append(Mark(token: token, mark: NameMark.word(word)))
                    }
                }
            }
        }
        return first
    }

    private func markDates(_ range: Range<Int>, _ text: MarkedText, _ marks: inout [Mark]) {
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

    /// Sentences in which most words of four letters have capitals: their capitals say little.
    ///
    /// - Returns: whether it is a line of figures: one token in five is a number.
    private func markSentence(
        _ window: Range<Int>, _ text: MarkedText, _ marks: inout [Mark]
    ) -> Bool {
        var start = window.lowerBound
        while start > 0, !text.isEdge(start) { start -= 1 }
        var (capitals, uppers, words, numbers) = (0, 0, 0, 0)
        var index = start
        repeat {
            let token = text.tokens[index]
            if token.kind == .word, token.end - token.start >= 4 {
                words += 1
                if token.shape.startsWithCapital { capitals += 1 }
                if token.shape == .upper { uppers += 1 }
            }
            if token.kind == .number { numbers += 1 }
            index += 1
        } while !text.isEdge(index)
        let isHeadline = words >= 4 && capitals * 4 >= words * 3
        let isUpper = words >= 2 && uppers * 4 >= words * 3
        for token in window {
            if isHeadline { marks.append(Mark(token: token, mark: NameMark.fact(.headline))) }
            if isUpper { marks.append(Mark(token: token, mark: NameMark.fact(.allCapitals))) }
            if text.tokens[token].flags.contains(.lineStart) {
                marks.append(Mark(token: token, mark: NameMark.fact(.lineStart)))
            }
        }
        return numbers * 5 >= index - start
    }
}
