import Chronology
import Foundation
import Grammar
import Lexicon
import SeededRandom
import Testing

@testable import Dragoman

@Suite("The language of a text")
struct LanguageTests {
    static let all: [Language] = [
        .english, .german, .french, .spanish, .italian, .portuguese, .dutch, .russian, .japanese,
        .chinese,
    ]

    private static func extractor(_ languages: [Language]? = nil) throws -> Extractor {
        var options = Extractor.Options()
        options.languages = languages
        return try Extractor(options: options)
    }

    /// A text written for this project.
    private static func text(_ language: Language) throws -> String {
        let path = ImageTests.root.appending(path: "Tests/Fixtures/Languages/\(language).txt")
        return try String(contentsOf: path, encoding: .utf8)
    }

    @Test("It is found", arguments: all)
    func found(language: Language) throws {
        let document = DateCase.extractor.extract(try Self.text(language))
        #expect(document.language == language)
    }

    @Test("Its dates are the same whether it is found or given", arguments: all)
    func given(language: Language) throws {
        let text = try Self.text(language)
        let found = DateCase.extractor.extract(text, date: "2019-02-12")
        let given = try DateCase.extractor(language).extract(text, date: "2019-02-12")
        #expect(found.mentions.count >= 7)
        #expect(found.mentions == given.mentions)
    }

    @Test("The same days are found in every language", arguments: all)
    func sameDays(language: Language) throws {
        let document = DateCase.extractor.extract(try Self.text(language), date: "2019-02-12")
        let values = Set(document.mentions.compactMap(\.date?.timex))
        let told: Set = [
            "1871-10-03", "1866-SP", "1864", "1914/1918", "1918-11", "2019-06-12/2019-06-14",
        ]
        #expect(values.isSuperset(of: told), "\(told.subtracting(values))")
    }

    @Test(
        "A sentence is enough",
        arguments: [
            ("Er kam am 12. Februar 2019 nach Berlin.", Language.german),
            ("Am 3. Oktober 1990.", .german),
            ("Le traité fut signé le 4 avril 1949.", .french),
            ("Il partit hier.", .french),
            ("El tratado se firmó el 4 de abril de 1949.", .spanish),
            ("Il trattato fu firmato il 4 aprile 1949.", .italian),
            ("O tratado foi assinado em 4 de abril de 1949.", .portuguese),
            ("Het verdrag werd getekend op 4 april 1949.", .dutch),
            ("Договор подписан 4 апреля 1949 года.", .russian),
            ("条約は1949年4月4日に署名された。", .japanese),
            ("条约于1949年4月4日签署。", .chinese),
            ("The treaty was signed on 4 April 1949.", .english),
        ])
    func sentence(text: String, language: Language) throws {
        #expect(DateCase.extractor.extract(text).language == language)
    }

    @Test(
        "English stays English, whatever it names or quotes",
        arguments: [
            "Juni Cortez spoke to the press.", "Mars is red.",
            "Rio de Janeiro, 12 May 2019", "No service. But good food.", "Die Zeit, 12 May 2019",
            "He shouted \"Vive la France et les Français\" and left on 12 May 2019.",
            "The Frankfurter Allgemeine wrote: \"Der Vertrag ist nicht für die Ewigkeit.\" It was right.",
            "S E X Y C H I L D R E N", "12 May 2019", "", "12345", "...",
            "Le Figaro, El País, Der Spiegel and La Repubblica said so.",
        ])
    func english(text: String) {
        #expect(DateCase.extractor.extract(text).language == .english)
    }

    @Test(
        "A language that is not known is read as English is",
        arguments: [
            "Port w Nordhaven został otwarty 3 października 1871 roku, a prace rozpoczęły się wiosną.",
            "Порт було відкрито 3 жовтня 1871 року, а роботи почалися навесні 1866 року.",
            """
            Hamnen öppnades den 3 oktober 1871. Arbetet hade börjat på våren 1866, efter att regeringen hade \
            beviljat pengarna 1864. Mellan 1914 och 1918 låg flottan här; sedan lämnade den hamnen för alltid.
            """,
        ])
    func unknown(text: String) {
        #expect(DateCase.extractor.extract(text).language == .english)
    }

    @Test("Rules of other languages do not fire in English text")
    func foreignWords() {
        let text = """
            In avril the band played, and the mars of old was seen. Juni and Febbraio are names that \
            the father gave to his sons; el lunes and gestern are words of other languages.
            """
        #expect(DateCase.extractor.extract(text, date: "2019-02-12").mentions.isEmpty)
        let name = DateCase.extractor.extract("Avril Lavigne sang.", date: "2019-02-12")
        #expect(name.mentions.isEmpty)
    }

    @Test("English rules do not fire in other languages")
    func englishWords() throws {
        let text = "Er las die Sunday Times und ging am Montag mit Frau May nach Hause."
        let document = DateCase.extractor.extract(text, date: "2019-02-12")
        #expect(document.mentions.map { document.text(of: $0) } == ["Montag"])
    }

    @Test("Only languages that are wanted are taken, the first where nothing tells")
    func wanted() throws {
        let german = try Self.text(.german)
        #expect(try Self.extractor([.english]).extract(german).language == .english)
        #expect(try Self.extractor([.german]).extract("12 May 2019").language == .german)
        #expect(try Self.extractor([.french, .german]).extract("…").language == .french)
        #expect(try Self.extractor([.french, .german]).extract(german).language == .german)
    }

    @Test(
        "Day and month are in the order of the language, or open",
        arguments: [
            (Language.german, "2019-02-12", [String]()), (.dutch, "2019-02-12", []),
            (.english, "2019-12-02", ["2019-02-12"]), (.japanese, "2019-12-02", ["2019-02-12"]),
        ])
    func order(language: Language, value: String, alternatives: [String]) throws {
        let date = try DateCase.extractor(language).extract("12/02/2019").mentions.first?.date
        #expect(date?.timex == value)
        #expect(date?.alternatives == alternatives)
    }

    @Test("An extractor says which languages it knows")
    func languages() throws {
        #expect(try Self.extractor().languages == Self.inImage)
        #expect(try Self.extractor([.french, .german]).languages == [.french, .german])
    }

    @Test("A language that the lexicon does not have is an error")
    func errors() throws {
        let klingon = try #require(Language(code: "tl"))
        #expect(throws: ExtractorError.language(klingon, known: LanguageTests.inImage)) {
            try Self.extractor([klingon])
        }
        #expect(throws: ExtractorError.noLanguage) { try Self.extractor([]) }
        #expect(Language(code: "english") == nil)
    }

    /// English is the lexicon's own, the others come in the order of their codes.
    private static let inImage =
        [Language.english] + all.dropFirst().sorted { $0.code < $1.code }

    @Test("Names and treaties in other languages are no trap", arguments: all)
    func everything(language: Language) throws {
        var options = Extractor.Options()
        options.labels = Set(Label.allCases)
        options.explain = true
        options.nested = true
        let document = try Extractor(options: options).extract(try Self.text(language))
        for mention in document.mentions { #expect(!document.text(of: mention).isEmpty) }
    }

    @Test("TimeML takes ranges apart", arguments: all)
    func timeML(language: Language) throws {
        var options = Extractor.Options()
        options.dateProfile = .timeml
        let document = try Extractor(options: options).extract(try Self.text(language))
        let values = Set(document.mentions.compactMap(\.date?.timex))
        #expect(values.isSuperset(of: ["1914", "1918", "2019-06-12", "2019-06-14"]), "\(values)")
    }

    /// Marks and numbers beside which the words of a language are put in no order.
    private static let fillers =
        "12 2019 30 31 1 99 1949 . , - / ( ) ： 年 月 日 de of le a".split(separator: " ").map(
            String.init)

    @Test("Random words of dates give values that read back, and days in order", arguments: all)
    func random(language: Language) throws {
        let extractor = try DateCase.extractor(language)
        let words = try Self.dateWords(language) + Self.fillers + Self.fillers
        var random = SplitMix64(seed: 11)
        for _ in 0..<300 {
            let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in
                words.randomElement(using: &random) ?? ""
            }.joined(separator: Bool.random(using: &random) ? " " : "")
            for value in extractor.extract(text, date: "2020-02-29").mentions.compactMap(\.date) {
                #expect(TimexValue(value.timex)?.description == value.timex, "\(text)")
                if let earliest = value.earliest, let latest = value.latest,
                    !earliest.hasPrefix("-"), !latest.hasPrefix("-")
                {
                    #expect(earliest <= latest, "\(text)")
                }
            }
        }
    }

    /// What the files of a language name.
    private static func dateWords(_ language: Language) throws -> [String] {
        try ["dates.tsv", "time-words.tsv"].flatMap { file -> [String] in
            let path = ImageTests.root.appending(path: "Lexicons/\(language)/\(file)")
            guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
            return try LexiconSource(text: text, file: file).entries.map(\.name)
        }
    }

    @Test("What comes before a text does not matter to it")
    func history() throws {
        let extractor = try Self.extractor()
        let texts = try Self.all.map { try Self.text($0) }
        let alone = try texts.map { try Self.extractor().extract($0).mentions }
        #expect(texts.map { extractor.extract($0).mentions } == alone)
        #expect(texts.reversed().map { extractor.extract($0).mentions } == alone.reversed())
    }

    @Test("A user's words and rules work in every language")
    func additions() throws {
        var options = Extractor.Options()
        options.labels = [.date]
        options.rules = [
            RuleSource(
                file: "user.rules",
                text: """
                    rule user.day
                      example "[Tag X] kommt."
                      counter "Tag Y."
                      pattern ref:("Tag" "X")
                      mark DATE
                      set form=reference value=FUTURE_REF
                    """)
        ]
        let document = try Extractor(options: options).extract("Der Tag X ist nicht gestern.")
        #expect(document.language == .german)
        #expect(document.mentions.map(\.rule) == ["user.day", "date.dayword"])
    }
}
