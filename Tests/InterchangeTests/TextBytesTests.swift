import CText
import SeededRandom
import Testing

@testable import Interchange

@Suite("Bytes of text, many at a time, as byte by byte")
struct TextBytesTests {
    /// Bytes at random: mostly ASCII, with some of everything else, valid or not.
    static func bytes(_ random: inout SplitMix64, valid: Bool) -> [UInt8] {
        let pieces: [[UInt8]] = [
            Array("plain text ".utf8), Array("\"".utf8), Array("\\".utf8), [0x0A], [0x1F], [0x7F],
            Array("é".utf8), Array("\u{2028}".utf8), Array("\u{2029}\u{202A}".utf8),
            Array("\u{9B}\u{80}\u{9F}\u{A0}\u{BF}".utf8), Array("\u{2027}\u{202E}\u{202F}".utf8),
            Array("\u{2065}\u{2066}\u{2069}\u{206A}\u{10AA}".utf8),
            Array("日本".utf8), Array("😀".utf8), Array("\u{10FFFF}\u{E000}\u{D7FF}\u{7FF}".utf8),
        ]
        let broken: [[UInt8]] = [
            [0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xE2, 0x80], [0xF5], [0xFF], [0xE2], [0xF0, 0x9F, 0x98],
        ]
        var result: [UInt8] = []
        for _ in 0..<random.next() % 24 {
            let letters = UInt8(truncatingIfNeeded: random.next() % 20)
            result += (0..<letters).map { 0x61 + $0 }
            let kind = Int(random.next() % UInt64(pieces.count + 2))
            if kind < pieces.count { result += pieces[kind] }
            if kind == pieces.count, !valid {
                result += broken[Int(random.next() % UInt64(broken.count))]
            }
        }
        return result
    }

    /// The escapes as RFC 8259 and the schema have them, a scalar at a time.
    static func quote(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{202E}",
                "\u{2066}"..."\u{2069}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    @Test("Strings are quoted, and counted, as scalar by scalar", arguments: 0..<300)
    func quoting(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let bytes = Self.bytes(&random, valid: true)
        let text = String(decoding: bytes, as: UTF8.self)
        var json = JSONWriter()
        json.string(text)
        #expect(String(decoding: json.bytes, as: UTF8.self) == "\"\(Self.quote(text))\"")
        let wide = text.unicodeScalars.count { $0.value > 0xFFFF }
        bytes.withUnsafeBufferPointer { utf8 in
            let (continuations, fours) = ByteMarks.continuations(utf8)
            #expect(
                utf8.count - continuations.count(before: utf8.count) == text.unicodeScalars.count)
            #expect(fours == wide)
            #expect(ByteMarks.fours(utf8).count(before: utf8.count) == wide)
        }
        #expect(ctext_line_feeds(bytes, bytes.count) == bytes.count { $0 == 0x0A })
        let last = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        #expect(ctext_whole_lines(bytes, bytes.count) == last)
    }

    @Test("UTF-8 is what the standard library takes for it", arguments: 0..<600)
    func validity(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let bytes = Self.bytes(&random, valid: false)
        let isValid = String(validating: bytes, as: UTF8.self) != nil
        #expect(ctext_is_utf8(bytes, bytes.count) == isValid, "\(bytes)")
        #expect(ctext_is_ascii(bytes, bytes.count) == bytes.allSatisfy { $0 < 0x80 })
        var seen: UInt8 = 0
        let plain = bytes.firstIndex { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C } ?? bytes.count
        #expect(ctext_plain(bytes, bytes.count, &seen) == plain)
        if bytes[..<plain].contains(where: { $0 >= 0x80 }) { #expect(seen >= 0x80) }
    }

    @Test("Every sequence of two bytes, and of three and four at the borders, is judged right")
    func sequences() {
        let borders: [UInt8] = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
        for first in UInt8.min...UInt8.max {
            for second in UInt8.min...UInt8.max { check([first, second]) }
            for second in borders where first >= 0xC0 {
                for third in borders {
                    check([first, second, third])
                    for fourth in borders { check([first, second, third, fourth]) }
                }
            }
        }
    }

    private func check(_ bytes: [UInt8]) {
        let isValid = String(validating: bytes, as: UTF8.self) != nil
        if ctext_is_utf8(bytes, bytes.count) != isValid { Issue.record("\(bytes)") }
    }
}
