import Dragoman
import Foundation
import Testing

@testable import Interchange

@Suite("The timeline of a document")
struct TimelineTests {
    private static let extractor = Result { try Extractor() }

    /// Per event: date, what, where from, and the treaties or else the names.
    private static func events(_ text: String, date: String? = nil) throws -> [String] {
        let document = try extractor.get().extract(text, date: date)
        var text = text
        let timeline = text.withUTF8 { Timeline(document, utf8: $0) }
        return timeline.events.map { event in
            let names = event.what == .mention ? event.who : event.treaties
            return
                ([event.date.timex, event.what.rawValue, event.source.description]
                + names.map { document.entities[$0].name }).joined(separator: " ")
        }
    }

    @Test(
        "Dates come in their order, and those of one day in the order of the text",
        arguments: [
            (
                "In May 1960 Taro Kono left. Ilze Berga came on 3 April 1960. In 1960 all was well.",
                [
                    "1960 mention text", "1960-04-03 mention text Ilze Berga",
                    "1960-05 mention text Taro Kono",
                ]
            ),
            (
                "Oslo fell on 2 May 1945. Riga fell on 2 May 1945, and nobody wept on 2 May 1945.",
                ["1945-05-02 mention text Oslo", "1945-05-02 mention text Riga"]
            ),
            (
                "He died in AD 14. Caesar died in 44 BC and Plato died in 348 BC.",
                ["BC0348 mention text", "BC0044 mention text", "0014 mention text"]
            ),
            ("He comes every Friday. It took two years. It is now over.", []),
            ("", []),
        ])
    func order(text: String, expected: [String]) throws {
        let events = try Self.events(text)
        #expect(events.count == expected.count)
        for (event, start) in zip(events, expected) {
            #expect(event.hasPrefix(start), "\(event)")
        }
    }

    @Test("What a text says of a treaty is an event of the treaty, and not of the date too")
    func said() throws {
        let name = "treaty of commerce and navigation"
        #expect(
            try Self.events(
                "Norway and Latvia signed a \(name) in Oslo on 14 August 1924. It was ratified in 1925."
            ).filter { $0.contains("1924") } == ["1924-08-14 signed text \(name)"])
    }

    @Test("What only the catalogue knows says so")
    func known() throws {
        let events = try Self.events("The North Atlantic Treaty binds Norway.")
        #expect(
            events == [
                "1949-04-04 signed lexicon North Atlantic Treaty",
                "1949-08-24 inForce lexicon North Atlantic Treaty",
            ])
    }

    @Test("A date that the text gives less exactly than the catalogue is the catalogue's")
    func lessExact() throws {
        let events = try Self.events(
            "The 1951 Convention relating to the Status of Refugees protects them.")
        #expect(events.contains { $0.hasPrefix("1951-07-28 signed lexicon") })
        #expect(events.contains { $0.hasPrefix("1951 mention text") })
    }

    @Test(
        "Keys sort as bytes in the order of the days",
        arguments: [
            ([
                "BC0348", "BC0044-03-15", "BC0044-03-16", "BC0001", "0001", "0999", "1000-01",
                "9999",
            ])
        ])
    func keys(timexes: [String]) throws {
        let keys = try timexes.map { try #require(TimelineEvent.Date(timex: $0)).key }
        #expect(
            keys.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
                == keys.map { Array($0.utf8) })
        #expect(Set(keys).count == keys.count)
    }

    @Test("The part of a long sentence around a date is cut between words and characters")
    func longSentence() throws {
        for word in ["so ", "é", "x"] {
            let before = String(repeating: word, count: 500)
            let text = "\(before) on 3 May 1960, \(String(repeating: " ö", count: 500))."
            let document = try Self.extractor.get().extract(text)
            let bytes = Array(text.utf8)
            let span = try #require(
                bytes.withUnsafeBufferPointer { Timeline(document, utf8: $0) }.events.first
            ).span
            #expect(span.count <= Passages.longest && span.count > Passages.longest / 2)
            let part = try #require(String(validating: bytes[span], as: UTF8.self))
            #expect(part.contains("on 3 May 1960, "))
            if word == "so " { #expect(part.hasPrefix("so ")) }
            #expect(part.hasSuffix(" ö"))
        }
    }

    @Test("Every event of the texts of this project stands where it says")
    func extracted() throws {
        for text in FindingsWriterTests.texts {
            let document = try Self.extractor.get().extract(text, date: "2019-02-12")
            let bytes = Array(text.utf8)
            let timeline = bytes.withUnsafeBufferPointer { Timeline(document, utf8: $0) }
            let keys = timeline.events.map(\.date.key)
            #expect(keys == keys.sorted())
            for event in timeline.events {
                #expect(String(validating: bytes[event.span], as: UTF8.self) != nil)
                guard let mention = event.mention else { continue }
                #expect(event.span.contains(document.mentions[mention].utf8Range.lowerBound))
            }
            for (index, mention) in document.mentions.enumerated() where mention.date != nil {
                #expect((mention.date?.earliest != nil) == (timeline.eventOfMention[index] != nil))
            }
        }
    }

    @Test("TSV has a line an event, JSON Lines an object")
    func lines() throws {
        let text = "😀 The Egypt-Israel Peace Treaty was signed on 26 March 1979.\tÅse left."
        let document = try Self.extractor.get().extract(text, id: "a\tb")
        let tsv = String(decoding: TimelineDocumentWriter().write(document), as: UTF8.self)
        let rows = tsv.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        let header = TimelineDocumentWriter().header.description
        #expect(rows.allSatisfy { $0.count == header.split(separator: "\t").count })
        #expect(
            rows.first?.prefix(9) == [
                "1979-03-26", "a\\tb", "1979-03-26", "1979-03-26", "1979-03-26", "day", "signed",
                "text", "Egypt–Israel Peace Treaty",
            ])
        #expect(rows.first?[9] == "EG|IL")
        let jsonl = TimelineDocumentWriter(unit: .utf16, isJSON: true).write(document)
        let objects = try String(decoding: jsonl, as: UTF8.self).split(separator: "\n").map {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
        #expect(objects.count == rows.count)
        for (object, row) in zip(objects, rows) {
            #expect(object?["key"] as? String == row[0])
            #expect(object?["source"] as? String == row[7])
            #expect(object?["offsets"] as? String == "utf16")
            let (start, end) = (object?["start"] as? Int ?? 0, object?["end"] as? Int ?? 0)
            let said = Array(text.utf16)[start..<end]
            #expect(object?["text"] as? String == String(decoding: said, as: UTF16.self))
        }
    }
}
