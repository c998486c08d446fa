import Dragoman
import Testing

@testable import Interchange

@Suite("Brat's standoff")
struct BratWriterTests {
    @Test("Mentions, ids, dates' values, and what is one entity")
    func lines() {
        #expect(
            Samples.written(Samples.hard, by: BratDocumentWriter()) == #"""
                T1	PERSON 3 7;8 12	Taro Kono
                N1	Reference T1 wikidata:Q1	Taro "T" Kono
                N2	Reference T1 register:5%20A	Taro "T" Kono
                T2	ORGANIZATION 30 44	New York Times
                T3	PLACE 30 38	New York
                N3	Reference T3 geonames:7	New York
                T4	DATE 46 50	1960
                #1	AnnotatorNotes T4	1960
                T5	PERSON 52 56	Kono
                N4	Reference T5 wikidata:Q1	Taro "T" Kono
                N5	Reference T5 register:5%20A	Taro "T" Kono
                *	Equiv T1 T5

                """#)
    }

    @Test(
        "A mention over a line break is in parts",
        arguments: [
            ("A\nB", "0 1;2 3"), ("A\r\nB", "0 1;3 4"), ("A \u{2028}\u{85}B", "0 2;4 5"),
            ("A\t\tB", "0 1;3 4"), ("\u{2027}", "0 1"), ("é\u{1E}😀", "0 1;2 3"),
        ])
    func lineBreaks(text: String, spans: String) {
        let document = Samples.document(text, [(text, .person, nil, nil)])
        let line = Samples.written(document, by: BratDocumentWriter())
        #expect(line.hasPrefix("T1\tPERSON \(spans)\t"))
        #expect(line.unicodeScalars.count { $0.properties.generalCategory == .control } == 3)
    }

    @Test("An empty text has an empty file")
    func empty() {
        #expect(Samples.written(Document(text: ""), by: BratDocumentWriter()) == "")
    }
}
