import Dragoman
import SeededRandom
import Testing

@testable import Interchange

@Suite("The text with its mentions marked")
struct TextDocumentWriterTests {
    private static let blue = "\u{1B}[0m\u{1B}[1;34m"
    private static let purple = "\u{1B}[0m\u{1B}[1;35m"
    private static let green = "\u{1B}[0m\u{1B}[1;32m"
    private static let none = "\u{1B}[0m"

    @Test("Mentions have brackets and labels, those in others too, and the text ends its line")
    func brackets() {
        let text = Samples.written(Samples.hard, by: TextDocumentWriter())
        #expect(
            text == """
                😀 \"[PERSON Taro\tKono]\".\r\n\r
                # Cafe\u{301} of  [ORGANIZATION [PLACE New York] Times], [DATE 1960]. [PERSON Kono]

                """)
    }

    @Test("In colour each has that of its kind, and the outer one's goes on behind the inner")
    func colors() {
        let document = Samples.document(
            "Kono of New York Times",
            [
                ("Kono", .person, nil, nil), ("New York Times", .organization, nil, nil),
                ("York", .place, nil, 1),
            ])
        #expect(
            Samples.written(document, by: TextDocumentWriter(isColored: true))
                == "\(Self.blue)Kono\(Self.none) of \(Self.purple)New \(Self.green)York\(Self.purple) Times"
                + "\(Self.none)\n")
    }

    @Test("The legend has the colours that the labels have")
    func legend() {
        let header = "\(TextDocumentWriter(isColored: true).header)"
        for label in Label.allCases where Label.standard.contains(label) {
            let document = Samples.document("x", [("x", label, nil, nil)])
            let color = Samples.written(document, by: TextDocumentWriter(isColored: true))
                .dropFirst(Self.none.count).prefix { $0 != "x" }
            #expect(header.contains("\(color)\(label.rawValue.lowercased())\(Self.none)"))
        }
        #expect("\(TextDocumentWriter().header)" == "")
    }

    @Test("A mention of two lines is coloured on each")
    func lines() {
        let document = Samples.document("a Taro\nKono\nb", [("Taro\nKono", .person, nil, nil)])
        #expect(
            Samples.written(document, by: TextDocumentWriter(isColored: true))
                == "a \(Self.blue)Taro\(Self.none)\n\(Self.blue)Kono\(Self.none)\nb\n")
    }

    @Test(
        "What a terminal would obey is written by its code",
        arguments: [
            ("\u{1B}[2J", "<U+001B>[2J"), ("a\rb", "a<U+000D>b"), ("a\r\nb", "a\r\nb"),
            ("\u{9B}31m", "<U+009B>31m"), ("\u{202E}x", "<U+202E>x"),
            ("\u{7F}\0", "<U+007F><U+0000>"),
            ("a\tb", "a\tb"), ("\u{8}\u{7}", "<U+0008><U+0007>"), ("é😀\u{200F}", "é😀\u{200F}"),
            ("\r", "<U+000D>"),
        ])
    func hazards(text: String, shown: String) {
        for colored in [false, true] {
            let writer = TextDocumentWriter(isColored: colored)
            #expect(Samples.written(Samples.document(text), by: writer) == shown + "\n")
        }
        let heading = Samples.written(
            Samples.document(id: text + "\n", ""), by: TextDocumentWriter(hasHeadings: true))
        #expect(heading.split(separator: "\n").count == 1 && !heading.contains("\u{1B}"))
    }

    @Test("Without the marks it is the text, whatever mentions and text are", arguments: 0..<200)
    func whole(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let parts = [
            "a", " ", "\n", "\r\n", "\r", "\u{1B}[1m", "é", "😀", "\u{202E}", "[", "]", "東京",
        ]
        let text = (0..<Int.random(in: 0...30, using: &random))
            .map { _ in parts.randomElement(using: &random)! }.joined()
        var document = Document(text: text)
        let bounds =
            text.unicodeScalars.indices.map {
                text.utf8.distance(from: text.startIndex, to: $0)
            } + [text.utf8.count]
        document.mentions = (0..<Int.random(in: 0...6, using: &random)).map { _ in
            let pair = (0..<2).map { _ in bounds.randomElement(using: &random)! }.sorted()
            return Mention(
                utf8Range: pair[0]..<pair[1], label: Label.allCases.randomElement(using: &random)!,
                rule: "rule")
        }.sorted {
            ($0.utf8Range.lowerBound, -$0.utf8Range.upperBound) < (
                $1.utf8Range.lowerBound, -$1.utf8Range.upperBound
            )
        }
        var shown = Samples.written(document, by: TextDocumentWriter(isColored: true))
        shown = shown.replacing(#/\u{1B}\[0m|\u{1B}\[1;3[1-5]m/#, with: "")
        #expect(!shown.unicodeScalars.contains("\u{1B}"))
        shown = shown.replacing(#/<U\+([0-9A-F]{4})>/#) { match in
            String(Unicode.Scalar(UInt32(match.1, radix: 16)!)!)
        }
        let end = text.isEmpty || text.utf8.last == 10 ? "" : "\n"
        #expect(Array(shown.utf8) == Array((text + end).utf8))
    }
}
