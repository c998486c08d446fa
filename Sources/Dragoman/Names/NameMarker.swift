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

    /// By class, the bits of ``NamePhrase/kinds`` that it gives.
    private let kinds: [UInt32]

    init(lexicon: Lexicon) {
        func classes(_ patterns: String...) -> ClassSet {
            patterns.reduce(into: ClassSet()) { $0.formUnion(lexicon.classes(matching: $1)) }
        }
        let phraseClasses: [(classes: ClassSet, phrase: NameMark.Phrase)] = [
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
        let wordClasses: [(classes: ClassSet, word: NameMark.Word)] = [
            (classes("title", "rank"), .title), (classes("role"), .role), (classes("kin"), .kin),
            (classes("verb.say"), .verbSay), (classes("verb.person"), .verbPerson),
            (classes("cue.org"), .cueOrganization), (classes("cue.person"), .cuePerson),
            (classes("prep.place"), .prepositionPlace), (classes("demonym"), .demonym),
            (classes("org.head"), .orgHead),
        ]
        var kinds = [UInt32](repeating: 0, count: ClassSet.capacity)
        for (classes, phrase) in phraseClasses {
            classes.visit { kinds[Int($0.rawValue)] |= NameMark.bit(of: phrase) }
        }
        for (classes, word) in wordClasses {
            classes.visit { kinds[Int($0.rawValue)] |= NameMark.bit(of: word) }
        }
        self.kinds = kinds
    }

    /// What a phrase of some classes is: ``NamePhrase/kinds``.
    func kinds(of classes: ClassSet) -> UInt32 {
        var result: UInt32 = 0
        classes.visit { result |= kinds[Int($0.rawValue)] }
        return result
    }

    /// Finds the marks on the tokens of a window and on those beside it: all but those of phrases.
    ///
    /// - Parameters:
    ///   - isSport: whether the text is about sport.
    ///   - date: the first date that may be near this window, and afterwards near the next; 0 at first.
    ///   - category: the category of a token of the window.
    @inline(__always)
    func mark(
        _ window: NameWindow, _ text: MarkedText, isSport: Bool, date: inout Int,
        category: (Int) -> TokenCategory, into marks: GrowingBuffer<Mark>
    ) {
        marks.removeAll()
        let first = window.lowerBound &- min(window.before, 1)
        while date < text.dates.count, text.dates[date].upperBound <= first { date &+= 1 }
        if date < text.dates.count, text.dates[date].lowerBound <= window.upperBound {
            markDates(from: date, first..<window.upperBound &+ 1, text, marks)
        }
        if isSport || !window.manner.isEmpty { markManner(window, isSport, category, marks) }
        if text.tokens[window.lowerBound].flags.contains(.lineStart) {
            marks.append(Mark(token: window.lowerBound, mark: NameMark.fact(.lineStart)))
        }
    }

    /// Marks the tokens of a phrase.
    func mark(_ phrase: NamePhrase, into marks: GrowingBuffer<Mark>) {
        for token in phrase.tokens {
            NameMark.forEach(of: phrase.kinds, at: token - phrase.start, of: phrase.tokens.count) {
                marks.append(Mark(token: token, mark: $0))
            }
        }
    }

    private func markManner(
        _ window: NameWindow, _ isSport: Bool, _ category: (Int) -> TokenCategory,
        _ marks: GrowingBuffer<Mark>
    ) {
        let setting = NameMark.Setting(
            isSport: isSport, isFigures: window.manner.contains(.isFigures))
        for token in window.tokens {
            if window.manner.contains(.isHeadline) {
                marks.append(Mark(token: token, mark: NameMark.fact(.headline)))
            }
            if window.manner.contains(.isUpper) {
                marks.append(Mark(token: token, mark: NameMark.fact(.allCapitals)))
            }
            if let setting {
                marks.append(Mark(token: token, mark: NameMark.setting(setting, category(token))))
            }
        }
    }

    private func markDates(
        from date: Int, _ range: Range<Int>, _ text: MarkedText, _ marks: GrowingBuffer<Mark>
    ) {
        var date = date
        while date < text.dates.count, text.dates[date].lowerBound < range.upperBound {
            for token in text.dates[date].clamped(to: range) {
                marks.append(Mark(token: token, mark: NameMark.fact(.date)))
            }
            date += 1
        }
    }
}
