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
}
