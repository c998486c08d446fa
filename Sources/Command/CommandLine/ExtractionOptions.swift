import Dragoman
import Interchange
import Segmentation

extension Option {
    static let help = Option("help", short: "h", "print this")
    static let lexicon = Option(
        "lexicon", value: "FILE", values: .file, repeats: true,
        "a TSV file adds entries; a compiled image replaces the built-in lexicon if it holds rules, and else adds "
            + "to it")
    static let rules = Option(
        "rules", value: "FILE", values: .file, repeats: true, "a file of rules to add")
    static let languages = Option(
        "languages", value: "LIST", values: .several { Language.choices },
        "languages that texts may be in, the likeliest first (default: all that there are; each text's own is found "
            + "among them)")

    /// The options of `dragoman` without a sub-command.
    static let extraction = [
        OptionGroup(
            "reading",
            [
                Option(
                    "input", value: "FORMAT", values: .one { InputFormat.choices },
                    "how documents stand in the input (default: as the file's name ends, else text)"
                ),
                Option(
                    "encoding", value: "NAME",
                    "charset of the inputs, as windows-1252, or auto to guess it (default: what a page says, else "
                        + "utf-8); byte order marks come first"),
                Option(
                    "field", value: "NAME",
                    "jsonl, csv, tsv: member, or column by name or number, that holds the text (default: text)"
                ),
                Option("id-field", value: "NAME", "the same for the id (default: id)"),
                Option(
                    "date-field", value: "NAME",
                    "the same for the document's date (default: date)"),
                Option("no-header", "csv, tsv: the first row is a document too"),
            ]),
        OptionGroup(
            "finding",
            [
                Option(
                    "labels", value: "LIST", values: .several { Label.choices },
                    "what to look for (default: PERSON,ORGANIZATION,PLACE,DATE,TREATY)"),
                Option(
                    "date", value: "DATE",
                    "document creation time, from which relative dates are counted: YYYY, YYYY-MM or YYYY-MM-DD "
                        + "(default: the dateline's)"),
                languages,
                Option(
                    "profile", value: "NAME", values: .one { DateProfile.choices },
                    "spans of dates (default: house)"),
                Option("nested", "give names that stand inside other mentions too"),
                lexicon,
                rules,
            ]),
        OptionGroup(
            "writing",
            [
                Option(
                    "output", value: "FORMAT", values: .one { OutputFormat.choices },
                    "how results are written (default: json)"),
                Option(
                    "output-dir", value: "DIR", values: .folder,
                    "write each document to a file of its own in DIR, named by its id; a file that is there is left "
                        + "as it is, which is an error"),
                Option(
                    "resume", value: "FILE", values: .file,
                    "go on with a run that was cut off, the output of which is FILE: with the same options and inputs, "
                        + "what FILE has is passed over, a torn last line is cut off, and the rest is added to FILE; "
                        + "a FILE that is not there is made"),
                Option(
                    "offsets", value: "UNIT", values: .one { OffsetUnit.choices },
                    "what offsets count (default: codepoint); the formats of other tools but conll have a unit of "
                        + "their own: utf16 for cas, else codepoint"),
                Option(
                    "color", value: "WHEN", values: .one { ColorUse.choices },
                    "text: whether mentions are marked in colour (default: auto)"),
                Option(
                    "pretty",
                    "json: broken into lines and indented; timeml: line breaks of the text stay"),
                Option(
                    "confidence",
                    "say, per name, how often names were right of which the model was as sure"),
                Option("explain", "say, per mention, what spoke for and against it"),
            ]),
        OptionGroup(
            "running",
            [
                Option(
                    "jobs", short: "j", value: "N",
                    "how many processors to use (default: all there are, at most 8)"),
                Option(
                    "progress",
                    "say on standard error how far it is; said unasked on a terminal when the output is a file"
                ),
                Option("version", "print the versions of engine, libraries and lexicons"),
                help,
            ]),
    ]
}
