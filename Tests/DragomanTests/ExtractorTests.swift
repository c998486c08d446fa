import Testing

@testable import Dragoman

@Suite("Extraction, end to end")
struct ExtractorTests {
    static let extractor = Result { try Extractor() }

    static func found(_ text: String, date: String? = nil) throws -> [String] {
        let document = try extractor.get().extract(text, date: date)
        return document.mentions.map { "\($0.label.rawValue) \(document.text(of: $0))" }
    }

    @Test("The README's example")
    func readme() throws {
        #expect(
            try Self.found("Taro Kono met Sergey Lavrov in Munich on 16 February 2019.") == [
                "PERSON Taro Kono", "PERSON Sergey Lavrov", "PLACE Munich", "DATE 16 February 2019",
            ])
    }

    @Test("An empty text, and one of white space, have nothing in them", arguments: ["", " \n\t "])
    func empty(text: String) throws {
        #expect(try Self.found(text) == [])
    }

    @Test("The sentences of a document, without the white space between them")
    func sentences() throws {
        let text = " Mr. Kono left. “Why?” \n\n São Paulo waits "
        let document = try Self.extractor.get().extract(text)
        let utf8 = Array(text.utf8)
        #expect(
            document.sentences.map { String(decoding: utf8[$0], as: UTF8.self) } == [
                "Mr. Kono left.", "“Why?”", "São Paulo waits",
            ])
        #expect(try Self.extractor.get().extract("").sentences.isEmpty)
    }

    @Test("Surnames are mentions of the person named in full, with the office that the text gives")
    func person() throws {
        let document = try Self.extractor.get().extract(
            "Russian Foreign Minister Sergey Lavrov spoke in Moscow. Lavrov left.")
        let people = document.entities.filter { $0.label == .person }
        #expect(people.map(\.name) == ["Sergey Lavrov"])
        #expect(people.first?.mentions.count == 2)
        #expect(people.first?.roles.first?.title == "Foreign Minister")
        #expect(people.first?.roles.first?.of == "RU")
    }

    @Test("Two names of one country are one entity with its code")
    func country() throws {
        let document = try Self.extractor.get().extract(
            "The United States agreed. Officials in the US said so.")
        let places = document.entities.filter { $0.label == .place }
        #expect(places.map(\.name) == ["United States"])
        #expect(places.first?.ids.first?.value == "US")
    }

    @Test("Only the labels that are asked for are given")
    func labels() throws {
        var options = Extractor.Options()
        options.labels = [.date]
        let document = try Extractor(options: options).extract(
            "Taro Kono left Munich on 16 February 2019.")
        #expect(document.mentions.map(\.label) == [.date])
        #expect(document.entities.isEmpty)
    }

    @Test("A date that is none of the calendar is refused", arguments: ["2019-02-30", "x", "20"])
    func date(text: String) {
        var options = Extractor.Options()
        options.date = text
        #expect(throws: ExtractorError.date(text)) { try Extractor(options: options) }
    }

    @Test("The anchor's year is inferred from weekday and offices, with the reasons")
    func anchor() throws {
        let document = try Self.extractor.get().extract(
            """
            TOKYO, February 12. /TASS/. Minister of Foreign Affairs Taro Kono left on Tuesday, \
            Kyodo News reported.
            """)
        #expect(document.anchor?.value == "2019-02-12")
        #expect(document.anchor?.source == .inferred)
        #expect(document.anchor?.why.isEmpty == false)
    }

    @Test("Bytes that are no UTF-8 give a warning, and the rest is read")
    func bytes() throws {
        let document = try Self.extractor.get().extract(
            bytes: [0xFF] + Array(" He was in Tokyo in 1960.".utf8))
        #expect(document.warnings.map(\.byteOffset) == [0])
        #expect(document.text.hasPrefix("\u{FFFD} He"))
        #expect(document.mentions.map(\.label) == [.place, .date])
    }

    @Test("One extractor serves many threads, and each gets the same answer")
    func threads() async throws {
        let extractor = try Self.extractor.get()
        let text = "Angela Merkel met Emmanuel Macron in Aachen on January 22, 2019."
        let expected = extractor.extract(text).mentions
        #expect(!expected.isEmpty)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 {
                group.addTask { extractor.extract(text).mentions == expected }
            }
            for await isSame in group { #expect(isSame) }
        }
    }
}
