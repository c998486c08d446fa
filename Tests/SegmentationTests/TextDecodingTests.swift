import SeededRandom
import Testing

@testable import Segmentation

/// Bytes, the text they decode to, and where the problems are.
struct DecodingCase: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    var text: String
    var problems: [Int] = []
    var testDescription: String { name }
}

@Suite("Decoding")
struct TextDecodingTests {
    @Test(arguments: [
        DecodingCase(name: "nothing", bytes: [], text: ""),
        DecodingCase(name: "ASCII and NUL", bytes: [0x41, 0, 0x42], text: "A\0B"),
        DecodingCase(name: "UTF-8", bytes: Array("né 👍".utf8), text: "né 👍"),
        DecodingCase(name: "UTF-8 mark", bytes: [0xEF, 0xBB, 0xBF, 0x41], text: "A"),
        DecodingCase(
            name: "only the first mark", bytes: Array("\u{FEFF}\u{FEFF}".utf8), text: "\u{FEFF}"),
        DecodingCase(name: "half a mark", bytes: [0xEF, 0xBB], text: "\u{FFFD}", problems: [0]),
        DecodingCase(
            name: "a byte never used", bytes: [0x41, 0xFF, 0x42], text: "A\u{FFFD}B", problems: [1]),
        DecodingCase(
            name: "offset counts the mark", bytes: [0xEF, 0xBB, 0xBF, 0x41, 0xFF],
            text: "A\u{FFFD}",
            problems: [4]),
        DecodingCase(
            name: "overlong", bytes: [0xC0, 0xAF], text: "\u{FFFD}\u{FFFD}", problems: [0]),
        DecodingCase(
            name: "surrogate in UTF-8", bytes: [0xED, 0xA0, 0x80], text: "\u{FFFD}\u{FFFD}\u{FFFD}",
            problems: [0]),
        DecodingCase(
            name: "cut off, then a letter", bytes: [0xF0, 0x9F, 0x98, 0x41, 0xE2, 0x80],
            text: "\u{FFFD}A\u{FFFD}", problems: [0, 4]),
        DecodingCase(
            name: "Windows-1252 taken for UTF-8",
            bytes: [0x63, 0x61, 0x66, 0xE9, 0x20, 0x93, 0x94],
            text: "caf\u{FFFD} \u{FFFD}\u{FFFD}", problems: [3, 5]),
        DecodingCase(
            name: "UTF-16LE", bytes: [0xFF, 0xFE, 0x41, 0, 0x3D, 0xD8, 0x4D, 0xDC], text: "A👍"),
        DecodingCase(
            name: "UTF-16BE", bytes: [0xFE, 0xFF, 0, 0x41, 0xD8, 0x3D, 0xDC, 0x4D], text: "A👍"),
        DecodingCase(
            name: "lone high surrogate", bytes: [0xFF, 0xFE, 0x3D, 0xD8, 0x41, 0],
            text: "\u{FFFD}A", problems: [2]),
        DecodingCase(
            name: "lone low surrogate at the end", bytes: [0xFE, 0xFF, 0, 0x41, 0xDC, 0x4D],
            text: "A\u{FFFD}",
            problems: [4]),
        DecodingCase(
            name: "high surrogate at the end", bytes: [0xFE, 0xFF, 0xD8, 0x3D], text: "\u{FFFD}",
            problems: [2]),
        DecodingCase(
            name: "odd byte", bytes: [0xFF, 0xFE, 0x41, 0, 0x42], text: "A\u{FFFD}", problems: [4]),
        DecodingCase(name: "UTF-16 mark alone", bytes: [0xFF, 0xFE], text: ""),
        DecodingCase(name: "UTF-32LE", bytes: [0xFF, 0xFE, 0, 0, 0x4D, 0xF4, 1, 0], text: "👍"),
        DecodingCase(name: "UTF-32BE", bytes: [0, 0, 0xFE, 0xFF, 0, 1, 0xF4, 0x4D], text: "👍"),
        DecodingCase(
            name: "UTF-32 surrogate and beyond",
            bytes: [0, 0, 0xFE, 0xFF, 0, 0, 0xD8, 0, 0, 0, 0, 0x41, 0, 0x11, 0, 0, 0x42],
            text: "\u{FFFD}A\u{FFFD}\u{FFFD}", problems: [4, 12]),
    ])
    func table(_ item: DecodingCase) {
        let (utf8, problems) = TextDecoding.decode(item.bytes)
        #expect(
            String(decoding: utf8, as: UTF8.self).unicodeScalars.elementsEqual(
                item.text.unicodeScalars))
        #expect(problems.map(\.byteOffset) == item.problems)
    }

    @Test("messages say how much was replaced")
    func messages() {
        let problems = TextDecoding.decode([0x41, 0xFF, 0xFF, 0x42, 0xC3]).problems
        #expect(
            problems == [
                .init(byteOffset: 1, message: "2 bytes are not valid UTF-8: replaced by U+FFFD"),
                .init(byteOffset: 4, message: "1 byte is not valid UTF-8: replaced by U+FFFD"),
            ])
    }

    @Test("a hundred problems are listed, the others counted")
    func manyProblems() {
        let bytes = [UInt8](repeating: 0, count: 500).enumerated().map {
            $0.offset % 2 == 0 ? 0xFF : 0x41
        }
        let (utf8, problems) = TextDecoding.decode(bytes.map(UInt8.init))
        #expect(utf8.count == 1000)
        #expect(problems.count == 101)
        #expect(
            problems.last
                == .init(
                    byteOffset: 200,
                    message: "150 more places from here on not valid UTF-8: replaced by U+FFFD"))
    }

    /// Bytes that are likely to begin, go on with or break sequences.
    @Test("random bytes decode as Swift's own decoder has them", arguments: 1...20)
    func sameAsSwift(seed: Int) {
        var generator = SplitMix64(seed: UInt64(seed))
        let telling: [UInt8] = [
            0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
            0xED, 0xEF, 0xF0,
            0xF1, 0xF4, 0xF5, 0xFF,
        ]
        for _ in 0..<200 {
            let count = Int.random(in: 0...30, using: &generator)
            // An `A` in front keeps what follows from being a mark.
            let bytes = [0x41] + (0..<count).map { _ in telling.randomElement(using: &generator)! }
            let expected = Array(String(decoding: bytes, as: UTF8.self).utf8)
            let (utf8, problems) = TextDecoding.decode(bytes)
            #expect(utf8 == expected, "\(bytes)")
            #expect(problems.isEmpty == (bytes == expected))
        }
    }

    @Test("strings come back from UTF-16", arguments: 1...5)
    func fromUTF16(seed: Int) {
        var generator = SplitMix64(seed: UInt64(seed))
        for _ in 0..<100 {
            let text = randomText(&generator)
            let bytes = ("\u{FEFF}" + text).utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            let (utf8, problems) = TextDecoding.decode(bytes)
            #expect(utf8 == Array(text.utf8))
            #expect(problems.isEmpty)
        }
    }
}
