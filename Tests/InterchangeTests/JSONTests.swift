import Foundation
import SeededRandom
import Testing

@testable import Interchange

@Suite("JSON, by RFC 8259")
struct JSONTests {
    static func read(_ text: String) throws -> JSONValue {
        try JSONReader.read(Array(text.utf8))
    }

    @Test(
        "Values are read",
        arguments: [
            ("null", JSONValue.null), (" true ", .bool(true)), ("-0.5e2", .number("-0.5e2")),
            ("\"\"", .string("")), ("[1, [2]]", .array([.number("1"), .array([.number("2")])])),
            ("{\"a\" : {}}", .object([("a", .object([]))])),
            (#""\u0041\n\/\"""#, .string("A\n/\"")), (#""\ud83d\ude00""#, .string("😀")),
            (#""\ud800""#, .string("\u{FFFD}")), (#""\ud800\u0041""#, .string("\u{FFFD}A")),
            (#""\udc00\ud800""#, .string("\u{FFFD}\u{FFFD}")),
            (#""\ud800\ud83d\ude00""#, .string("\u{FFFD}😀")),
            (#""\ud800\n""#, .string("\u{FFFD}\n")),
            (#""\u0000\uFFFF\/\b\f\r\t\\""#, .string("\0\u{FFFF}/\u{8}\u{C}\r\t\\")),
            ("[]", .array([])), ("\t\r\n{ }\n", .object([])), ("-0", .number("-0")),
            (
                "[1E400, 123456789012345678901234567890, 0.1e-7]",
                .array([
                    .number("1E400"), .number("123456789012345678901234567890"),
                    .number("0.1e-7"),
                ])
            ), ("\"\u{7F}\u{2028}\"", .string("\u{7F}\u{2028}")),
        ])
    func values(text: String, expected: JSONValue) throws {
        #expect(try Self.read(text) == expected)
    }

    @Test(
        "What is no JSON is refused",
        arguments: [
            "", " ", "nul", "tru", "[1,]", "[1 2]", "{\"a\"}", "{a:1}", "{\"a\":1,}", "01", "1.",
            ".5", "+1", "1e", "\"", "\"\\x\"", "\"\\u12\"", "\"\t\"", "1 2", "[", "{", "'a'",
            "\u{FEFF}1", "NaN", "-", "-x", "0x1", "1.e1", "1e+", "00", "-01", "Infinity", "True",
            "nulll",
            "\u{C}1", "\u{B}1", "\u{A0}1", "\"\\u00g0\"", "\"\\ud800\\u12\"", "\"\0\"", "\"\n\"",
            "[,1]",
            "{,}", "{\"a\":}", "{1:2}", "[1}", "{\"a\":1]", "\"\\\"", "/* */ 1", "]", ",",
        ])
    func mistakes(text: String) {
        #expect(throws: JSONError.self) { try Self.read(text) }
    }

    @Test("An error says where it is")
    func position() {
        #expect(throws: JSONError(byteOffset: 6, message: "expected “,” or “]”")) {
            try Self.read("[1, 2 }")
        }
    }

    @Test(
        "What is refused is what Foundation refuses, for JSON with a byte changed",
        arguments: 0..<400)
    func mutations(seed: UInt64) throws {
        var text = Array(#"{"a":[1,-2.5e+3,"x\n\u00e9"],"b":{"c":null,"d":[true,false]}}"#.utf8)
        var random = SplitMix64(seed: seed)
        let changes = Array(#"{}[]",:\tfn0123456789.eE+-u "#.utf8)
        text[Int(random.next() % UInt64(text.count))] =
            changes[Int(random.next() % UInt64(changes.count))]
        let isRead = (try? JSONReader.read(text)) != nil
        let isReadByOthers =
            (try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)) != nil
        #expect(isRead == isReadByOthers, "\(String(decoding: text, as: UTF8.self))")
    }

    @Test(
        "Numbers keep their spelling, and say what they are",
        arguments: [
            ("7", 7, "7"), ("-7.0", -7, "-7.0"), ("1e3", 1000, "1e3"), ("1.5", nil, "1.5"),
            ("9223372036854775807", Int.max, "9223372036854775807"),
            ("18446744073709551615", nil, "18446744073709551615"), ("1e400", nil, "1e400"),
        ])
    func numbers(text: String, integer: Int?, identifier: String) throws {
        let value = try Self.read(text)
        #expect(value.integer == integer)
        #expect(value.identifier == identifier)
    }

    @Test("Lone surrogates are counted, with the place of the first")
    func loneSurrogates() throws {
        var reader = JSONReader(Array(#"["\ud83d\ude00 \udc00 \ud800x"]"#.utf8))
        #expect(try reader.read() == .array([.string("😀 \u{FFFD} \u{FFFD}x")]))
        #expect(reader.loneSurrogates == (2, 15))
    }

    @Test("Nesting is read to a depth of 512")
    func deepest() throws {
        let limit = JSONReader.maximumDepth
        let brackets = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
        #expect(try Self.read(brackets(limit)).array?.count == 1)
        #expect(
            throws: JSONError(byteOffset: limit, message: "nested more than 512 deep")
        ) { try Self.read(brackets(limit + 1)) }
    }

    @Test("A hundred thousand brackets are an error, not a crash")
    func depth() {
        #expect(throws: JSONError.self) {
            try Self.read(String(repeating: "[", count: 100_000))
        }
    }

    @Test("Of members with one key the last counts")
    func duplicates() throws {
        #expect(try Self.read(#"{"a":1,"a":2}"#)["a"] == .number("2"))
    }

    @Test("Strings that are written are read back, and by Foundation too", arguments: 0..<200)
    func roundTrip(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        func random(_ bound: UInt64) -> UInt64 { generator.next() % bound }
        var text = String.UnicodeScalarView()
        for _ in 0..<random(60) {
            let limits: [UInt64] = [0x20, 0x80, 0x3000, 0x11_0000]
            let value = UInt32(random(limits[Int(random(4))]))
            text.append(Unicode.Scalar(value) ?? "\u{2028}")
        }
        var json = JSONWriter()
        json.array { $0.string(String(text)) }
        #expect(try JSONReader.read(json.bytes) == .array([.string(String(text))]))
        let others = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String]
        #expect(others?.first.map { Array($0.unicodeScalars) } == Array(text))
    }

    @Test(
        "Numbers are written as they are",
        arguments: [
            (0.0, "0"), (1.5, "1.5"), (-0.25, "-0.25"), (0.1234, "0.123"), (-3, "-3"),
            (.infinity, "null"), (0.9996, "1"), (12.05, "12.05"),
        ])
    func decimals(value: Double, expected: String) {
        var json = JSONWriter()
        json.decimal(value)
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    @Test("Integers of every size")
    func integers() {
        for value in [0, 7, -1, Int.max, Int.min, 1_000_000] {
            var json = JSONWriter()
            json.integer(value)
            #expect(String(decoding: json.bytes, as: UTF8.self) == "\(value)")
        }
    }

    @Test(
        "What must be escaped is, and what a terminal would obey or JavaScript take for a line's end",
        arguments: [
            ("\u{0}\u{1F}", #""\u0000\u001f""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
            ("a\"b\\c/d", #""a\"b\\c/d""#), ("\u{7F}é", "\"\\u007fé\""),
            ("\u{2027}\u{2028}\u{2029}\u{202F}", "\"\u{2027}\\u2028\\u2029\u{202F}\""),
            (
                "\u{1B}[31m\u{9B}2J\u{80}\u{9F}\u{A0}",
                "\"\\u001b[31m\\u009b2J\\u0080\\u009f\u{A0}\""
            ),
            ("\u{202A}\u{202E}\u{2066}\u{2069}", #""\u202a\u202e\u2066\u2069""#),
            ("\u{2065}\u{206A}\u{200E}\u{200F}", "\"\u{2065}\u{206A}\u{200E}\u{200F}\""),
            ("", "\"\""),
        ])
    func escapes(text: String, expected: String) {
        var json = JSONWriter()
        json.string(text)
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
        json.removeAll()
        json.string(String(("x" + text + "y").dropFirst().dropLast()))
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    @Test("Pretty and plain hold the same value")
    func pretty() throws {
        func write(_ json: inout JSONWriter) {
            json.object { json in
                json.key("a")
                json.array { $0.integer(1) }
                json.key("b")
                json.object { _ in }
            }
        }
        var plain = JSONWriter()
        var pretty = JSONWriter(pretty: true)
        write(&plain)
        write(&pretty)
        #expect(String(decoding: plain.bytes, as: UTF8.self) == #"{"a":[1],"b":{}}"#)
        #expect(
            String(decoding: pretty.bytes, as: UTF8.self)
                == "{\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}")
    }
}
