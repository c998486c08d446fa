import Dragoman
import Testing

@testable import Interchange

@Suite("Rows: one mention a row")
struct RowsWriterTests {
    @Test("Every row has every column, and never null")
    func columns() throws {
        let rows = Samples.written(Samples.hard, by: RowsDocumentWriter())
            .split(separator: "\n")
        #expect(rows.count == 5)
        #expect(
            rows[0] == #"""
                {"id":"a/b c","sentence":1,"mention":0,"outer":0,"offsets":"codepoint","start":3,"end":12,\#
                "text":"Taro\tKono","label":"PERSON","entity":"e1",\#
                "name":"Taro \"T\" Kono","ids":"wikidata:Q1|register:5 A","value":"Taro \"T\" Kono",\#
                "edtf":"","earliest":"","latest":"","grain":"","resolution":"","rule":"rule"}
                """#)
        let columns = rows.map { row in
            row.matches(of: /"([a-z]+)":/).map { String($0.output.1) }
        }
        #expect(Set(columns).count == 1)
        #expect(!rows.contains { $0.contains("null") })
    }

    @Test("A nested name says what it stands in, a date its days, and each its sentence")
    func nested() throws {
        let rows = try Samples.written(Samples.hard, by: RowsDocumentWriter())
            .split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
        #expect(rows.map { $0["outer"]?.integer } == [0, 1, 1, 3, 4])
        #expect(rows.map { $0["sentence"]?.integer } == [1, 2, 2, 2, 3])
        #expect(rows[3]["earliest"]?.string == "1960-01-01")
        #expect(rows[3]["value"]?.string == "1960")
    }

    @Test("Offsets are in the unit that each row names; nothing is written of an empty text")
    func units() {
        let rows = Samples.written(Samples.hard, by: RowsDocumentWriter(unit: .utf8))
        #expect(rows.contains(#""offsets":"utf8","start":6,"end":15"#))
        #expect(Samples.written(Document(text: ""), by: RowsDocumentWriter()) == "")
    }
}
