import Dragoman
import Testing

@testable import Interchange

@Suite("JSON that spaCy and displaCy read")
struct SpacyWriterTests {
    private static func object(_ document: Document) throws -> JSONValue {
        try JSONReader.read(SpacyDocumentWriter().write(document))
    }

    private static func spans(_ value: JSONValue?) -> [[Int?]] {
        (value?.array ?? []).map { [$0["start"]?.integer, $0["end"]?.integer] }
    }

    /// What spaCy puts together: each token, and a blank if one stands behind it that no token has.
    private static func joined(_ tokens: [[Int?]], _ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var joined = String.UnicodeScalarView()
        for (index, token) in tokens.enumerated() {
            joined += scalars[token[0]!..<token[1]!]
            let next = index + 1 < tokens.count ? tokens[index + 1][0]! : scalars.count
            if next > token[1]! { joined.append(" ") }
        }
        return String(joined)
    }

    private static func ids(_ value: JSONValue?) -> [String?] {
        (value?.array ?? []).map { $0["kb_id"]?.string }
    }

    @Test("Entities do not overlap; what is known of them, and names in names, are spans")
    func entities() throws {
        let object = try Self.object(Samples.hard)
        #expect(object["title"]?.string == "a/b c")
        #expect(Self.spans(object["ents"]) == [[3, 12], [30, 44], [46, 50], [52, 56]])
        #expect(Self.ids(object["ents"]) == ["Q1", "", "", "Q1"])
        let groups = object["spans"]
        #expect(
            Self.spans(groups?["mentions"]) == [
                [3, 12], [30, 44], [30, 38], [46, 50], [52, 56],
            ])
        #expect(Self.ids(groups?["mentions"]) == ["Q1", "", "geonames:7", "", "Q1"])
        let taro = "Taro \"T\" Kono"
        #expect(Self.ids(groups?["values"]) == [taro, "New York Times", "New York", "1960", taro])
        #expect(Self.spans(groups?["coref_clusters_1"]) == [[3, 12], [52, 56]])
    }

    @Test(
        "Tokens with the blanks between them are the text, and sentences are all tokens",
        arguments: [
            Samples.hard, Document(text: "  \n a"), Document(text: "a  \u{1C} \u{1D}b\u{A0} \n"),
            Document(text: " \u{200B} x"), Document(text: "\u{1F}"),
        ])
    func tokens(document: Document) throws {
        let object = try Self.object(document)
        let tokens = Self.spans(object["tokens"])
        #expect(Self.joined(tokens, document.text) == document.text)
        let sentences = Self.spans(object["sents"])
        #expect(sentences.first?[0] == 0)
        #expect(sentences.last?[1] == tokens.last?[1])
    }

    @Test("A document without text has nothing in it")
    func empty() throws {
        #expect(
            Samples.written(Document(text: ""), by: try SpacyDocumentWriter()) == #"""
                {"text":"","ents":[],"sents":[],"tokens":[],"spans":{"mentions":[],"values":[]}}

                """#)
    }
}
