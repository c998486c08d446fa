import CICU
import Foundation
import SeededRandom
import Testing

@testable import Segmentation

@Suite("Words: tokens and white space are ICU's word segments")
struct WordTests {
    let segmenter = try! Segmenter()

    /// The law: from the tokens ICU's boundaries and statuses can be told again.
    private func checkLaw(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws
    {
        let utf8 = Array(text.utf8)
        var buffer = TokenBuffer()
        segmenter.segment(text, into: &buffer)
        let icu = try icuBoundaries(CICU_WORDS, utf8)
        #expect(
            Rebuilt(buffer) == Rebuilt(icu, of: utf8), "\(text.debugDescription)",
            sourceLocation: sourceLocation)
        #expect(try segmenter.words(utf8) == icu, sourceLocation: sourceLocation)
        #expect(Array(buffer.utf8) == utf8, sourceLocation: sourceLocation)
    }

    @Test("in thirteen samples of scripts", arguments: ScriptSample.all)
    func scripts(_ sample: ScriptSample) throws {
        try checkLaw(sample.text)
        try checkLaw(sample.text.decomposedStringWithCompatibilityMapping)
        try checkLaw(sample.text.replacing(" ", with: "\u{A0}\r\n\t"))
    }

    @Test("in random strings", arguments: 1...20)
    func randomStrings(seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        for _ in 0..<100 { try checkLaw(randomText(&generator)) }
    }

    /// Debian's package `unicode-data` holds the file. Where it is not installed, or follows another Unicode than
    /// ICU does, this test is reported as skipped: it has then not been made.
    @Test(
        "ICU's words are those of Unicode's WordBreakTest",
        .enabled(if: WordBreakTest.isUsable, "install unicode-data, for ICU's version of Unicode"))
    func unicodeWordBreakTest() throws {
        let cases = try WordBreakTest.cases()
        #expect(cases.count > 1500)
        for (text, ends) in cases {
            let words = try segmenter.words(Array(text.utf8))
            if text.unicodeScalars.contains(":") {
                // CLDR 42 took the colon out of the characters that join letters; Unicode keeps it in.
                #expect(Set(words.map { Int($0.end) }).isSuperset(of: ends))
            } else {
                #expect(words.map { Int($0.end) } == ends, "\(text.debugDescription)")
            }
            try checkLaw(text)
        }
    }

    @Test("boundaries come in batches of any size", arguments: [1, 2, 7, 100_000])
    func batches(capacity: Int) throws {
        let utf8 = Array(String(repeating: "One two, three. ", count: 2000).utf8)
        let words = try icuBoundaries(CICU_WORDS, utf8, capacity: capacity)
        #expect(words.count == 16000)
        #expect(try segmenter.words(utf8) == words)
    }

    @Test("a text beyond 2 GB is refused before it is read")
    func tooLong() {
        let breaker = cicu_breaker_open(Int32(CICU_WORDS), nil)!
        defer { cicu_breaker_close(breaker) }
        let beyond = Int(CICU_MAXIMUM_LENGTH) + 1
        #expect(cicu_breaker_set_text(breaker, nil, beyond) == Int32(CICU_TEXT_TOO_LONG))
        #expect(Segmenter.maximumLength == Int(CICU_MAXIMUM_LENGTH))
    }

    @Test("an unknown kind of breaker is an error with a name")
    func unknownKind() {
        var error: Int32 = 0
        #expect(cicu_breaker_open(99, &error) == nil)
        #expect(String(cString: cicu_error_name(error)) == "U_ILLEGAL_ARGUMENT_ERROR")
    }

    @Test("libicu and Foundation's own ICU live in one process")
    func besideFoundation() throws {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "fr")
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.dateFormat = "d MMMM y"
        #expect(formatter.string(from: Date(timeIntervalSince1970: 0)) == "1 janvier 1970")
        try checkLaw("1 janvier 1970")
        #expect("straße".localizedUppercase == "STRASSE")
        #expect(String(cString: cicu_version()).split(separator: ".").count >= 2)
    }
}

/// Unicode's own test file for word boundaries.
enum WordBreakTest {
    static let path = "/usr/share/unicode/auxiliary/WordBreakTest.txt"

    static var isUsable: Bool {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return false }
        return text.hasPrefix("# WordBreakTest-" + String(cString: cicu_unicode_version()))
    }

    /// `÷ 0041 × 0308 ÷ 0042 ÷  # …`: the text, and the byte offsets at which words end.
    static func cases() throws -> [(text: String, ends: [Int])] {
        let file = try String(contentsOfFile: path, encoding: .utf8)
        return file.split(separator: "\n").compactMap { line in
            let fields = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
            guard fields.count > 1 else { return nil }
            var text = String.UnicodeScalarView()
            var ends: [Int] = []
            for field in fields.dropFirst() {
                if field == "÷" {
                    ends.append(String(text).utf8.count)
                } else if let value = UInt32(field, radix: 16) {
                    text.append(Unicode.Scalar(value)!)
                }
            }
            return (String(text), ends)
        }
    }
}
