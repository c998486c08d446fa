import Foundation
import Testing

@Suite("The command, as a user runs it")
struct CommandTests {
    @Test("A sentence on standard input gives one JSON object")
    func json() throws {
        let result = try Tool.run(input: "Taro Kono met Sergey Lavrov in Munich.")
        #expect(result.code == 0)
        #expect(result.err == "")
        let object = try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any]
        #expect(object?["schema"] as? String == "dragoman/1")
        let mentions = object?["mentions"] as? [[String: Any]] ?? []
        #expect(mentions.map { $0["text"] as? String } == ["Taro Kono", "Sergey Lavrov", "Munich"])
    }

    @Test("JSON Lines in, JSON Lines out, ids and order kept, a bad line named")
    func jsonl() throws {
        let result = try Tool.run(
            "--input", "jsonl",
            input: """
                {"id":"a","text":"Paris"}
                {"id":"b","text":
                {"id":"c","text":"Tokyo","date":"2019-02-12"}
                """)
        #expect(result.code == 1)
        #expect(
            result.err == "dragoman: standard input:2: not JSON: a value is missing at byte 18\n")
        let lines = result.out.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].contains("\"id\":\"a\"") && lines[1].contains("\"id\":\"c\""))
    }

    @Test("TimeML: a line a document, all temporal labels, ranges as TimeML has them")
    func timeML() throws {
        let lines =
            #"{"id":"a","text":"In 1939-45 &\n","date":"2019-02-12"}"# + "\n{\"text\":\"\"}\n"
        let result = try Tool.run("--input", "jsonl", "--output", "timeml", input: lines)
        let start = #"<?xml version="1.0" encoding="UTF-8"?><TimeML>"#
        #expect(
            result.out == """
                \(start)<DOCID>a</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2019-02-12" \
                temporalFunction="false" functionInDocument="CREATION_TIME">2019-02-12</TIMEX3></DCT>\
                <TEXT>In <TIMEX3 tid="t1" type="DATE" value="1939">1939</TIMEX3>-\
                <TIMEX3 tid="t2" type="DATE" value="1945">45</TIMEX3> &amp;&#10;</TEXT></TimeML>
                \(start)<TEXT></TEXT></TimeML>

                """)
        let pretty = try Tool.run("--output", "timeml", "--pretty", input: "So\r\nit is.\n")
        #expect(pretty.out.hasSuffix("<TEXT>So&#13;\nit is.\n</TEXT>\n</TimeML>\n"))
    }

    @Test("Timelines: events in the order of each document, which sort makes the corpus's")
    func timeline() throws {
        let lines = [
            #"{"id":"a","text":"Oslo fell on 9 April 1940 and Riga in 1941."}"#, "{",
            #"{"id":"b","text":"Caesar died in 44 BC. Riga fell on 1 July 1941 or in March 1940."}"#,
        ].joined(separator: "\n")
        let tsv = try Tool.run("--input", "jsonl", "--output", "timeline", input: lines)
        #expect(tsv.code == 1)
        let rows = tsv.out.split(separator: "\n").map { $0.split(separator: "\t") }
        #expect(rows.map { $0[1] } == ["id", "a", "a", "b", "b", "b"])
        let keys = ["1940-04-09", "1941-01-01", "-9957-01-01", "1940-03-01", "1941-07-01"]
        #expect(rows.dropFirst().map { String($0[0]) } == keys)
        let json = try Tool.run("--input", "jsonl", "--output", "timeline-jsonl", input: lines)
        #expect(json.code == 1)
        let objects = json.out.split(separator: "\n")
        #expect(zip(objects, keys).allSatisfy { $0.hasPrefix(#"{"key":"\#($1)","id":"#) })
        #expect(objects.count == keys.count)
        let sorted = objects.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        #expect(zip(sorted, keys.sorted()).allSatisfy { $0.contains($1) })
    }

    @Test(
        "A mistake on the command line is one clear line and exit 2",
        arguments: [
            (["--frobnicate"], "unknown option --frobnicate; see dragoman --help"),
            (["--ofsets", "utf8"], "unknown option --ofsets; did you mean --offsets?"),
            (["--labels", "PERSON,ANIMAL"], "unknown value “ANIMAL” in --labels"),
            (["--date", "2019-02-30"], "“2019-02-30” is no date"),
            (["--date", "yesterday"], "“yesterday” is no date"),
            (["--input", "pdf"], "unknown value “pdf” for --input"),
            (["--output", "xml"], "unknown value “xml” for --output"),
            (["--date"], "--date needs a value"), (["--pretty=1"], "--pretty takes no value"),
            (["--pretty", "--output", "tsv"], "--pretty goes with --output json or timeml"),
            (
                ["--output", "cas", "--offsets", "utf8"],
                "--output cas counts in utf16, not in utf8"
            ),
            (
                ["--output", "spacy", "--offsets", "grapheme"],
                "--output spacy counts in codepoint, not in grapheme"
            ),
            (
                ["--output", "brat", "--input", "lines"],
                "--output brat of several texts needs an --output-dir"
            ),
            (
                ["--output", "brat", "/dev/null", "-"],
                "--output brat of several texts needs an --output-dir"
            ),
            (["--output-dir", "/nowhere/at/all"], "/nowhere/at/all: No such file"),
            (["--field", "x"], "--field goes with --input jsonl"),
            (["--languages", "english"], "“english” is no language"),
            (["--labels", ""], "unknown value “” in --labels"), (["-x"], "unknown option -x"),
            (["/tmp"], "/tmp: Is a directory"),
            (["tokens", "--labels", "DATE"], "unknown option --labels"),
            (["tokens", "a", "b"], "usage: dragoman tokens"),
            (["lexicon", "build", "/tmp"], "usage: dragoman lexicon build"),
            (["evaluate", "/nowhere"], "/nowhere: No such file or directory"),
            (["rules", "check", "/nowhere"], "/nowhere: No such file or directory"),
            (
                ["evaluate", "x", "--predictions", "y", "--output-predictions", "z"],
                "--output-predictions needs an extraction"
            ),
            (["/nowhere/at/all"], "/nowhere/at/all: No such file or directory"),
            (["--lexicon", "/nowhere.tsv"], "/nowhere.tsv: No such file or directory"),
            (["--rules", "/nowhere.rules"], "/nowhere.rules: No such file or directory"),
            (
                ["tokns"], "tokns: No such file or directory; did you mean tokens?"
            ),
            (["help"], "help: No such file or directory; did you mean --help?"),
            (
                ["lexicon", "biuld"],
                "unknown sub-command lexicon biuld; did you mean lexicon build?"
            ),
            (["lexicon", "x"], "usage: dragoman lexicon build"),
            (["lexicon"], "usage: dragoman lexicon"), (["rules"], "usage: dragoman rules"),
            (["evaluate"], "usage: dragoman evaluate"),
        ])
    func usage(arguments: [String], message: String) throws {
        let result = try Tool.run(arguments)
        #expect(result.code == 2)
        #expect(result.out == "")
        #expect(result.err.hasPrefix("dragoman: " + message), "\(result.err)")
        #expect(result.err.split(separator: "\n").count == 1)
    }

    @Test(
        "Bytes of every kind get an answer",
        arguments: [
            Data(), Data([0]), Data("a\0b Tokyo".utf8), Data([0xFF, 0xFE, 0xFD]),
            Data([0xFE, 0xFF, 0x00, 0x41]), Data("\u{FEFF}Tokyo".utf8),
            Data([0xEF, 0xBB, 0xBF]), Data(String(repeating: "(", count: 100_000).utf8),
            Data(String(repeating: "x", count: 1_000_000).utf8), Data([0xED, 0xA0, 0x80]),
        ])
    func hostile(input: Data) throws {
        let result = try Tool.run([], input: input)
        #expect(result.code == 0)
        #expect(try JSONSerialization.jsonObject(with: Data(result.out.utf8)) is [String: Any])
    }

    @Test(
        "What is no UTF-8 gives a warning with its byte offset, and offsets that count in the text as decoded"
    )
    func invalid() throws {
        let result = try Tool.run([], input: Data([0x61, 0xFF, 0x20]) + Data("in Tokyo".utf8))
        let object = try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any]
        let warnings = object?["warnings"] as? [[String: Any]] ?? []
        #expect(warnings.map { $0["byteOffset"] as? Int } == [1])
        let mentions = object?["mentions"] as? [[String: Any]] ?? []
        #expect(mentions.map { $0["start"] as? Int } == [6])
    }

    @Test(
        "Every sub-command explains itself, and nothing is written to standard error",
        arguments: [
            [], ["tokens"], ["lexicon"], ["lexicon", "build"], ["lexicon", "inspect"],
            ["lexicon", "lookup"], ["rules"], ["rules", "check"], ["evaluate"],
        ])
    func help(words: [String]) throws {
        let result = try Tool.run(words + ["--help"])
        #expect(result.code == 0)
        #expect(result.err == "")
        #expect(result.out.contains((["dragoman"] + words).joined(separator: " ")))
    }

    @Test("Versions of engine, ICU and lexicon")
    func version() throws {
        let file = try Scratch(
            "# source: me\n# license: x\n# date: 2026-02-03\n# class: x\nname\ny\n", ".tsv")
        let lines = try Tool.run(["--version", "--lexicon", file.path]).out.split(separator: "\n")
        #expect(
            lines.map { $0.split(separator: " ")[0] }
                == ["dragoman", "ICU", "zlib", "zstd", "lexicon", "lexicon"])
        for line in lines.prefix(4) { #expect(line.wholeMatch(of: /[a-zA-Z]+ \d+(\.\d+)+/) != nil) }
        #expect(lines[4].wholeMatch(of: /lexicon built-in, 20\d\d-\d\d-\d\d, [0-9a-f]{16}/) != nil)
        #expect(lines[5].hasPrefix("lexicon \(file.path), 2026-02-03, "))
    }

    @Test("Several files are read in their order, and each document has its file's name")
    func files() throws {
        let (a, b) = (try Scratch("Paris"), try Scratch("Tokyo"))
        let result = try Tool.run(
            [a.path, "-", b.path, "--output", "tsv"], input: Data("Oslo".utf8))
        let rows = result.out.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        #expect(rows.map { $0[0] } == ["id", a.path[...], "", b.path[...]])
        #expect(rows.map { $0[4] } == ["text", "Paris", "Oslo", "Tokyo"])
    }

    @Test("A file after one that cannot be read is read all the same")
    func missingAmongOthers() throws {
        let file = try Scratch("Paris")
        let result = try Tool.run(["/nowhere", file.path])
        #expect(result.code == 2 && result.out == "")
    }

    @Test("The language is found, or as asked for")
    func languages() throws {
        let text = "Er kam gestern und ging am 3. Oktober 1990."
        let found = try Tool.run("--date=2019-02-12", "--output=tsv", input: text)
        #expect(found.out.contains("gestern\t2019-02-11"))
        #expect(found.out.contains("3. Oktober 1990\t1990-10-03"))
        let json = try Tool.run("--output=jsonl", input: text)
        #expect(json.out.contains(#""language":"de","offsets":"#))
        let english = try Tool.run("--languages", "en", "--output=tsv", input: text)
        #expect(!english.out.contains("Oktober"))
        let unknown = try Tool.run("--languages", "en,tl", input: text)
        #expect(unknown.code != 0)
        #expect(unknown.err.contains("no language “tl”: en, de, es"))
    }

    @Test("Offsets and labels are as asked for")
    func offsets() throws {
        let result = try Tool.run(
            "--offsets", "utf16", "--labels", "place", "--pretty", "--date=2019",
            input: "😀 Taro Kono in Munich")
        let object = try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any]
        let mentions = object?["mentions"] as? [[String: Any]] ?? []
        #expect(mentions.map { $0["start"] as? Int } == [16])
        #expect(object?["offsets"] as? String == "utf16")
        #expect((object?["anchor"] as? [String: Any])?["value"] as? String == "2019")
    }

    @Test("A damaged lexicon image is refused")
    func damagedImage() throws {
        let file = try Scratch("DRAGOMAN but not really an image at all")
        let result = try Tool.run(["--lexicon", file.path], input: Data("x".utf8))
        #expect(result.code == 2)
        #expect(result.err.contains(file.path))
        let named = try Tool.run([], environment: ["DRAGOMAN_LEXICON": file.path])
        #expect(named.code == 2)
    }
}
