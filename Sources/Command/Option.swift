/// An option of the command or of a sub-command: what the parser and `--help` share.
struct Option: Sendable {
    /// Without dashes: `labels`.
    let name: String
    /// A letter that stands for it: `o` for `-o`.
    var short: Character?
    /// What its value is called in the help; `nil` for a switch.
    let value: String?
    let help: String

    init(_ name: String, short: Character? = nil, value: String? = nil, _ help: String) {
        self.name = name
        self.short = short
        self.value = value
        self.help = help
    }

    static let help = Option("help", short: "h", "print this")
    static let lexicon = Option(
        "lexicon", value: "FILE",
        "a TSV file adds entries; a compiled image replaces the built-in lexicon if it holds rules, "
            + "and else adds to it; may be given again")
    static let rules = Option("rules", value: "FILE", "a file of rules to add; may be given again")

    static let languages = Option(
        "languages", value: "LIST",
        "languages that texts may be in, the likeliest first, as en,de (default: all that there are; "
            + "each text's own is found among them)")

    static let profile = Option(
        "profile", value: "NAME",
        "spans of dates: house (default; ranges are one mention) or timeml (two mentions)")

    /// The options of `dragoman` without a sub-command.
    static let extraction = [
        Option(
            "input", value: "FORMAT",
            "text, lines, jsonl, html, csv, tsv, or warc (WARC and WET; default: as the file's name ends, else text)"
        ),
        Option(
            "encoding", value: "NAME",
            "charset of the inputs, as windows-1252, or auto to guess it (default: what a page says, else utf-8); "
                + "byte order marks come first"),
        Option(
            "jobs", short: "j", value: "N",
            "how many processors to use (default: all there are, at most 8)"),
        Option(
            "field", value: "NAME",
            "jsonl, csv, tsv: member, or column by name or number, that holds the text (default: text)"
        ),
        Option("id-field", value: "NAME", "the same for the id (default: id)"),
        Option(
            "date-field", value: "NAME",
            "the same for the document's date (default: date)"),
        Option("no-header", "csv, tsv: the first row is a document too"),
        Option(
            "date", value: "DATE",
            "document creation time: YYYY, YYYY-MM or YYYY-MM-DD (default: the dateline's)"),
        Option(
            "labels", value: "LIST",
            "PERSON,ORGANIZATION,PLACE,DATE,TREATY (default), and TIME, DURATION, SET"),
        languages,
        profile,
        Option("nested", "give names that stand inside other mentions too"),
        Option(
            "output", value: "FORMAT",
            "json (default), jsonl or tsv; rows: JSON Lines, a mention a row, for tables; timeml (labels DATE,TIME,DURATION,SET and the profile timeml "
                + "unless others are given); timeline or timeline-jsonl: the dated events of each document in "
                + "their order, a row or an object a line, which starts with a key, so that LC_ALL=C sort "
                + "brings a corpus into one order; html: one page to read, with nested names, for all "
                + "documents; conll: IOB2 tags, a token a line; for other tools, a JSON object a line: spacy, "
                + "webannotation, gate, cas, labelstudio, doccano, prodigy; brat: the .ann file of one text, "
                + "or of several with --output-dir"),
        Option(
            "output-dir", value: "DIR",
            "write each document to a file of its own in DIR, named by its id, and with brat its .txt; a file "
                + "that is there is left as it is, which is an error"),
        Option(
            "pretty", "json: broken into lines and indented; timeml: line breaks of the text stay"),
        Option(
            "offsets", value: "UNIT",
            "codepoint (default), utf8, utf16, or grapheme; the formats of other tools have a unit of their "
                + "own: utf16 for cas, codepoint for the others but conll"),
        lexicon,
        rules,
        Option(
            "confidence", "say, per name, how often names were right of which the model was as sure"
        ),
        Option("explain", "say, per mention, what spoke for and against it"),
        Option(
            "progress",
            "say on standard error how far it is; said unasked on a terminal when the output is a file"
        ),
        Option("version", "print the versions of engine, ICU and lexicon"),
        help,
    ]

    /// How it stands in the help: `-o, --output IMAGE`.
    var head: String {
        (short.map { "-\($0), " } ?? "") + "--\(name)" + (value.map { " " + $0 } ?? "")
    }

    /// The help's lines for `options`.
    static func help(_ options: [Option]) -> String {
        let width = 20
        return options.map { option in
            let head = option.head
            let lines = wrap(option.help, width: 76 - width)
            let gap =
                head.count > width - 2 ? "\n" + pad("", width + 2) : pad("", width - head.count)
            return "  " + head + gap + lines.joined(separator: "\n" + pad("", width + 2))
        }.joined(separator: "\n")
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func wrap(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + word.count < width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
