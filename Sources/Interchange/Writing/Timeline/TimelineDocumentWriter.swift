import Dragoman
import Segmentation

/// The dated events of a document, one a line, in the order of their first days.
///
/// TSV has the columns `key id date earliest latest grain event source treaties parties who start end text`, and JSON
/// Lines the same as members, but for `parties` and `treaties` that are empty and are left out, and `id` likewise;
/// `offsets` says how `start` and `end` count there.
///
/// - `key`: the first day, written so that keys sort as bytes do, years before Christ too: what brings the events of many
///   documents into one order.
/// - `date`, `earliest`, `latest`, `grain`: the TIMEX3 value, and the first and last day that it covers.
/// - `event`: what happened to the treaty (`opened`, `signed`, `ratified`, `inForce`, `amended`, `suspended`,
///   `denounced`, `ended`), or `mention`, of a date that the text gives with something else.
/// - `source`: `text`, or `lexicon` where the treaty's date is the catalogue's.
/// - `treaties`, `who`: the treaty, or those that the sentence names; the people, organizations and places that it names.
///   `parties`: the states of the treaty by their codes.
/// - `start`, `end`, `text`: the sentence that the date stands in, or that names the treaty first; of one that is long, the
///   part around it.
///
/// A list in TSV has `|` between its parts. Dates of which no day is known are left out.
public struct TimelineDocumentWriter: DocumentWriter {
    /// The unit in which offsets count.
    public let unit: OffsetUnit
    /// Whether lines are JSON objects.
    public let isJSON: Bool

    public init(unit: OffsetUnit = .codepoint, isJSON: Bool = false) {
        self.unit = unit
        self.isJSON = isJSON
    }

    public var header: StaticString {
        isJSON
            ? ""
            : "key\tid\tdate\tearliest\tlatest\tgrain\tevent\tsource\ttreaties\tparties\twho\tstart\tend\ttext\n"
    }

    public func write(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
    ) {
        write(document, of: ParsedDocument(utf8: utf8), to: &output)
    }

    public func write(
        _ document: Document, of parsed: ParsedDocument, to output: inout ByteBuffer
    ) {
        let events = Timeline(document, utf8: parsed.utf8).events
        if events.isEmpty { return }
        let text = MeasuredText(parsed.utf8, unit: unit, in: parsed.source)
        if isJSON {
            var json = JSONWriter(buffer: output)
            for event in events { json.write(event, of: document, text, unit) }
            output = json.finish()
        } else {
            var lines = TSVWriter(buffer: output)
            for event in events { lines.write(event, of: document, text) }
            output = lines.finish()
        }
    }
}

extension TimelineEvent {
    /// The codes of the states that are parties to the treaty of the event.
    func parties(_ document: Document) -> [String] {
        what == .mention ? [] : treaties.flatMap { document.entities[$0].treaty?.parties ?? [] }
    }
}

extension TSVWriter {
    fileprivate mutating func write(
        _ event: TimelineEvent, of document: Document, _ text: MeasuredText
    ) {
        func names(_ entities: [Int]) -> String {
            entities.map { document.entities[$0].repeatedName }.joined(separator: "|")
        }
        let (start, end) = text.offsets(of: event.span)
        field(event.date.key)
        field(document.id ?? "")
        field(event.date.timex)
        field(event.date.earliest)
        field(event.date.latest)
        field(event.date.grain ?? "")
        field(event.what.rawValue)
        field(event.source.description)
        field(names(event.treaties))
        field(event.parties(document).joined(separator: "|"))
        field(names(event.who))
        field(start)
        field(end)
        field(utf8: text[event.span])
        endLine()
    }
}

extension JSONWriter {
    fileprivate mutating func write(
        _ event: TimelineEvent, of document: Document, _ text: MeasuredText, _ unit: OffsetUnit
    ) {
        let (start, end) = text.offsets(of: event.span)
        object { json in
            json.member("key", event.date.key)
            json.member("id", document.id)
            json.member("date", event.date.timex)
            json.member("earliest", event.date.earliest)
            json.member("latest", event.date.latest)
            json.member("grain", event.date.grain)
            json.member("event", event.what.rawValue)
            json.key("source")
            json.constant(event.source)
            json.strings("treaties", event.treaties.map { document.entities[$0].repeatedName })
            json.strings("parties", event.parties(document))
            json.key("who")
            json.array { json in
                for entity in event.who {
                    json.object { json in
                        json.key("label")
                        json.constant(document.entities[entity].label.constant)
                        json.member("name", document.entities[entity].repeatedName)
                    }
                }
            }
            json.member("offsets", unit.rawValue)
            json.member("start", start)
            json.member("end", end)
            json.key("text")
            json.string(utf8: text[event.span])
        }
        newline()
    }
}
