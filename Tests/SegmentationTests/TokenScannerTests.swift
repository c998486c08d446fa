import CICU
import SeededRandom
import Testing

@testable import Segmentation

/// The tokenizer that cuts by masks against the one that goes from segment to segment, and both against ICU.
@Suite("Masks find the tokens that ICU finds")
struct TokenScannerTests {
    let scanner = try! Segmenter()
    let plain = try! Segmenter()

    private func check(_ text: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
        var (buffer, expected) = (TokenBuffer(), TokenBuffer())
        scanner.segment(text, into: &buffer)
        text.withUnsafeBufferPointer { plain.segment($0, into: &expected, plainly: true) }
        let string = String(decoding: text, as: UTF8.self).debugDescription
        #expect(buffer.tokens == expected.tokens, "\(string)", sourceLocation: sourceLocation)
        #expect(
            buffer.tokens.map(\.form) == expected.tokens.map(\.form), "\(string)",
            sourceLocation: sourceLocation)
        #expect(
            buffer.sentenceStarts == expected.sentenceStarts, "\(string)",
            sourceLocation: sourceLocation)
        #expect(buffer.formCount == expected.formCount, sourceLocation: sourceLocation)
    }

    private func checkICU(_ text: [UInt8]) throws {
        var buffer = TokenBuffer()
        scanner.segment(text, into: &buffer)
        let icu = try icuBoundaries(CICU_WORDS, text, capacity: 512)
        let string = String(decoding: text, as: UTF8.self).debugDescription
        #expect(Rebuilt(buffer) == Rebuilt(icu, of: text), "\(string)")
        #expect(try scanner.words(text) == icu, "\(string)")
    }

    /// Pieces of which texts are made: mostly ASCII, which the masks cut, in which other characters are rare.
    private func soup(_ generator: inout SplitMix64, others: Int) -> [UInt8] {
        let ascii = Array("aZ s07 ..,';:_@-!?\"()\n\r\t\u{0B}\u{0C}\0  \u{1F}bc".utf8)
        let pieces = [
            "é", "’s", "’", "“", "—", "\u{A0}", "\u{2029}", "\u{2028}", "\u{85}", "\u{301}", "…",
            "\u{200D}", "ж", "東", "カ", "ไทย", "ไทยไทยไทย", "👩🏽", "\u{3000}", "א", "٣", "'s ", "Mr. ",
            "a.b ",
            "extraordinarily-long", "12,500.75", "\r\n", ".\n\n", "incomprehensibilities's",
        ]
        var text: [UInt8] = []
        for _ in 0..<Int.random(in: 0...300, using: &generator) {
            if Int.random(in: 0..<100, using: &generator) < others {
                text += Array(pieces.randomElement(using: &generator)!.utf8)
            } else {
                text.append(ascii.randomElement(using: &generator)!)
            }
        }
        return text
    }

    @Test("what was noted of a form stands at its tokens in texts to come, and nowhere else")
    func notesStandAtTokens() throws {
        let (segmenter, plain) = (try Segmenter(), try Segmenter())
        var (buffer, expected) = (TokenBuffer(), TokenBuffer())
        let texts = [
            "Japan's and Süd met", "Süd and a Japan, 'met' Extraordinarilylongword", "Süd's",
        ]
        var known: [String: UInt64] = [:]
        for text in texts + texts {
            let bytes = Array(text.utf8)
            segmenter.segment(bytes, into: &buffer)
            bytes.withUnsafeBufferPointer { plain.segment($0, into: &expected, plainly: true) }
            #expect(buffer.lexiconNotes == expected.lexiconNotes)
            #expect(buffer.grammarNotes == expected.grammarNotes)
            #expect(buffer.nameNotes == expected.nameNotes)
            #expect(buffer.lexiconNotes.count == buffer.tokens.count)
            for token in buffer.tokens.indices {
                #expect(buffer.lexiconNotes[token] == known[buffer.text(at: token), default: 0])
            }
            for segmenter in [segmenter, plain] {
                segmenter.keepNotes { FormNote(lexicon: UInt64($0 + 1), grammar: 7, names: 8) }
            }
            for token in buffer.tokens.indices {
                known[buffer.text(at: token)] = UInt64(buffer.tokens[token].form + 1)
            }
        }
    }

    @Test("in random texts", arguments: 0..<30)
    func random(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        for round in 0..<100 {
            let text = soup(&generator, others: [0, 1, 3, 10, 60][round % 5])
            check(text)
            if round % 4 == 0 { try checkICU(text) }
        }
    }

    @Test("wherever in a block a character stands", arguments: 0...70)
    func places(offset: Int) throws {
        for piece in [
            "é", "’", " “x", "x\u{301}", "\n\u{85}\n", "\r\n", "a.b", "1,2", "a’s", "x ไทยไทย x",
            " \u{308}",
        ] {
            for before in ["x", " ", "\n", "1."] {
                let start = String(repeating: before, count: offset).prefix(offset)
                for after in ["", "x", "\n y", String(repeating: "z. ", count: 50)] {
                    let text = Array((start + piece + after).utf8)
                    check(text)
                    try checkICU(text)
                }
            }
        }
    }

    @Test("in texts of all lengths, and with words of all lengths", arguments: 0...200)
    func lengths(length: Int) {
        let prose = Array(repeating: "It is Tim's a1 b 22,000.\n", count: 9).joined().utf8
        check(Array(prose.prefix(length)))
        check(Array(prose.prefix(max(0, length - 3))) + Array("…".utf8))
        check([UInt8](repeating: UInt8(ascii: "w"), count: length) + Array(" w".utf8))
        check(Array("ab ".utf8) + [UInt8](repeating: UInt8(ascii: "_"), count: length))
    }

    @Test("an address is one word, as in ICU", arguments: ["a@b.org", "@", "@ b", "a@", "1@b"])
    func commercialAt(_ word: String) throws {
        for padding in [0, 70] {
            let text = Array((word + " " + String(repeating: "x ", count: padding)).utf8)
            check(text)
            try checkICU(text)
        }
    }

    @Test("bytes that are not UTF-8 do no harm", arguments: 0..<10)
    func invalid(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<50 {
            let text = (0..<200).map { _ in
                Int.random(in: 0..<20, using: &generator) == 0
                    ? UInt8.random(in: 0x80...0xFF, using: &generator) : UInt8(ascii: "a")
            }
            var buffer = TokenBuffer()
            scanner.segment(text, into: &buffer)
            #expect(buffer.tokens.allSatisfy { $0.start < $0.end && $0.end <= 200 })
        }
    }

    @Test("forms are counted, and forgotten when they are many")
    func generations() {
        var (buffer, expected) = (TokenBuffer(), TokenBuffer())
        for round in 0..<3 {
            let text = Array((0..<70_000).map { "w\($0 + round)" }.joined(separator: " ").utf8)
            scanner.segment(text, into: &buffer)
            text.withUnsafeBufferPointer { plain.segment($0, into: &expected, plainly: true) }
            #expect(buffer.generation == round && buffer.formCount == 70_000)
            #expect(buffer.tokens.map(\.form) == expected.tokens.map(\.form))
            #expect(buffer.tokens.map(\.form) == (0..<70_000).map { UInt32($0) })
        }
    }
}
