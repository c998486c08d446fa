import Dragoman
import Testing

@testable import Interchange

@Suite("GATE's bdoc")
struct GATEWriterTests {
    @Test("An annotation set with the mentions, nested ones too")
    func annotations() throws {
        let object = try JSONReader.read(GATEDocumentWriter().write(Samples.hard))
        #expect(object["offset_type"]?.string == "p")
        #expect(object["name"]?.string == "a/b c")
        let set = object["annotation_sets"]?["dragoman"]
        #expect(set?["next_annid"]?.integer == 5)
        let annotations = set?["annotations"]?.array ?? []
        #expect(annotations.map { $0["start"]?.integer } == [3, 30, 30, 46, 52])
        #expect(annotations.map { $0["end"]?.integer } == [12, 44, 38, 50, 56])
        #expect(annotations[0]["features"]?["name"]?.string == "Taro \"T\" Kono")
        #expect(annotations[0]["features"]?["register"]?.string == "5 A")
        #expect(annotations[3]["features"]?["timexValue"]?.string == "1960")
    }

    @Test("Quotes, tabs and line breaks of the text are escaped; an empty text has an empty set")
    func text() {
        let written = Samples.written(Samples.hard, by: GATEDocumentWriter())
        #expect(written.hasPrefix(#"{"text":"😀 \"Taro\tKono\".\r\n\r\n# "#))
        #expect(written.count { $0 == "\n" } == 1)
        #expect(
            Samples.written(Document(text: ""), by: GATEDocumentWriter()) == #"""
                {"text":"","name":"","features":{"language":"en"},"offset_type":"p",\#
                "annotation_sets":{"dragoman":{"name":"dragoman","next_annid":0,"annotations":[]}}}

                """#)
    }
}
