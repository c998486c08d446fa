import Dragoman
import Testing

@testable import Interchange

@Suite("W3C Web Annotation")
struct WebAnnotationWriterTests {
    @Test("A page a document, an annotation a mention, with position and quote")
    func annotation() throws {
        var document = Samples.hard
        document.mentions = [document.mentions[0]]
        #expect(
            Samples.written(document, by: WebAnnotationDocumentWriter()) == #"""
                {"@context":"http://www.w3.org/ns/anno.jsonld","id":"a/b%20c#annotations",\#
                "type":"AnnotationPage","items":[{"id":"a/b%20c#m0","type":"Annotation","body":[\#
                {"type":"TextualBody","purpose":"tagging","value":"PERSON"},\#
                {"id":"a/b%20c#e1","type":"TextualBody","purpose":"identifying",\#
                "value":"Taro \"T\" Kono"},{"type":"SpecificResource","purpose":"identifying",\#
                "source":"http://www.wikidata.org/entity/Q1"}],"target":{"source":"a/b%20c",\#
                "selector":[{"type":"TextPositionSelector","start":3,"end":12},\#
                {"type":"TextQuoteSelector","exact":"Taro\tKono","prefix":"😀 \"",\#
                "suffix":"\".\r\n\r\n# Café of  New York Times"}]}}]}

                """#)
    }

    @Test("Prefix and suffix are 32 code points, of whatever length")
    func quote() throws {
        let wide = String(repeating: "é😀", count: 40)
        let document = Samples.document(wide + "Kono" + wide, [("Kono", .person, nil, nil)])
        let page = try JSONReader.read(WebAnnotationDocumentWriter().write(document))
        let quote = page["items"]?.array?[0]["target"]?["selector"]?.array?[1]
        #expect(quote?["prefix"]?.string == String(repeating: "é😀", count: 16))
        #expect(quote?["suffix"]?.string == String(repeating: "é😀", count: 16))
    }

    @Test(
        "The source is an IRI, and each annotation has one of its own",
        arguments: [
            ("a.txt", "a.txt"), ("x:y", "x%3Ay"), ("é\n", "%C3%A9%0A"),
            ("https://a.b/c?d=e%20f g", "https://a.b/c?d=e%20f%20g"), ("urn:isbn:1", "urn:isbn:1"),
        ])
    func source(id: String, iri: String) {
        let page = Samples.written(
            Samples.document(id: id, "x", [("x", .person, nil, nil)]),
            by: WebAnnotationDocumentWriter())
        #expect(page.contains(#""source":"\#(iri)""#))
        #expect(page.contains(#""id":"\#(iri)#m0""#))
    }

    @Test("A document without id is known by its place; without mentions it is an empty page")
    func empty() {
        var output = ByteBuffer()
        [].withUnsafeBufferPointer {
            WebAnnotationDocumentWriter().write(
                Document(text: ""),
                of: ParsedDocument(utf8: $0, place: DocumentPlace(input: 2, line: 7)), to: &output)
        }
        #expect(
            String(decoding: output.bytes, as: UTF8.self) == """
                {"@context":"http://www.w3.org/ns/anno.jsonld","id":"document-2-7#annotations",\
                "type":"AnnotationPage","items":[]}

                """)
    }
}
