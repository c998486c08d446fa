import Dragoman
import Foundation
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
        var writer = JSONDocumentWriter()
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

    @Test("A writer gives the same bytes again, pretty or not")
    func reuse() throws {
        for pretty in [false, true] {
            var writer = JSONDocumentWriter(pretty: pretty)
            let first = writer.write(Self.document)
            #expect(writer.write(Self.document) == first)
            #expect(try JSONSerialization.jsonObject(with: Data(first)) is [String: Any])
        }
    }

    @Test("TSV: a line a mention, tabs in fields escaped")
    func tsv() {
        var writer = TSVDocumentWriter(unit: .utf16)
        #expect(
            String(decoding: writer.write(Self.document), as: UTF8.self) == """
                a\\tb\t3\t7\tPERSON\tKono\tTaro Kono\tnames.person
                a\\tb\t9\t13\tDATE\t1960\t1960\tdate.year

                """)
    }
}
