import Lexicon
import Segmentation
import Testing

@testable import Dragoman

@Suite("The table of languages in an image")
struct LanguageTableTests {
    private static let sources = [
        LanguageTable.Source(
            language: .english, words: ["the", "in"], calendarWords: ["April"], image: []),
        LanguageTable.Source(
            language: .german, words: ["der", "in"], calendarWords: ["April", "gestern"],
            image: [1, 2, 3]),
    ]

    /// An image with this section.
    private static func image(_ section: [UInt8]) throws -> LexiconImage {
        try LexiconImage(LexiconCompiler().image(sections: [.languages: section]))
    }

    @Test("It knows the words of each language, whatever their case")
    func words() throws {
        let table = try #require(
            try LanguageTable(Self.image(LanguageTable.compile(Self.sources))))
        #expect(table.languages == [.english, .german])
        let expected = [
            "the": [1, 0], "der": [0, 1], "in": [1, 1], "IN": [1, 1], "april": [2, 2],
            "gestern": [0, 2], "avril": [0, 0],
        ]
        for (word, counts) in expected {
            let languages = table.languages(of: TokenHash.of(word))
            #expect([0, 1].map(languages.count) == counts, "\(word)")
            #expect(languages.isEmpty == (counts == [0, 0]))
        }
    }

    @Test("The same sources give the same bytes")
    func deterministic() throws {
        #expect(try LanguageTable.compile(Self.sources) == LanguageTable.compile(Self.sources))
    }

    @Test("An image without it knows its own language only")
    func none() throws {
        #expect(try LanguageTable(LexiconImage(LexiconCompiler().image())) == nil)
    }

    @Test("Every truncation is refused, when it is opened or when the language is asked for")
    func truncated() throws {
        let bytes = try LanguageTable.compile(Self.sources)
        for count in 1..<bytes.count {
            #expect(throws: LexiconError.self) {
                try LanguageTable(Self.image(Array(bytes[..<count])))?.image(of: 1)
            }
        }
    }

    @Test("Damage is refused or harmless")
    func damaged() throws {
        let bytes = try LanguageTable.compile(Self.sources)
        for place in bytes.indices {
            for value: UInt8 in [0, 0x7F, 0xFF] {
                var damaged = bytes
                damaged[place] = value
                let table = try? LanguageTable(Self.image(damaged))
                _ = table?.languages(of: TokenHash.of("der"))
                _ = try? table?.image(of: 1)
            }
        }
    }

    @Test("More languages than bits are refused")
    func tooMany() {
        let sources = Array(repeating: Self.sources[0], count: LanguageTable.mostLanguages + 1)
        #expect(throws: LexiconError.self) { try LanguageTable.compile(sources) }
    }
}
