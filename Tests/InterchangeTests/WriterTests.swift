import Dragoman
import Foundation
import SeededRandom
import Segmentation
import Testing

@testable import Interchange

@Suite("Writers of documents")
struct WriterTests {
    /// `😀 Kono, 1960.` with a person and a date.
    static let document: Document = {
        var document = Document(id: "a\tb", text: "😀 Kono, 1960.")
        document.anchor = Anchor(value: "1961-01-01", source: .given)
        document.mentions = [
            Mention(utf8Range: 5..<9, label: .person, entity: 0, rule: "names.person"),
            Mention(
                utf8Range: 11..<15, label: .date,
                date: DateValue(
                    type: "DATE", timex: "1960", edtf: "1960", earliest: "1960-01-01",
                    latest: "1960-12-31", grain: "year", resolution: .explicit), rule: "date.year"),
        ]
        document.entities = [
            Entity(
                id: "e1", label: .person, name: "Taro Kono", mentions: [0],
                roles: [Role(title: "Minister", of: "JP", evidence: [0])], inLexicon: true)
        ]
        document.warnings = [Warning(byteOffset: 3, message: "\"x\"")]
        return document
    }()

    @Test("The schema's keys, in its order")
    func json() {
        let writer = JSONDocumentWriter()
        #expect(
            String(decoding: writer.write(Self.document), as: UTF8.self) == """
                {"schema":"dragoman/1","id":"a\\tb","offsets":"codepoint",\
                "length":{"codepoint":13,"utf16":14,"utf8":16},\
                "anchor":{"value":"1961-01-01","source":"given","why":[]},"mentions":[\
                {"start":2,"end":6,"text":"Kono","label":"PERSON","entity":"e1",\
                "rule":"names.person"},{"start":8,"end":12,"text":"1960","label":"DATE",\
                "date":{"type":"DATE","timex":"1960","edtf":"1960","earliest":"1960-01-01",\
                "latest":"1960-12-31","grain":"year","resolution":"explicit"},\
                "rule":"date.year"}],"entities":[{"id":"e1","label":"PERSON",\
                "name":"Taro Kono","mentions":[0],"ids":{},"source":"lexicon",\
                "roles":[{"title":"Minister","of":"JP","evidence":[0]}]}],\
                "warnings":[{"byteOffset":3,"message":"\\"x\\""}]}

                """)
    }

    @Test("The language stands beside the id, unless it is English")
    func language() {
        let document = Document(id: "a", text: "", language: .german)
        #expect(
            String(decoding: JSONDocumentWriter().write(document), as: UTF8.self).hasPrefix(
                #"{"schema":"dragoman/1","id":"a","language":"de","offsets":"codepoint","#))
    }

    /// Everything that a mention, a date, an entity and a treaty can have.
    static let full: Document = {
        var document = Document(text: "The pact of 1960")
        let date = DateValue(
            type: "DATE", timex: "1960", mod: "APPROX", resolution: .ambiguous,
            alternatives: ["1961"],
            details: DateDetails(
                quant: "EACH", freq: "2X", beginPoint: "1960-01", endPoint: "1960-02",
                calendar: CalendarDate(name: "japanese", era: "Showa", year: 35, month: 1)))
        document.mentions = [
            Mention(
                utf8Range: 4..<16, label: .treaty, entity: 0, treatyMention: .description,
                rule: "treaty.of", confidence: 0.9,
                explanation: [Evidence(source: "lexicon:treaty", weight: -1.25)]),
            Mention(utf8Range: 12..<16, label: .date, date: date, rule: "date.year", inside: 0),
        ]
        document.entities = [
            Entity(
                id: "e1", label: .treaty, name: "pact", mentions: [0],
                ids: [("wikidata", "Q1"), ("unts", "2")],
                roles: [Role(title: "Minister")],
                treaty: TreatyRecord(
                    kind: "pact", parties: ["JP", "SU"], subject: "peace", place: "Tokyo",
                    signed: "1960", ratified: "1961", inForce: "1962", ended: "1963",
                    status: "terminated", evidence: [0, 1], fromLexicon: ["ended"]))
        ]
        return document
    }()

    @Test("Whatever a document has is written, in the schema's order")
    func complete() {
        let writer = JSONDocumentWriter(unit: .utf8)
        #expect(
            String(decoding: writer.write(Self.full), as: UTF8.self) == #"""
                {"schema":"dragoman/1","offsets":"utf8","length":{"codepoint":16,"utf16":16,"utf8":16},\#
                "mentions":[{"start":4,"end":16,"text":"pact of 1960","label":"TREATY","entity":"e1",\#
                "mention":"description","rule":"treaty.of","confidence":0.9,\#
                "explanation":[{"source":"lexicon:treaty","weight":-1.25}]},\#
                {"start":12,"end":16,"text":"1960","label":"DATE","date":{"type":"DATE",\#
                "timex":"1960","mod":"APPROX","quant":"EACH","freq":"2X","beginPoint":"1960-01",\#
                "endPoint":"1960-02","resolution":"ambiguous","alternatives":["1961"],\#
                "calendar":{"name":"japanese","era":"Showa","value":"35-01"}},\#
                "rule":"date.year","inside":0}],"entities":[{"id":"e1","label":"TREATY",\#
                "name":"pact","mentions":[0],"ids":{"wikidata":"Q1","unts":"2"},\#
                "roles":[{"title":"Minister","evidence":[],"source":"lexicon"}],\#
                "treaty":{"kind":"pact","parties":["JP","SU"],"subject":"peace","place":"Tokyo",\#
                "signed":"1960","ratified":"1961","inForce":"1962","ended":"1963",\#
                "status":"terminated","evidence":[0,1],"source":{"lexicon":["ended"]}}}],\#
                "warnings":[]}

                """#)
    }

    @Test(
        "Offsets count in the unit that is stated",
        arguments: [
            (OffsetUnit.codepoint, [2, 6, 8, 12]), (.utf8, [5, 9, 11, 15]),
            (.utf16, [3, 7, 9, 13]), (.grapheme, [2, 6, 8, 12]),
        ])
    func units(unit: OffsetUnit, expected: [Int]) throws {
        let writer = JSONDocumentWriter(unit: unit)
        let json = try JSONReader.read(writer.write(Self.document))
        let mentions = json["mentions"]?.array ?? []
        #expect(mentions.flatMap { [$0["start"]?.integer, $0["end"]?.integer] } == expected)
        #expect(json["offsets"]?.string == unit.rawValue)
    }

    @Test("Offsets of any spans are those of the converter", arguments: 0..<200)
    func offsets(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let utf8 = TextBytesTests.bytes(&random, valid: true)
        for unit in OffsetUnit.allCases {
            let converter = OffsetConverter(utf8: utf8, unit: unit)
            utf8.withUnsafeBufferPointer { bytes in
                let text = MeasuredText(bytes, unit: unit)
                for _ in 0..<20 {
                    let a = Int(random.next() % UInt64(utf8.count + 2))
                    let b = Int(random.next() % UInt64(utf8.count + 2))
                    let (start, end) = text.offsets(of: min(a, b)..<max(a, b))
                    #expect(start == converter.convert(min(a, b)))
                    #expect(end == converter.convert(max(a, b)))
                }
                #expect(
                    text.codepoints == String(decoding: utf8, as: UTF8.self).unicodeScalars.count)
                #expect(text.utf16 == String(decoding: utf8, as: UTF8.self).utf16.count)
            }
        }
    }

    @Test("A writer gives the same bytes again, pretty or not")
    func reuse() throws {
        for pretty in [false, true] {
            let writer = JSONDocumentWriter(pretty: pretty)
            let first = writer.write(Self.document)
            #expect(writer.write(Self.document) == first)
            #expect(try JSONSerialization.jsonObject(with: Data(first)) is [String: Any])
        }
    }

    @Test("TSV: a line a mention, tabs in fields escaped")
    func tsv() {
        let writer = TSVDocumentWriter(unit: .utf16)
        #expect(
            "\(writer.header)"
                == "id\tstart\tend\tlabel\ttext\tvalue\trule\n")
        #expect(
            String(decoding: writer.write(Self.document), as: UTF8.self) == """
                a\\tb\t3\t7\tPERSON\tKono\tTaro Kono\tnames.person
                a\\tb\t9\t13\tDATE\t1960\t1960\tdate.year

                """)
    }

    @Test("TSV: what a terminal would obey is written by its code")
    func tsvHazards() {
        var lines = TSVWriter()
        for field in [
            "\u{1B}[31m", "\u{9B}2J\u{7F}\0", "a\u{202E}b\u{2069}", "\\u001B \u{A0}é東\u{200F}😀",
        ] {
            lines.field(field)
        }
        #expect(
            String(decoding: lines.bytes, as: UTF8.self)
                == "\\u001B[31m\t\\u009B2J\\u007F\\u0000\ta\\u202Eb\\u2069\t\\\\u001B \u{A0}é東\u{200F}😀"
        )
        // Bytes that are cut off are not read beyond.
        for bytes: [UInt8] in [[0xC2], [0xE2, 0x80], [0xEF]] {
            lines.removeAll()
            bytes.withUnsafeBufferPointer { lines.field(utf8: $0) }
            #expect(lines.bytes == bytes)
        }
    }

    @Test("TSV: nested mentions are left out, fields keep to their line")
    func flat() {
        var document = Self.full
        document.id = "a\\b\r\nc"
        let writer = TSVDocumentWriter()
        #expect(
            String(decoding: writer.write(document), as: UTF8.self)
                == "a\\\\b\\r\\nc\t4\t16\tTREATY\tpact of 1960\tpact\ttreaty.of\n")
    }
}
