import Dragoman
import Foundation
import SeededRandom
import Testing

@testable import Interchange

@Suite("Pages: an XML parser reads them, and finds the text in them")
struct HTMLDocumentTests {
    private static let extractor = Result {
        var options = Extractor.Options()
        options.labels = Set(Label.allCases)
        options.nested = true
        return try Extractor(options: options)
    }

    private static let writer = Result {
        HTMLDocumentWriter(states: StateNames(try extractor.get().lexicon))
    }

    /// A whole page with these documents in it.
    private static func page(_ documents: [Document]) throws -> ParsedPage {
        let writer = try writer.get()
        var page = ByteBuffer()
        page.append(writer.header)
        for (number, document) in documents.enumerated() {
            var text = document.text
            text.withUTF8 {
                writer.write(
                    document,
                    of: ParsedDocument(utf8: $0, place: DocumentPlace(line: number + 1)), to: &page)
            }
        }
        page.append(writer.footer)
        return try #require(ParsedPage(page.array))
    }

    @Test("Any text comes back byte for byte, whatever is marked in it", arguments: 0..<300)
    func random(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let text = String(
            decoding: TextBytesTests.bytes(&random, valid: true) + Array(Self.awkward.utf8),
            as: UTF8.self)
        var document = Document(id: text, text: text)
        document.warnings = [Warning(byteOffset: 0, message: text)]
        document.entities = [Entity(id: "e1", label: .person, name: text)]
        let ends =
            text.unicodeScalars.indices.map {
                text.utf8.distance(from: text.startIndex, to: $0)
            } + [text.utf8.count]
        for start in ends where random.next() % 3 == 0 {
            let end = ends[Int(random.next() % UInt64(ends.count))]
            guard start < end else { continue }
            let isName = random.next() % 2 == 0
            if isName { document.entities[0].mentions.append(document.mentions.count) }
            document.mentions.append(
                Mention(
                    utf8Range: start..<end, label: isName ? .person : .date,
                    entity: isName ? 0 : nil, rule: "x"))
        }
        let page = try Self.page([document])
        #expect(page.texts == [text])
        #expect(page.headings.first { $0.level == 2 }?.text == text)
    }

    @Test("The texts of this project, extracted")
    func extracted() throws {
        let extractor = try Self.extractor.get()
        let documents = FindingsWriterTests.texts.map { extractor.extract($0, date: "2019-02-12") }
        let page = try Self.page(documents)
        #expect(page.texts == documents.map(\.text))
        let marked = documents.flatMap { document in
            document.mentions.map { String(document.text(of: $0)) }
        }
        #expect(page.marks.map(\.text) == marked)
        #expect(Set(page.ids).count == page.ids.count)
        #expect(page.links.filter { !page.ids.contains($0) } == [])
        #expect(page.describedBy.filter { !page.ids.contains($0) } == [])
    }

    @Test("Nested mentions are marked both, and each can be followed once by keyboard")
    func nested() throws {
        var document = Document(text: "The Treaty of Paris of 1783.")
        document.mentions = [
            Mention(utf8Range: 4..<27, label: .treaty, entity: 0, rule: "x"),
            Mention(utf8Range: 14..<19, label: .place, entity: 1, rule: "x", inside: 0),
        ]
        document.entities = [
            Entity(label: .treaty, name: "Peace", mentions: [0]),
            Entity(label: .place, name: "Paris", mentions: [1]),
        ]
        let writer = try Self.writer.get()
        let html = String(decoding: writer.write(document), as: UTF8.self)
        #expect(
            html.contains(
                """
                <p dir="auto">The <mark class="treaty" id="d1-1m1">\
                <a href="#d1-1e1" title="Treaty: Peace">Treaty of </a>\
                <mark class="place" id="d1-1m2"><a href="#d1-1e2" title="Place: Paris">Paris</a></mark>\
                <a href="#d1-1e1" title="Treaty: Peace" tabindex="-1"> of 1783</a></mark>.</p>
                """), "\(html)")
    }

    @Test("Everything that is known of a treaty stands on its card, with where it is from")
    func card() throws {
        var document = WriterTests.full
        document.entities[0].treaty?.contradictions = [
            .init(field: "signed", text: "1960", lexicon: "<1961>")
        ]
        document.entities[0].mentions = [0]
        let page = try Self.page([document])
        let card = try #require(page.entities.first)
        for part in [
            "pact", "Status", "terminated", "Japan, Soviet Union", "peace", "Tokyo", "Signed 1960 ",
            "Ended 1963 catalogue", "the text says 1960, the catalogue <1961>", "wikidata\u{A0}Q1",
        ] {
            #expect(card.contains(part), "\(part) in \(card)")
        }
        #expect(!card.contains("Signed 1960 catalogue"))
    }

    @Test(
        "Dates as people write them",
        arguments: [
            ("1924-08-14", "14 August 1924", "1924-08-14"),
            ("2015-09", "September 2015", "2015-09"),
            ("1940", "1940", "1940"), ("BC0044-03-15", "15 March 44 BC", nil),
            ("BC0044", "44 BC", nil), ("2016-06-06/2016-06-09", "6–9 June 2016", nil),
            ("2016-WI", "December 2015 – February 2016", nil), ("199", "1990–1999", nil),
            ("2016-02", "February 2016", "2016-02"), ("1900-02", "February 1900", "1900-02"),
            ("2019-W07", "11–17 February 2019", nil), ("2019-Q1", "January 2019 – March 2019", nil),
            ("2019-02-28/2019-03-02", "28 February 2019 – 2 March 2019", nil),
        ])
    func words(timex: String, words: String, machine: String?) throws {
        let date = try #require(TimelineEvent.Date(timex: timex))
        #expect(date.words == words)
        #expect(date.machine == machine)
    }

    @Test(
        "A blank line ends a paragraph, and so does the end of a long line",
        arguments: [
            ("a\nb\n\nc", ["a\nb", "c"]), ("\n a \n \r\n\n b\r\n", ["a", "b"]), ("", []),
            (" \n", []),
            (
                "\(String(repeating: "x ", count: 60))\nb\nc",
                [String(repeating: "x ", count: 60).trimmingCharacters(in: .whitespaces), "b\nc"]
            ),
        ])
    func paragraphs(text: String, expected: [String]) throws {
        let page = try Self.page([Document(text: text)])
        #expect(page.paragraphs == expected)
        #expect(page.texts == [text])
    }

    @Test("The page asks for nothing: no script, no address, and a policy that forbids both")
    func selfContained() throws {
        let writer = try Self.writer.get()
        let head = writer.header.description.replacing("http://www.w3.org/1999/xhtml", with: "")
        #expect(head.contains("content=\"default-src 'none'; style-src 'unsafe-inline';"))
        for word in ["<script", "://", "url(", "@import", "src=", "<link", "<iframe"] {
            #expect(!head.contains(word), "\(word)")
        }
    }

    @Test("Colours have the contrast that WCAG 2 asks for (AA: 4.5), light and dark, and in marks")
    func contrast() throws {
        let head = try Self.writer.get().header.description
        let blocks = head.split(separator: ":root {").dropFirst().map { $0.prefix { $0 != "}" } }
        #expect(blocks.count == 3)
        var count = 0
        for block in blocks {
            let colours = Colour.variables(block)
            let (paper, card) = (try #require(colours["paper"]), try #require(colours["card"]))
            let ink = try #require(colours["ink"])
            for (name, colour) in colours where !["paper", "card", "line"].contains(name) {
                for ground in [paper, card] {
                    #expect(colour.contrast(ground) >= 4.5, "\(name)")
                    #expect(ink.contrast(ground.mixed(colour, 0.09)) >= 4.5, "\(name)")
                    count += 1
                }
            }
        }
        #expect(count == 3 * 7 * 2)
    }

    private static let awkward = "]]> &amp; <x a=\"'\"> \r\n\r\n\t\u{1}\u{1F}\u{FFFF}\u{202E}\r"
}

/// A colour of the page.
private struct Colour {
    let channels: [Double]

    /// `--paper: #faf8f4;`
    static func variables(_ css: Substring) -> [String: Colour] {
        var result: [String: Colour] = [:]
        for match in css.matches(of: /--([a-z]+): #([0-9a-f]{6}|[0-9a-f]{3});/) {
            let digits =
                match.2.count == 3 ? match.2.map { "\($0)\($0)" }.joined() : String(match.2)
            let number = Int(digits, radix: 16) ?? 0
            result[String(match.1)] = Colour(
                channels: [16, 8, 0].map { Double(number >> $0 & 0xFF) / 255 })
        }
        return result
    }

    func mixed(_ other: Colour, _ part: Double) -> Colour {
        Colour(channels: zip(channels, other.channels).map { $0 * (1 - part) + $1 * part })
    }

    /// Relative luminance, WCAG 2.
    private var luminance: Double {
        let linear = channels.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return zip(linear, [0.2126, 0.7152, 0.0722]).map(*).reduce(0, +)
    }

    func contrast(_ other: Colour) -> Double {
        let (a, b) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (a + 0.05) / (b + 0.05)
    }
}
