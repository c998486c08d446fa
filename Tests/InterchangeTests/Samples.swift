import Dragoman

@testable import Interchange

/// Documents with what is hard to write.
enum Samples {
    /// An emoji, a tab and line breaks, quotes, a combining mark, a `#`, a name in a name, ids, and a name that comes again.
    static let hard = document(
        id: "a/b c",
        "😀 \"Taro\tKono\".\r\n\r\n# Cafe\u{301} of  New York Times, 1960. Kono",
        sentences: ["😀 \"Taro\tKono\".", "# Cafe\u{301} of  New York Times, 1960.", "Kono"],
        [
            ("Taro\tKono", .person, 0, nil), ("New York Times", .organization, 1, nil),
            ("New York", .place, 2, 1), ("1960", .date, nil, nil), ("Kono", .person, 0, nil),
        ],
        [
            Entity(
                id: "e1", label: .person, name: "Taro \"T\" Kono", mentions: [0, 4],
                ids: [("wikidata", "Q1"), ("register", "5 A")]),
            Entity(id: "e2", label: .organization, name: "New York Times", mentions: [1]),
            Entity(
                id: "e3", label: .place, name: "New York", mentions: [2], ids: [("geonames", "7")]),
        ])

    /// A document whose sentences and mentions are found by what they say, one behind the other or inside of it.
    static func document(
        id: String? = nil, _ text: String, sentences: [String] = [],
        _ mentions: [(text: String, label: Label, entity: Int?, inside: Int?)] = [],
        _ entities: [Entity] = []
    ) -> Document {
        var document = Document(id: id, text: text)
        document.sentences = spans(of: sentences, in: text)
        document.mentions = zip(mentions, spans(of: mentions.map(\.text), in: text)).map {
            mention, range in
            let date = DateValue(
                type: "DATE", timex: mention.text, edtf: mention.text, earliest: "1960-01-01",
                latest: "1960-12-31", grain: "year", resolution: .explicit)
            return Mention(
                utf8Range: range, label: mention.label, entity: mention.entity,
                date: mention.label == .date ? date : nil, rule: "rule", inside: mention.inside)
        }
        document.entities = entities
        return document
    }

    private static func spans(of parts: [String], in text: String) -> [Range<Int>] {
        var start = text.startIndex
        return parts.map { part in
            let range = text[start...].firstRange(of: part)!
            start = range.lowerBound
            return text.utf8.distance(
                from: text.startIndex, to: range.lowerBound)..<text.utf8.distance(
                    from: text.startIndex, to: range.upperBound)
        }
    }

    /// What a writer makes of a document, as text.
    static func written(_ document: Document, by writer: any DocumentWriter) -> String {
        String(decoding: writer.write(document), as: UTF8.self)
    }
}
