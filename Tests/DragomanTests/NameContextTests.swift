import SeededRandom
import Segmentation
import Testing

@testable import Dragoman

@Suite("What stands beside other occurrences of a spelling")
struct NameContextTests {
    @Test("is what all but one have, whichever that is")
    func others() {
        var random = SplitMix64(seed: 5)
        for _ in 0..<200 {
            let places = (0..<Int.random(in: 0..<6, using: &random)).map { _ in
                NameContext.bits(
                    before: NameContext.before.randomElement(using: &random)!,
                    after: NameContext.after.randomElement(using: &random)!)
            }
            var all = NameContexts()
            for bits in places { all.add(bits) }
            for (index, bits) in places.enumerated() {
                let others = places.enumerated().filter { $0.offset != index }
                    .reduce(0) { $0 | $1.element }
                #expect(all.others(than: bits) == others)
            }
        }
    }

    @Test("a category has at most one bit on each side")
    func bits() {
        for category in TokenCategory.allCases {
            let before = NameContext.bits(before: category, after: .edge)
            let after = NameContext.bits(before: .edge, after: category)
            #expect(before.nonzeroBitCount <= 1 && after.nonzeroBitCount <= 1)
            #expect(before & after == 0)
        }
        #expect(NameContext.bits(before: .edge, after: .edge) == 0)
        #expect(NameContext.names.count == NameContext.count && NameContext.count <= 64)
    }

    @Test("teaches: a name that was once called a minister is a person everywhere")
    func taught() throws {
        let text = "Minister Zorvak spoke. The plan was Zorvak and no other."
        #expect(try names(text, .person) == ["Zorvak", "Zorvak"])
    }

    private func names(_ text: String, _ label: Label) throws -> [String] {
        let document = try Extractor().extract(text)
        return document.mentions.filter { $0.label == label }
            .map { String(decoding: Array(text.utf8)[$0.utf8Range], as: UTF8.self) }
    }
}

@Suite("A letter is no name")
struct InitialTests {
    @Test(
        "but may be part of one",
        arguments: [
            ("There is no planet B. We must act.", []), ("Is there a planet B?", []),
            ("Vitamin C and hepatitis B were tested.", []),
            ("Josef K. was arrested in Prague.", ["Josef K.", "Prague"]),
            ("They asked J. K. Rowling twice.", ["J. K. Rowling"]),
        ])
    func names(text: String, expected: [String]) throws {
        let document = try Extractor().extract(text)
        let found = document.mentions.filter { NameTag.labels.contains($0.label) }
            .map { String(decoding: Array(text.utf8)[$0.utf8Range], as: UTF8.self) }
        #expect(found == expected)
    }
}
