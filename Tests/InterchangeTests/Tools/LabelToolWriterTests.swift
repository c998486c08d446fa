import Dragoman
import Testing

@testable import Interchange

@Suite("Tasks for tools in which people label: doccano, Label Studio")
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
}
