import Foundation
import SeededRandom
import Testing

@testable import Interchange

@Suite("Charsets")
struct CharsetTests {
    static let german =
        "Der Außenminister Jürgen Müller sprach am Dienstag in Köln über die Verträge. "
    static let russian = "Министр иностранных дел Сергей Лавров прибыл в Москву на переговоры. "
    static let japanese = "河野太郎外務大臣は東京でロシアのラブロフ外相と会談しました。"

    static func read(_ bytes: [UInt8], _ label: String, _ format: InputFormat = .text) throws
        -> [String]
    {
        var options = InputOptions(format)
        options.encoding = try #require(InputEncoding(label: label))
        return try ReaderTests.read(bytes, options).map(\.text)
    }

    @Test(
        "Names mean what they mean to browsers",
        arguments: [
            ("utf8", "UTF-8"), ("UTF-8", "UTF-8"), ("latin1", "windows-1252"),
            ("ISO-8859-1", "windows-1252"),
            ("us-ascii", "windows-1252"), ("cp1251", "windows-1251"), ("koi8-r", "KOI8-R"),
            ("sjis", "Shift_JIS"),
            ("gb2312", "GB18030"), ("euc-jp", "EUC-JP"), ("big5", "Big5-HKSCS"),
            ("macintosh", "macintosh"),
            ("UTF-16LE", "UTF-16LE"), (" x-cp1250 ", "windows-1250"), ("", nil), ("nonsense", nil),
            ("../../etc/passwd", nil), ("a\0b", nil), (String(repeating: "x", count: 1000), nil),
        ])
    func names(label: String, name: String?) { #expect(Charset(label: label)?.name == name) }

    @Test(
        "Texts are decoded as Foundation encodes them",
        arguments: [
            ("windows-1252", String.Encoding.windowsCP1252, german), ("latin1", .isoLatin1, german),
            ("windows-1251", .windowsCP1251, russian), ("shift_jis", .shiftJIS, japanese),
            ("iso-2022-jp", .iso2022JP, japanese),
            ("utf-16le", .utf16LittleEndian, japanese + "😀"),
            ("utf-32be", .utf32BigEndian, german + "😀"),
            ("windows-1250", .windowsCP1250, "Łódź i Gdańsk"),
        ])
    func decoded(label: String, encoding: String.Encoding, text: String) throws {
        // Longer than any buffer, and so that characters are cut anywhere.
        let long = String(repeating: text, count: 2000)
        let bytes = Array(try #require(long.data(using: encoding)))
        #expect(try Self.read(bytes, label) == [long])
        #expect(try Self.read(bytes, label, .lines) == [long])
    }

    @Test(
        "Charsets are guessed",
        arguments: [
            (String.Encoding.utf8, russian), (.windowsCP1252, german), (.windowsCP1251, russian),
            (.shiftJIS, japanese),
        ])
    func detected(encoding: String.Encoding, text: String) throws {
        let long = String(repeating: text + "\n", count: 30)
        let bytes = Array(try #require(long.data(using: encoding)))
        #expect(try Self.read(bytes, "auto") == [long])
        #expect(try Self.read(bytes, "auto", .lines) == Array(repeating: text, count: 30))
        // ASCII in front tells nothing.
        let late = Array(repeating: UInt8(ascii: "\n"), count: 200_000) + bytes
        #expect(try Self.read(late, "auto")[0].hasSuffix(long))
    }

    @Test("A byte order mark says more than the option")
    func mark() throws {
        #expect(try Self.read([0xEF, 0xBB, 0xBF, 0xC3, 0xA9], "latin1") == ["é"])
        #expect(try Self.read([0xFF, 0xFE, 0xE9, 0], "koi8-r", .lines) == ["é"])
    }

    @Test("What stands for nothing is replaced and told")
    func invalid() throws {
        var options = InputOptions(.text)
        options.encoding = try #require(InputEncoding(label: "shift_jis"))
        let bytes: [UInt8] = [0x61, 0x85, 0x20, 0x62, 0xFF, 0x63, 0x82]
        let document = try ReaderTests.read(bytes, options)[0]
        #expect(document.text.hasPrefix("a\u{FFFD}") && document.text.hasSuffix("c\u{FFFD}"))
        #expect(document.warnings.map(\.byteOffset).first == 1 && document.warnings.count == 3)
        #expect(document.warnings[0].message.hasSuffix("not valid Shift_JIS: replaced by U+FFFD"))
        // Of a stream, the end says so, and the lines are there.
        options.format = .lines
        #expect(throws: InputError.self) { try ReaderTests.read(bytes, options) }
    }

    @Test(
        "Random bytes in any charset are text, and cut anywhere the same text",
        arguments: [
            "shift_jis", "gb18030", "big5", "euc-kr", "iso-2022-jp", "utf-16", "utf-7", "hz",
        ])
    func random(label: String) throws {
        let charset = try #require(Charset(label: label))
        var random = SplitMix64(seed: 7)
        let bytes = (0..<100_000).map { _ in UInt8(truncatingIfNeeded: random.next() >> 20) }
        let whole = bytes.withUnsafeBufferPointer { bytes in
            var buffer = ByteBuffer()
            _ = CharsetDecoder.decode(bytes, charset, into: &buffer)
            return String(decoding: buffer.bytes, as: UTF8.self)
        }
        let decoder = try #require(CharsetDecoder(charset))
        var pieces: [UInt8] = []
        var start = 0
        var room = [UInt8](repeating: 0, count: 64)
        while true {
            let end = min(bytes.count, start + Int(random.next() % 50))
            let step = try bytes[start..<end].withUnsafeBufferPointer { input in
                try room.withUnsafeMutableBufferPointer {
                    try decoder.decode(input, isLast: end == bytes.count, into: $0)
                }
            }
            pieces += room[..<step.written]
            start += step.read
            if start == bytes.count, step.read == 0, step.written == 0 { break }
        }
        #expect(String(decoding: pieces, as: UTF8.self) == whole)
        #expect(!whole.isEmpty)
    }

    @Test(
        "A page says its charset itself",
        arguments: [
            "<meta charset=windows-1251>",
            "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>",
            "<!-- <meta charset=utf-8> --><META CHARSET='cp1251'>",
        ])
    func meta(head: String) throws {
        let bytes = Array(head.utf8) + Array(try #require(Self.russian.data(using: .windowsCP1251)))
        #expect(ReadPage(bytes).text == Self.russian.trimmingCharacters(in: .whitespaces))
        #expect(ReadPage(bytes, .charset(.utf8)).text != Self.russian)
    }
}

@Suite("Formats by file name")
struct InputFormatTests {
    @Test(arguments: [
        ("a.jsonl", InputFormat.jsonl), ("a/b.NDJSON", .jsonl), ("a.html", .html), ("a.htm", .html),
        ("a.csv.gz", .csv),
        ("a.tsv.zst", .tsv), ("CC-MAIN.warc.gz", .warc), ("CC-MAIN.warc.wet.gz", .warc),
        ("a.txt", nil), ("-", nil),
        ("csv", nil), ("a.gz", nil), ("html/a", nil), ("", nil), ("/", nil),
    ])
    func path(path: String, format: InputFormat?) { #expect(InputFormat(path: path) == format) }
}
