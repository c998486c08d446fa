import Chronology
import Dragoman

/// One dated event of a document.
struct TimelineEvent {
    /// What happened: something to a treaty, or whatever the sentence says in which the date stands.
    enum What: String {
        case mention
        case opened, signed, ratified, inForce, amended, suspended, denounced, ended
    }

    let what: What
    let date: Date
    /// Whether the date is the catalogue's and not the text's.
    var isFromLexicon = false
    /// Number of the mention that the date was read from, if it was.
    let mention: Int?
    /// Numbers of further mentions of the date in the sentence.
    var repetitions: [Int] = []
    /// Number of the mention that ``span`` is around: ``mention``, or the treaty's first.
    let place: Int
    /// The sentence, in bytes of the text; of a long one the part around the date.
    let span: Range<Int>
    /// Numbers of the treaties that it happened to; of a mention, of those that the span names.
    let treaties: [Int]
    /// Numbers of the people, organizations and places that the span names.
    let who: [Int]

    /// A date whose first and last day are known.
    struct Date {
        /// TIMEX3.
        let timex: String
        /// ISO 8601.
        let earliest: String
        let latest: String
        let grain: String?
    }

    var source: StaticString { isFromLexicon ? "lexicon" : "text" }
}

extension TimelineEvent.Date {
    /// The date of a mention; `nil` where nothing says when it is.
    init?(_ value: DateValue?) {
        guard let value, let earliest = value.earliest, let latest = value.latest else {
            return nil
        }
        self.init(timex: value.timex, earliest: earliest, latest: latest, grain: value.grain)
    }

    /// The date of a treaty's record.
    init?(timex: String) {
        guard let value = TimexValue(timex), let ends = value.ends else { return nil }
        self.init(
            timex: timex, earliest: ends.first, latest: ends.last, grain: value.grain?.rawValue)
    }

    /// ``earliest``, written so that keys compare as the days do, byte by byte: before Christ, where years count
    /// backwards, by what they lack of 10,000.
    var key: String {
        guard earliest.first == "-", let year = Int(earliest.dropFirst().prefix(4)) else {
            return earliest
        }
        return "-\(10_000 - year)\(earliest.dropFirst(5))"
    }
}
