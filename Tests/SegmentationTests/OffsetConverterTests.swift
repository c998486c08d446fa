import SeededRandom
import Testing

@testable import Segmentation

@Suite("Offsets in the four units agree with Swift's views")
struct OffsetConverterTests {
    static let texts = [
        "", "plain ASCII", "two\r\nlines\r\n", "né", "e\u{301}te\u{301}", "𝔄 beyond the BMP 𐍈",
        "👍🏽 first", "👩‍👩‍👧‍👦🇯🇵🇫🇷🇫", "\u{0}\u{301}", "日本語とかな", "नमस्ते", "각각", "\u{301}starts with a mark",
        String(repeating: "ASCII only. ", count: 100),
        String(repeating: "É👍🏽e\u{301}\r\n", count: 100),
        String(repeating: "x", count: 255) + "👍" + String(repeating: "y", count: 600),
    ]

    private func length(_ text: Substring, _ unit: OffsetUnit) -> Int {
        switch unit {
        case .utf8: text.utf8.count
        case .utf16: text.utf16.count
        case .codepoint: text.unicodeScalars.count
        case .grapheme: text.count
        }
    }

    @Test(arguments: texts, OffsetUnit.allCases)
    func agreesWithViews(_ text: String, _ unit: OffsetUnit) {
        let converter = OffsetConverter(utf8: Array(text.utf8), unit: unit)
        #expect(converter.unit == unit)
        #expect(converter.length == length(text[...], unit))
        // Graphemes are compared at their own boundaries: a prefix that cuts one counts as the whole.
        let indices =
            unit == .grapheme ? Array(text.indices) : Array(text.unicodeScalars.indices)
        for index in indices + [text.endIndex] {
            let byte = text.utf8.distance(from: text.startIndex, to: index)
            #expect(converter.convert(byte) == length(text[..<index], unit))
        }
    }

    @Test("in random strings", arguments: 1...5, OffsetUnit.allCases)
    func random(_ seed: Int, _ unit: OffsetUnit) {
        var generator = SplitMix64(seed: UInt64(seed))
        for _ in 0..<20 {
            let text = (0..<20).map { _ in randomText(&generator) }.joined()
            agreesWithViews(text, unit)
        }
    }

    @Test(
        "inside a character, the whole of it counts",
        arguments: [
            (OffsetUnit.codepoint, [0, 1, 1, 1, 1, 2]), (.utf16, [0, 2, 2, 2, 2, 3]),
            (.utf8, [0, 1, 2, 3, 4, 5]), (.grapheme, [0, 1, 1, 1, 1, 2]),
        ])
    func inside(_ unit: OffsetUnit, _ expected: [Int]) {
        let converter = OffsetConverter(utf8: Array("👍!".utf8), unit: unit)
        #expect((0...5).map(converter.convert) == expected)
    }

    @Test("offsets outside the text count as its ends", arguments: OffsetUnit.allCases)
    func outside(_ unit: OffsetUnit) {
        let converter = OffsetConverter(utf8: Array("né👍".utf8), unit: unit)
        #expect(converter.convert(-1) == 0)
        #expect(converter.convert(1000) == converter.length)
    }

    @Test("the unit's names are those of the command line")
    func names() {
        #expect(OffsetUnit.allCases.map(\.rawValue) == ["codepoint", "utf8", "utf16", "grapheme"])
    }
}
