import Dragoman

/// The dated events of a document in the order of their first days; those of one day in the order of the text.
///
/// A date in the text is one event, or as many as treaties' records take from it; said twice in a sentence, it is one.
/// What a record has from the catalogue is an event too.
struct Timeline {
    private(set) var events: [TimelineEvent] = []
    /// By mention, the number of the first event that was read from it.
    private(set) var eventOfMention: [Int: Int] = [:]

    init(_ document: Document, utf8: UnsafeBufferPointer<UInt8>) {
        let passages = Passages(document, utf8: utf8)
        for (number, entity) in document.entities.enumerated() {
            if let record = entity.treaty { add(record, of: number, document, passages) }
        }
        addMentions(of: document, passages)
        sort(document)
    }

    private mutating func add(
        _ record: TreatyRecord, of treaty: Int, _ document: Document, _ passages: Passages
    ) {
        guard let first = document.entities[treaty].mentions.first else { return }
        for (what, timex) in record.dates {
            guard let date = TimelineEvent.Date(timex: timex) else { continue }
            let said = record.fromLexicon.contains(what.rawValue) ? [] : record.evidence
            let values = said.map { document.mentions[$0].date?.timex }
            let mention = values.firstIndex(of: timex).map { said[$0] }
            // Where the text says less, the catalogue said the rest: the date of `the 1951 Convention`.
            let isLess = values.contains { $0.map { timex.hasPrefix($0) } ?? false }
            let span = passages.span(around: mention ?? first)
            events.append(
                TimelineEvent(
                    what: what, date: date,
                    isFromLexicon: record.fromLexicon.contains(what.rawValue)
                        || mention == nil && isLess,
                    mention: mention, place: mention ?? first, span: span, treaties: [treaty],
                    who: passages.names(in: span).who))
        }
    }

    /// Adds the dates that are of no treaty's event.
    private mutating func addMentions(of document: Document, _ passages: Passages) {
        let taken = Set(events.compactMap(\.mention))
        var sentence = -1
        /// By date, the event of the sentence.
        var known: [String: Int] = [:]
        for (number, mention) in document.mentions.enumerated() where !taken.contains(number) {
            guard let date = TimelineEvent.Date(mention.date) else { continue }
            let current = passages.sentence(at: mention.utf8Range.lowerBound)
            if current != sentence { known.removeAll(keepingCapacity: true) }
            sentence = current
            if let event = known[date.timex] {
                events[event].repetitions.append(number)
                continue
            }
            known[date.timex] = events.count
            let span = passages.span(around: number)
            let names = passages.names(in: span)
            events.append(
                TimelineEvent(
                    what: .mention, date: date, mention: number, place: number, span: span,
                    treaties: names.treaties, who: names.who))
        }
    }

    private mutating func sort(_ document: Document) {
        let keys = events.map(\.date.key)
        let starts = events.map { document.mentions[$0.place].utf8Range.lowerBound }
        let order = events.indices.sorted {
            (keys[$0], starts[$0], $0) < (keys[$1], starts[$1], $1)
        }
        events = order.map { events[$0] }
        for (number, event) in events.enumerated() {
            for mention in event.repetitions + [event.mention].compactMap({ $0 })
            where eventOfMention[mention] == nil {
                eventOfMention[mention] = number
            }
        }
    }
}

extension TreatyRecord {
    /// The dates that are known, in the order in which they mostly come.
    fileprivate var dates: [(what: TimelineEvent.What, timex: String)] {
        let dates: [(TimelineEvent.What, String?)] = [
            (.opened, opened), (.signed, signed), (.ratified, ratified), (.inForce, inForce),
            (.amended, amended), (.suspended, suspended), (.denounced, denounced), (.ended, ended),
        ]
        return dates.compactMap { what, timex in timex.map { (what, $0) } }
    }
}
