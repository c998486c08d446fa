import Foundation
import Testing

@Suite("The sub-commands")
struct SubcommandTests {
    @Test("Tokens, a line each")
    func tokens() throws {
        let result = try Tool.run("tokens", input: "Mr. Kono left.\n\n日本")
        #expect(
            result.out == """
                start\tend\tkind\tshape\tsentence\ttext
                0\t2\tword\tcapitalized\t1\tMr
                2\t3\tsymbol\tuncased\t1\t.
                4\t8\tword\tcapitalized\t1\tKono
                9\t13\tword\tlower\t1\tleft
                13\t14\tsymbol\tuncased\t1\t.
                16\t22\tideograph\tuncased\t2\t日本

                """)
    }

    @Test("A lexicon of the user's adds a name")
    func userLexicon() throws {
        let file = try Scratch(
            "# source: me\n# license: x\n# date: 2026\n# class: org.company\nname\nQuuxcorp Zyx\n",
            ".tsv")
        let path = file.path
        let known = try Tool.run(["lexicon", "lookup", "--lexicon", path, "Quuxcorp Zyx"])
        #expect(known.code == 0)
        #expect(known.out.hasPrefix("org.company\tQuuxcorp Zyx"))
        let unknown = try Tool.run(["lexicon", "lookup", "Quuxcorp Zyx"])
        #expect(unknown.code == 1)
    }

    @Test("A lexicon is built, inspected, and adds its names as an image too")
    func builtLexicon() throws {
        let file = try Scratch(
            "# source: me\n# license: x\n# date: 2026\n# class: org.company\nname\nQuuxcorp Zyx\n",
            ".tsv")
        let image = try Scratch("")
        #expect(try Tool.run(["lexicon", "build", "-o", image.path, file.path]).code == 0)
        let inspected = try Tool.run(["lexicon", "inspect", image.path])
        #expect(inspected.code == 0)
        #expect(inspected.out.contains("class\torg.company\n") && inspected.out.contains("file\t"))
        let known = try Tool.run(
            ["lexicon", "lookup", "Quuxcorp Zyx"], environment: ["DRAGOMAN_LEXICON": image.path])
        #expect(known.out.hasPrefix("org.company\tQuuxcorp Zyx"))
    }

    @Test("An image is written into a named pipe, which stays one, as a device does")
    func imageIntoPipe() throws {
        let file = try Scratch(
            "# source: me\n# license: x\n# date: 2026\n# class: org\nname\nQ\n", ".tsv")
        let folder = try ScratchFolder()
        let result = try Tool.shell(
            """
            mkfifo $1/pipe; $dragoman lexicon build -o $1/pipe $2 &
            cat $1/pipe | head -c 8; wait; [ -p $1/pipe ] && echo " stays"
            """, folder.path, file.path)
        #expect(result.out == "DRAGOMAN stays\n" && folder.names == ["pipe"])
    }

    @Test(
        "A file that is no part of an image is named, not passed over; no half image is left",
        .enabled(if: Sanitizer.mayLimitFiles, Sanitizer.files))
    func noPart() throws {
        let folder = try ScratchFolder()
        let (image, other) = (folder.path + "/image", folder.path + "/names.txt")
        let result = try Tool.run(["lexicon", "build", "-o", image, other])
        #expect(result.code == 2 && result.err.hasPrefix("dragoman: \(other): no folder, and not"))
        let lexicon = try Scratch(
            "# source: me\n# license: x\n# date: 2026\n# class: org\nname\nQ\n", ".tsv")
        let full = try Tool.shell(
            "ulimit -f 0; $dragoman lexicon build -o $1 $2", image, lexicon.path)
        #expect(full.code == 2 && full.err == "dragoman: \(image): File too large\n")
        #expect(folder.names == [])
    }

    @Test(
        "The schema of an output is that of the repository",
        arguments: [
            ([], "json"), (["jsonl"], "json"), (["rows"], "rows"), (["timeline-jsonl"], "timeline"),
        ])
    func schema(format: [String], name: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/CSchema/\(name).schema.json")
        let result = try Tool.run(["schema"] + format)
        #expect(result.code == 0)
        #expect(result.out == (try String(contentsOf: file, encoding: .utf8)))
    }

    @Test("An output that has no schema is a mistake")
    func noSchema() throws {
        let result = try Tool.run(["schema", "tsv"])
        #expect(result.code == 2)
        #expect(result.err.contains("json, jsonl, rows, timeline-jsonl"))
    }

    @Test("Rules are checked with the words of their language")
    func rulesOfALanguage() throws {
        let rules = try Scratch(
            """
            rule test.month
              example "Im [Februar] kam er."
              counter "Im Februarius kam er."
              pattern month:<month.wide>
              mark DATE
              set form=calendar

            """, ".rules")
        #expect(try Tool.run(["rules", "check", "--languages", "de", rules.path]).code == 0)
        #expect(try Tool.run(["rules", "check", rules.path]).code == 1)
    }

    @Test("A lexicon or rules that are none are named with their line, and exit 1")
    func badSources() throws {
        let lexicon = try Scratch("name\nx\n", ".tsv")
        let built = try Tool.run(["lexicon", "build", "-o", "/nowhere/image", lexicon.path])
        #expect(built.code == 1)
        #expect(built.err.hasPrefix("dragoman: \(lexicon.path):"))
        let rules = try Scratch("rule\n", ".rules")
        let checked = try Tool.run(["rules", "check", rules.path])
        #expect(checked.code == 1)
        #expect(checked.err.hasPrefix("dragoman: \(rules.path):1:"))
    }

    @Test("Predictions that are the gold score a hundred, as do those written and read again")
    func evaluate() throws {
        let gold = try Scratch(
            """
            {"id":"a","text":"Munich, 1960","entities":[{"start":0,"end":6,"type":"place"},\
            {"start":8,"end":12,"type":"date","value":"1960"}]}

            """)
        let same = try Tool.run(["evaluate", gold.path, "--predictions", gold.path])
        #expect(
            same.out == """
                strict place               P 100.00  R 100.00  F1 100.00   (1 right of 1 found, 1 gold)
                strict date                P 100.00  R 100.00  F1 100.00   (1 right of 1 found, 1 gold)
                relaxed ALL                P 100.00  R 100.00  F1 100.00   (2 right of 2 found, 2 gold)
                strict ALL                 P 100.00  R 100.00  F1 100.00   (2 right of 2 found, 2 gold)
                strict span                P 100.00  R 100.00  F1 100.00   (1 right of 1 found, 1 gold)
                relaxed span               P 100.00  R 100.00  F1 100.00   (1 right of 1 found, 1 gold)
                type                       P 100.00  R 100.00  F1 100.00   (1 right of 1 found, 1 gold)
                value                      P 100.00  R 100.00  F1 100.00   (1 right of 1 found, 1 gold)

                """)
        let written = try Scratch("")
        let run = try Tool.run(["evaluate", gold.path, "--output-predictions", written.path])
        let again = try Tool.run(["evaluate", gold.path, "--predictions", written.path])
        #expect(run.code == 0 && run.out == again.out)
    }

    @Test("Ranges are cut as TimeML does where the gold has timex, or on demand")
    func profiles() throws {
        let spans = #"[{"start":7,"end":11,"type":"date"},{"start":12,"end":14,"type":"date"}]"#
        for (member, options, right) in [
            ("timex", [], "2 right of 2 found"), ("entities", [], "0 right of 1 found"),
            ("entities", ["--profile", "timeml"], "2 right of 2 found"),
            ("timex", ["--profile", "house"], "0 right of 1 found"),
        ] {
            let line = #"{"id":"a","text":"It ran 1939-45.","\#(member)":\#(spans),"#
            let rest = member == "timex" ? #""entities":[]}"# : #""timex":[]}"#
            let gold = try Scratch(line + rest + "\n")
            let result = try Tool.run(["evaluate", gold.path, "--types", "date"] + options)
            let row = result.out.split(separator: "\n").first { $0.hasPrefix("strict span") }
            #expect(row?.contains(right) == true)
        }
    }

    @Test("A line of gold that is none is named, and the others are scored")
    func badGold() throws {
        let gold = try Scratch(#"{"id":"a","text":"x","entities":[]}"# + "\nx\n")
        let result = try Tool.run(["evaluate", gold.path])
        #expect(result.code == 1)
        #expect(result.err == "dragoman: \(gold.path):2: expected a value at byte 1\n")
    }
}
