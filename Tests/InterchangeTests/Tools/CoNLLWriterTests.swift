import Dragoman
import Testing

@testable import Interchange

@Suite("CoNLL-U Plus with IOB2 tags")
struct CoNLLWriterTests {
    @Test("A token a line, a blank line behind each sentence, only the outermost mentions")
    func lines() throws {
        #expect(
            Samples.written(Samples.hard, by: try CoNLLDocumentWriter()) == #"""
                # newdoc id = a/b c
                # offsets = codepoint
                😀	0	1	O	_	_
                "	2	3	O	_	_
                Taro	3	7	B-PERSON	e1	Taro "T" Kono
                Kono	8	12	I-PERSON	e1	Taro "T" Kono
                "	12	13	O	_	_
                .	13	14	O	_	_

                \u0023	18	19	O	_	_
                Café	20	25	O	_	_
                of	26	28	O	_	_
                New	30	33	B-ORGANIZATION	e2	New York Times
                York	34	38	I-ORGANIZATION	e2	New York Times
                Times	39	44	I-ORGANIZATION	e2	New York Times
                ,	44	45	O	_	_
                1960	46	50	B-DATE	_	1960
                .	50	51	O	_	_

                Kono	52	56	B-PERSON	e1	Taro "T" Kono


                """#)
    }

    @Test("A token that a mention has a part of is cut; no sentence ends in a mention")
    func boundaries() throws {
        let document = Samples.document(
            "Anglo1960 to St. Paul. B", sentences: ["Anglo1960 to St.", "Paul.", "B"],
            [("1960", .date, nil, nil), ("St. Paul", .place, nil, nil)])
        let text = Samples.written(document, by: try CoNLLDocumentWriter(unit: .utf8))
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
        #expect(
            rows.map { $0.split(separator: "\t").prefix(1).joined() } == [
                "Anglo", "1960", "to", "St", ".", "Paul", ".", "", "B", "", "",
            ])
        #expect(
            rows.compactMap { $0.split(separator: "\t").dropFirst(3).first }.joined(separator: " ")
                == "O B-DATE O B-PLACE I-PLACE I-PLACE O O")
    }

    @Test("A document without text is its name; what would break a line is escaped")
    func empty() throws {
        let document = Document(id: "a\n#\tb", text: "")
        #expect(
            Samples.written(document, by: try CoNLLDocumentWriter(unit: .utf16))
                == "# newdoc id = a\\n#\\tb\n# offsets = utf16\n\n")
    }

    @Test("A document without id is a new one all the same")
    func nameless() throws {
        let text = Samples.written(Document(text: "#"), by: try CoNLLDocumentWriter())
        #expect(text == "# newdoc\n# offsets = codepoint\n\\u0023\t0\t1\tO\t_\t_\n\n")
    }
}
