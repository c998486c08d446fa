import Dragoman
import Testing

@testable import Interchange

@Suite("Tasks for tools in which people label: doccano, Label Studio, Prodigy")
struct LabelToolWriterTests {
    @Test("doccano: only the outermost mentions, as start, end and label")
    func doccano() {
        #expect(
            Samples.written(Samples.hard, by: DoccanoDocumentWriter()) == #"""
                {"id":"a/b c","text":"😀 \"Taro\tKono\".\r\n\r\n# Café of  New York Times, 1960. Kono",\#
                "label":[[3,12,"PERSON"],[30,44,"ORGANIZATION"],[46,50,"DATE"],[52,56,"PERSON"]]}

                """#)
        #expect(
            Samples.written(Document(text: ""), by: DoccanoDocumentWriter())
                == "{\"text\":\"\",\"label\":[]}\n")
    }

    @Test("Label Studio: a prediction with all mentions as regions")
    func labelStudio() throws {
        var document = Samples.hard
        document.mentions = [document.mentions[0]]
        #expect(
            Samples.written(document, by: LabelStudioDocumentWriter()) == #"""
                {"data":{"text":"😀 \"Taro\tKono\".\r\n\r\n# Café of  New York Times, 1960. Kono",\#
                "document":"a/b c"},"predictions":[{"model_version":"dragoman","result":[{"id":"m0",\#
                "from_name":"label","to_name":"text","type":"labels","value":{"start":3,"end":12,\#
                "text":"Taro\tKono","labels":["PERSON"]},"meta":{"text":["Taro \"T\" Kono"]}}]}]}

                """#)
        let all = try JSONReader.read(LabelStudioDocumentWriter().write(Samples.hard))
        let regions = all["predictions"]?.array?[0]["result"]?.array ?? []
        #expect(regions.map { $0["value"]?["start"]?.integer } == [3, 30, 30, 46, 52])
        #expect(
            Samples.written(Document(text: ""), by: LabelStudioDocumentWriter())
                == #"{"data":{"text":""},"predictions":[{"model_version":"dragoman","result":[]}]}"#
                + "\n")
    }

    @Test("Prodigy: tokens as spaCy has them, and spans of whole ones")
    func prodigy() throws {
        let document = Samples.document(
            id: "a", " Taro\n Kono  \"X\"", [("Taro\n Kono", .person, nil, nil)])
        #expect(
            Samples.written(document, by: try ProdigyDocumentWriter()) == #"""
                {"text":" Taro\n Kono  \"X\"","meta":{"id":"a"},"tokens":[\#
                {"text":" ","start":0,"end":1,"id":0,"ws":false},\#
                {"text":"Taro","start":1,"end":5,"id":1,"ws":false},\#
                {"text":"\n ","start":5,"end":7,"id":2,"ws":false},\#
                {"text":"Kono","start":7,"end":11,"id":3,"ws":true},\#
                {"text":" ","start":12,"end":13,"id":4,"ws":false},\#
                {"text":"\"","start":13,"end":14,"id":5,"ws":false},\#
                {"text":"X","start":14,"end":15,"id":6,"ws":false},\#
                {"text":"\"","start":15,"end":16,"id":7,"ws":false}],\#
                "spans":[{"start":1,"end":11,"token_start":1,"token_end":3,"label":"PERSON"}]}

                """#)
        #expect(
            Samples.written(Document(text: ""), by: try ProdigyDocumentWriter())
                == #"{"text":"","meta":{},"tokens":[],"spans":[]}"# + "\n")
    }
}
