import SeededRandom
import Testing

@testable import Interchange

@Suite("Archives of the web")
struct WARCReaderTests {
    static func record(
        _ type: String, _ fields: [String] = [], _ block: String, end: String = "\r\n\r\n"
    ) -> String {
        let lines =
            ["WARC/1.0", "WARC-Type: \(type)", "WARC-Record-ID: <urn:uuid:1>"] + fields
            + ["Content-Length: \(block.utf8.count)"]
        return lines.joined(separator: "\r\n") + "\r\n\r\n" + block + end
    }

    /// A record of a text, as WET files have them.
    static func text(_ text: String, uri: String = "http://a/") -> String {
        let fields = [
            "WARC-Target-URI: \(uri)", "WARC-Date: 2019-02-12T10:00:00Z",
            "Content-Type: text/plain",
        ]
        return record("conversion", fields, text)
    }

    static func response(_ head: String, _ body: String) -> String {
        record(
            "response",
            [
                "WARC-Target-URI: http://a/", "WARC-Date: 2019-02-12T10:00:00Z",
                "Content-Type: application/http; msgtype=response",
            ],
            "HTTP/1.1 " + head + "\r\n\r\n" + body)
    }

    static func read(_ text: String, limit: Int = BatchReader.longestLine) throws -> [InputDocument]
    {
        var options = InputOptions(.warc)
        options.longestLine = limit
        return try ReaderTests.read(Array(text.utf8), options)
    }

    static func texts(_ text: String, limit: Int = BatchReader.longestLine) throws -> [String] {
        try read(text, limit: limit).map(\.text)
    }

    @Test("A conversion record is a document with the record's URI and date")
    func conversion() throws {
        let info = Self.record("warcinfo", ["Content-Type: application/warc-fields"], "software: x")
        let documents = try Self.read(
            info + Self.text("Paris") + Self.text("Rome", uri: "<http://b/>"))
        #expect(documents.map(\.text) == ["Paris", "Rome"])
        #expect(documents.map(\.id) == ["http://a/", "http://b/"])
        #expect(documents.map(\.date) == ["2019-02-12T10:00:00Z", "2019-02-12T10:00:00Z"])
        #expect(
            try Self.read(Self.record("conversion", ["Content-Type: text/plain"], "x"))[0].id
                == "<urn:uuid:1>")
    }

    @Test(
        "A response is read without its head, if it is a page or a text",
        arguments: [
            ("200 OK\r\nContent-Type: text/html", "<p>a&amp;b", ["a&b"]),
            ("200 OK\r\ncontent-type:TEXT/PLAIN; charset=latin1", "a<p>", ["a<p>"]),
            ("200\nContent-Type: text/html", "\n\nx", ["x"]),
            ("404 No\r\nContent-Type: text/html", "a", []),
            ("200 OK\r\nContent-Type: image/png", "a", []), ("200 OK", "a", []),
            (
                "200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked",
                "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", ["abcde"]
            ),
            (
                "200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked", "not cut",
                ["not cut"]
            ),
            (
                "200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked",
                "3\r\nabc\r\n9\r\nde", ["abcde"]
            ),
            (
                "200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip", "unpacked",
                ["unpacked"]
            ),
            (
                "200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: br", "x",
                ["byte 0: the content coding “br” is not known"]
            ),
            ("nonsense", "x", ["byte 0: the response is no HTTP"]),
        ])
    func response(head: String, body: String, expected: [String]) throws {
        #expect(try Self.texts(Self.response(head, body) + Self.text("z")) == expected + ["z"])
    }

    @Test("The date of a page counts more than that of its record")
    func pageDate() throws {
        let page = "<meta name=date content=2018-01-02>x"
        let document = try Self.read(Self.response("200 OK\r\nContent-Type: text/html", page))[0]
        #expect(document.date == "2018-01-02")
    }

    @Test("A page has the charset that came with it")
    func charset() throws {
        var bytes = Array(
            Self.response(
                "200 OK\r\nContent-Type: text/html; charset=windows-1251",
                "<meta charset=utf-8>____"
            ).utf8)
        let start = bytes.lastIndex(of: UInt8(ascii: "_"))! - 3
        bytes.replaceSubrange(start..<start + 4, with: [0xCF, 0xE0, 0xF0, 0xE8])
        #expect(try ReaderTests.read(bytes, .warc).map(\.text) == ["Пари"])
    }

    @Test("What is no record is named by its offset, and the records behind it are read")
    func faults() throws {
        let (a, b) = (Self.text("a"), Self.text("b"))
        #expect(try Self.texts("junk\r\n" + a) == ["byte 0: no record starts here", "a"])
        let wrong =
            "no record ends where its Content-Length says: it is cut off, or the number is wrong"
        let short = a.replacing("Content-Length: 1", with: "Content-Length: 0")
        #expect(try Self.texts(short + b) == ["byte 0: \(wrong)", "b"])
        let long = a.replacing("Content-Length: 1", with: "Content-Length: 70")
        #expect(try Self.texts(long + b + b) == ["byte 0: \(wrong)", "b", "b"])
        let endless = a.replacing("Content-Length: 1", with: "Content-Length: 9223372036854775807")
        #expect(try Self.texts(endless + b) == ["byte 0: \(wrong)", "b"])
        let none = a.replacing("Content-Length: 1", with: "Content-Size: 1")
        #expect(
            try Self.texts(b + none + b) == [
                "b", "byte \(b.utf8.count): a record without Content-Length", "b",
            ])
        #expect(try Self.texts(b + a.dropLast(3)) == ["b", "byte \(b.utf8.count): \(wrong)"])
        #expect(
            try Self.texts(b + "WARC/1.0\r\nWARC-Type: conversion") == [
                "b", "byte \(b.utf8.count): the head of a record does not end",
            ])
        let nameless = a.replacing("WARC-Type", with: "X-Type")
        #expect(try Self.texts(nameless + b) == ["byte 0: a record without WARC-Type", "b"])
        #expect(try Self.texts("") == [] && Self.texts("\r\n\r\n") == [])
    }

    @Test("A record that is too long is named and passed over")
    func tooLong() throws {
        let long = Self.text(String(repeating: "y", count: 900_000))
        let reason = "a record of more than 300000 bytes"
        let texts = try Self.texts(
            Self.text("a") + long + Self.text("b") + long + Self.text("c"), limit: 300_000)
        let first = Self.text("a").utf8.count
        let second = first + long.utf8.count + Self.text("b").utf8.count
        #expect(texts == ["a", "byte \(first): \(reason)", "b", "byte \(second): \(reason)", "c"])
    }

    @Test(
        "Records of any length, cut anywhere by the buffer, are read as they are", arguments: 0..<8)
    func random(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let texts = (0..<60).map { number in
            "\(number) "
                + String(
                    repeating: "é\r\n\r\n",
                    count: Int(random.next() % [1, 10, 1000, 60_000][Int(random.next() % 4)]))
        }
        #expect(try Self.texts(texts.map { Self.text($0) }.joined()) == texts)
    }
}
