import Testing

@testable import Segmentation

/// What a word alone, as the text's only token, must be.
struct SpelledWord: CustomTestStringConvertible, Sendable {
    var text: String
    var kind: TokenKind
    var shape: TokenShape
    var number = UInt32.max
    var flags: TokenFlags = []
    var testDescription: String { text }
}

@Suite("Tokens: kind, shape, number, flags and hash")
struct TokenTests {
    let segmenter = try! Segmenter()

    private func tokens(_ text: String) -> TokenBuffer {
        var buffer = TokenBuffer()
        segmenter.segment(text, into: &buffer)
        return buffer
    }

    @Test(arguments: [
        SpelledWord(text: "tokyo", kind: .word, shape: .lower),
        SpelledWord(text: "Tokyo", kind: .word, shape: .capitalized),
        SpelledWord(text: "O'Brien", kind: .word, shape: .capitalized),
        SpelledWord(text: "McDonald", kind: .word, shape: .capitalized),
        SpelledWord(text: "TOKYO", kind: .word, shape: .upper),
        SpelledWord(text: "U.S", kind: .word, shape: .upper),
        SpelledWord(text: "G7", kind: .number, shape: .upper, flags: .hasDigit),
        SpelledWord(text: "T", kind: .word, shape: .initial),
        SpelledWord(text: "Я", kind: .word, shape: .initial, flags: .nonASCII),
        SpelledWord(text: "iPhone", kind: .word, shape: .mixed),
        SpelledWord(text: "Élysée", kind: .word, shape: .capitalized, flags: .nonASCII),
        SpelledWord(text: "МОСКВА", kind: .word, shape: .upper, flags: .nonASCII),
        SpelledWord(text: "ǅungla", kind: .word, shape: .capitalized, flags: .nonASCII),
        SpelledWord(text: "القاهرة", kind: .word, shape: .uncased, flags: .nonASCII),
        SpelledWord(text: "東京", kind: .ideograph, shape: .uncased, flags: .nonASCII),
        SpelledWord(text: "ラーメン", kind: .ideograph, shape: .uncased, flags: .nonASCII),
        SpelledWord(text: "1990s", kind: .word, shape: .lower, flags: .hasDigit),
        SpelledWord(text: "19th", kind: .word, shape: .lower, flags: .hasDigit),
        SpelledWord(text: "1956", kind: .number, shape: .uncased, number: 1956, flags: .hasDigit),
        SpelledWord(text: "007", kind: .number, shape: .uncased, number: 7, flags: .hasDigit),
        SpelledWord(text: "0", kind: .number, shape: .uncased, number: 0, flags: .hasDigit),
        SpelledWord(
            text: "12,500", kind: .number, shape: .uncased, number: 12500, flags: .hasDigit),
        SpelledWord(
            text: "1,234,567", kind: .number, shape: .uncased, number: 1_234_567, flags: .hasDigit),
        SpelledWord(
            text: "２０１９", kind: .number, shape: .uncased, number: 2019,
            flags: [.hasDigit, .nonASCII]),
        SpelledWord(
            text: "２０１９0", kind: .number, shape: .uncased, flags: [.hasDigit, .nonASCII]),
        SpelledWord(text: "12,50", kind: .number, shape: .uncased, flags: .hasDigit),
        SpelledWord(text: "1234,567", kind: .number, shape: .uncased, flags: .hasDigit),
        SpelledWord(text: "3.14", kind: .number, shape: .uncased, flags: .hasDigit),
        SpelledWord(
            text: "4294967294", kind: .number, shape: .uncased, number: 4_294_967_294,
            flags: .hasDigit),
        SpelledWord(text: "4294967295", kind: .number, shape: .uncased, flags: .hasDigit),
        SpelledWord(
            text: "99999999999999999999999", kind: .number, shape: .uncased, flags: .hasDigit),
        SpelledWord(text: "٢٠١٩", kind: .number, shape: .uncased, flags: [.hasDigit, .nonASCII]),
        SpelledWord(text: "–", kind: .symbol, shape: .uncased, flags: .nonASCII),
        SpelledWord(text: "\0", kind: .symbol, shape: .uncased),
    ])
    func spelling(_ word: SpelledWord) throws {
        let buffer = tokens(word.text)
        try #require(buffer.tokens.count == 1)
        let first: TokenFlags = [.spaceBefore, .lineStart, .paragraphStart, .sentenceStart]
        #expect(buffer.tokens[0].kind == word.kind)
        #expect(buffer.tokens[0].shape == word.shape)
        #expect(buffer.number(at: 0) == word.number)
        #expect(buffer.tokens[0].flags == word.flags.union(first))
        #expect(buffer.tokens[0].hash == TokenHash.of(word.text))
        #expect(buffer.text(at: 0) == word.text)
    }

    @Test(
        "what stands before a token",
        arguments: [
            ("a-b", [[], []]),
            ("a b", [[.spaceBefore]]),
            ("a\u{A0}\t b", [[.spaceBefore]]),
            ("a\nb", [[.spaceBefore, .lineStart]]),
            ("a \r\n b", [[.spaceBefore, .lineStart]]),
            ("a\u{2028}b", [[.spaceBefore, .lineStart]]),
            ("a\u{0B}b", [[.spaceBefore, .lineStart]]),
            ("a\n\nb", [[.spaceBefore, .lineStart, .paragraphStart]]),
            ("a\r\n \r\nb", [[.spaceBefore, .lineStart, .paragraphStart]]),
            ("a\r\rb", [[.spaceBefore, .lineStart, .paragraphStart]]),
            ("a\u{2029}b", [[.spaceBefore, .lineStart, .paragraphStart]]),
        ] as [(String, [TokenFlags])])
    func gaps(_ text: String, _ expected: [TokenFlags]) {
        let place: TokenFlags = [.spaceBefore, .lineStart, .paragraphStart]
        #expect(tokens(text).tokens.dropFirst().map { $0.flags.intersection(place) } == expected)
    }

    @Test("a possessive is a token of its own", arguments: ["Japan's", "Japan’s", "JAPAN'S"])
    func possessive(_ text: String) {
        let buffer = tokens(text)
        #expect(buffer.tokens.count == 2)
        #expect(buffer.tokens[0].hash == TokenHash.of("Japan"))
        #expect(buffer.tokens[1].hash == TokenHash.of("'s"))
        #expect(buffer.tokens[1].flags.contains(.clitic))
        #expect(buffer.tokens[1].start == buffer.tokens[0].end)
    }

    @Test(
        "written variants have one hash",
        arguments: [
            ["Tokyo", "TOKYO", "tokyo"],
            ["O'Brien", "O’Brien", "O‘Brien", "oʼbrien", "O＇BRIEN"],
            ["-", "‐", "‑", "–", "—", "−", "－"],
            ["Москва", "МОСКВА", "москва"],
            ["Οδυσσεύς", "ΟΔΥΣΣΕΎΣ", "οδυσσεύσ"],
            ["cooperation", "co\u{AD}operation", "coopera\u{200B}tion", "\u{FEFF}cooperation"],
            ["É", "é"],
            ["东京", "东京"],
        ])
    func variants(_ words: [String]) {
        #expect(Set(words.map { TokenHash.of($0) }).count == 1)
        #expect(Set(words.map { Folding.folded($0) }).count == 1)
        #expect(TokenHash.of(Folding.folded(words[0])) == TokenHash.of(words[0]))
    }

    @Test("different words have different hashes")
    func distinct() {
        let words = [
            "", "a", "b", "ab", "ba", "Tokyo", "Kyoto", "O'Brien", "OBrien", "e", "é", "東", "京",
        ]
        #expect(Set(words.map { TokenHash.of($0) }).count == words.count)
        let (new, york) = (TokenHash.of("New"), TokenHash.of("York"))
        #expect(TokenHash.extend(new, by: york) != TokenHash.extend(york, by: new))
    }

    @Test("a buffer is used again", arguments: ["", " \n\t ", "Next text."])
    func reuse(_ text: String) {
        var buffer = tokens("First text. With two sentences.")
        segmenter.segment(text, into: &buffer)
        let fresh = tokens(text)
        #expect(buffer.tokens == fresh.tokens)
        #expect(buffer.sentenceStarts == fresh.sentenceStarts)
        #expect(Array(buffer.utf8) == Array(text.utf8))
    }
}
