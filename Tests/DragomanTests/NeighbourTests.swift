import SeededRandom
import Testing

@testable import Dragoman

@Suite("What is kept of one document changes nothing in the next")
struct NeighbourTests {
    static let texts = [
        "Taro Kono met Sergey Lavrov in Munich on 16 February 2019. Kono will return on Monday.",
        "The 1951 Convention relating to the Status of Refugees, signed in Geneva, is in force.",
        "Paris, Texas: the Bank of England's Jane Smith said so in May. May left 12 days later.",
        "",
        "THE UNITED NATIONS SECURITY COUNCIL MET, the Council said; 東京 and Москва agreed.",
    ]

    @Test("in any order, again and again, and after more forms than are kept")
    func resultsStandAlone() throws {
        let alone = try Self.texts.map { try Extractor().extract($0) }
        let extractor = try Extractor()
        func check() {
            for index in [0, 1, 2, 3, 4, 4, 2, 0, 3, 1] {
                let found = extractor.extract(Self.texts[index])
                #expect(found.mentions == alone[index].mentions)
                #expect(found.entities == alone[index].entities)
            }
        }
        check()
        // So many forms make the segmenter forget them all.
        for part in 0..<2 {
            let numbers = (0..<35_000).map { String($0 * 7 + part * 1_000_000) }
            _ = extractor.extract(numbers.joined(separator: " "))
            check()
        }
    }

    /// Texts on which scanners, rules and memories may stumble.
    static let hostile = [
        "[", "“(", "a.", "Mr. ", "\u{301}", "\u{200D}👩", "\u{202E}", "\0", "\r\n\u{85}", "1939-",
        "of the ",
        "Treaty of ", "İ", "東", "Kono ", "May ", "A B ",
    ].map { String(repeating: $0, count: 300) }

    @Test("in any order among texts that are made to be awkward", arguments: 1...6)
    func shuffled(seed: UInt64) throws {
        let texts = Self.texts + Self.hostile
        let alone = try texts.map { try Extractor().extract($0) }
        let extractor = try Extractor()
        var random = SplitMix64(seed: seed)
        for index in (Array(texts.indices) + Array(texts.indices)).shuffled(using: &random) {
            let found = extractor.extract(texts[index])
            #expect(found.mentions == alone[index].mentions)
            #expect(found.entities == alone[index].entities)
        }
    }
}
