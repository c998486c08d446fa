import Foundation
import Testing

@Suite("Readers of the command")
struct ReadersTests {
    static let page =
        "<title>News</title><meta name=date content=2019-02-12><nav>Paris</nav>"
        + "<p>Taro&nbsp;Kono met Sergey Lavrov in M&uuml;nchen on Saturday."

    @Test(
        "Offsets are those in the page, in the unit asked for",
        arguments: ["codepoint", "utf8", "utf16"])
    func offsets(unit: String) throws {
        let page = "<!-- é😀 -->" + Self.page
        let result = try Tool.run("--input", "html", "--offsets", unit, input: page)
        #expect(result.code == 0 && result.err == "")
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
        let mentions = try #require(json["mentions"] as? [[String: Any]])
        var spelled: [String: String] = [:]
        for mention in mentions {
            let (start, end) = (mention["start"] as! Int, mention["end"] as! Int)
            let slice: String? =
                switch unit {
                case "utf8": String(decoding: Array(page.utf8)[start..<end], as: UTF8.self)
                case "utf16": String(decoding: Array(page.utf16)[start..<end], as: UTF16.self)
                default: String(String.UnicodeScalarView(Array(page.unicodeScalars)[start..<end]))
                }
            spelled[mention["text"] as! String] = slice
            let isMarked = mention["boilerplate"] as? Bool == true
            #expect(isMarked == (mention["text"] as? String == "Paris"))
        }
        #expect(spelled["Taro\u{A0}Kono"] == "Taro&nbsp;Kono")
        #expect(spelled["München"] == "M&uuml;nchen")
        #expect(result.out.contains(#""timex":"2019-02-09""#))
        #expect(result.out.contains(#""source":{"title":"News"}"#))
        let length =
            unit == "utf8"
            ? page.utf8.count : unit == "utf16" ? page.utf16.count : page.unicodeScalars.count
        #expect(result.out.contains("\"\(unit)\":\(length)"))
    }

    @Test("Formats that hold no text count in the page, those that hold it in the text")
    func formats() throws {
        let start = Self.page.distance(
            from: Self.page.startIndex, to: Self.page.firstRange(of: "Taro")!.lowerBound)
        for format in ["tsv", "rows", "conll", "timeline", "webannotation"] {
            let result = try Tool.run("--input", "html", "--output", format, input: Self.page)
            #expect(result.out.contains("\(start)"), "\(format)")
        }
        let spacy = try Tool.run("--input", "html", "--output", "spacy", input: Self.page)
        #expect(
            spacy.out.contains(
                #""text":"News\n\nParis\n\nTaro Kono met"#.replacing("o K", with: "o\u{A0}K")))
        #expect(!spacy.out.contains("\(start)"))
    }

    @Test("With and without confidence, what is written of a page is the same")
    func slowPath() throws {
        let fast = try Tool.run("--input", "html", input: Self.page)
        let pretty = try Tool.run("--input", "html", "--pretty", input: Self.page)
        let slow = try Tool.run("--input", "html", "--confidence", input: Self.page)
        #expect(pretty.out.filter { !$0.isWhitespace } == fast.out.filter { !$0.isWhitespace })
        #expect(slow.out.replacing(/,"confidence":[0-9.]+/, with: "") == fast.out)
    }

    @Test(
        "What does not fit together is a mistake",
        arguments: [
            (["--encoding", "nonsense"], "unknown encoding “nonsense”: "),
            (["--encoding", ""], "unknown encoding “”: "),
            (["--field", "x"], "--field goes with --input jsonl, csv or tsv"),
            (
                ["--input", "html", "--id-field", "x"],
                "--id-field goes with --input jsonl, csv or tsv"
            ),
            (["--no-header"], "--no-header goes with --input csv or tsv"),
            (
                ["--input", "csv", "--no-header", "--field", "x"],
                "--no-header: --field needs a column's number, not “x”"
            ),
            (
                ["--input", "pdf"],
                "unknown value “pdf” for --input: text, lines, jsonl, html, csv, tsv, warc"
            ),
        ])
    func mistakes(arguments: [String], message: String) throws {
        let result = try Tool.run(arguments)
        #expect(result.code == 2 && result.out == "")
        #expect(result.err.hasPrefix("dragoman: " + message))
    }

    @Test("Each file is read as its name says, unless --input says otherwise")
    func names() throws {
        let files = [
            try Scratch("text\nParis\n", ".csv"), try Scratch("<p>Paris", ".html"),
            try Scratch("Paris", ".txt"),
            try Scratch("{\"text\":\"Paris\"}\n", ".jsonl"),
        ]
        let result = try Tool.run(["--output", "tsv"] + files.map(\.path))
        let starts = result.out.split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)[1]
        }
        #expect(starts == ["0", "3", "0", "0"])
        let text = try Tool.run(["--input", "text", "--output", "tsv", files[1].path])
        #expect(text.out.contains("\t3\t8\tPLACE\tParis"))
        withExtendedLifetime(files) {}
    }

    @Test(
        "Bad rows and records are named, the others are out, and any number of jobs says the same")
    func faults() throws {
        var table = "id,text\r\n"
        for number in 0..<4000 {
            table +=
                number % 500 == 7
                ? "\(number),\"x\"y\r\n"
                : "\(number),\"Taro Kono\r\ncame to \"\"Paris\"\" on \(number % 28 + 1) May 2019.\"\r\n"
        }
        var archive = ""
        for number in 0..<4000 {
            let text =
                number % 2 == 0
                ? "Taro Kono came to Paris. \(number)" : "<p>Taro Kono came to Paris. \(number)"
            archive += "WARC/1.0\r\nWARC-Type: \(number % 2 == 0 ? "conversion" : "resource")\r\n"
            archive +=
                "Content-Type: text/\(number % 2 == 0 ? "plain" : "html")\r\nWARC-Target-URI: http://\(number)/\r\n"
            archive +=
                "Content-Length: \(text.utf8.count + (number % 500 == 7 ? 30 : 0))\r\n\r\n\(text)\r\n\r\n"
        }
        for file in [try Scratch(table, ".csv"), try Scratch(archive, ".warc")] {
            let one = try Tool.run(["--jobs", "1", file.path])
            #expect(one.code == 1)
            #expect(one.out.utf8.count { $0 == 10 } == 3992)
            #expect(one.err.utf8.count { $0 == 10 } == 8)
            for jobs in ["2", "5"] {
                let several = try Tool.run(["--jobs", jobs, file.path])
                #expect(several.out == one.out && several.err == one.err && several.code == 1)
            }
        }
    }

    @Test(
        "Ten times the input takes no more memory",
        .enabled(if: Sanitizer.isAbsent, Sanitizer.memory), arguments: [".csv", ".warc"])
    func memory(suffix: String) throws {
        let text = String(
            repeating: "the \"talks\" were long and the rooms were cold.\n", count: 250)
        let row = "1,\"\(text.replacing("\"", with: "\"\""))\"\n"
        let head = "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\n"
        let record = head + "Content-Length: \(text.utf8.count)\r\n\r\n\(text)\r\n\r\n"
        func peak(_ count: Int) throws -> Int {
            let body = String(repeating: suffix == ".csv" ? row : record, count: count)
            let file = try Scratch((suffix == ".csv" ? "id,text\n" : "") + body, suffix)
            return try MemoryTests.peak(["--jobs", "1", file.path])
        }
        let (less, more) = (try peak(150), try peak(1500))
        #expect(more < less + 12_000, "\(less) kB, \(more) kB")
    }
}
