import Foundation
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
        ])
    func values(text: String, expected: JSONValue) throws {
        #expect(try Self.read(text) == expected)
    }

    @Test(
        "What is no JSON is refused",
        arguments: [
            "", " ", "nul", "tru", "[1,]", "[1 2]", "{\"a\"}", "{a:1}", "{\"a\":1,}", "01", "1.",
            ".5", "+1", "1e", "\"", "\"\\x\"", "\"\\u12\"", "\"\t\"", "1 2", "[", "{", "'a'",
            "\u{FEFF}1", "NaN",
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
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func random(_ bound: UInt64) -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state % bound
        }
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
