/// One option of the command: the table that the parser and `--help` share.
struct Option {
    /// Without dashes: `labels`.
    let name: String
    /// What its value is called in the help; `nil` for a switch.
    let value: String?
    let help: String

    static let all: [Option] = [
        Option(name: "input", value: "FORMAT", help: "text (default), lines, or jsonl"),
        Option(
            name: "field", value: "NAME", help: "jsonl: member that holds the text (default: text)"),
        Option(
            name: "id-field", value: "NAME", help: "jsonl: member that holds the id (default: id)"),
        Option(
            name: "date-field", value: "NAME",
            help: "jsonl: member that holds the document's date (default: date)"),
        Option(
            name: "date", value: "DATE",
            help: "document creation time: YYYY, YYYY-MM or YYYY-MM-DD (default: the dateline's)"),
        Option(
            name: "labels", value: "LIST",
            help: "PERSON,ORGANIZATION,PLACE,DATE,TREATY (default), TIME, DURATION, SET"),
        Option(name: "nested", value: nil, help: "give names that stand inside other mentions too"),
        Option(name: "output", value: "FORMAT", help: "json (default), jsonl, or tsv"),
        Option(name: "pretty", value: nil, help: "json: broken into lines and indented"),
        Option(
            name: "offsets", value: "UNIT",
            help: "codepoint (default), utf8, utf16, or grapheme"),
        Option(
            name: "lexicon", value: "FILE",
            help:
                "a TSV file adds names, a compiled image replaces the built-in one; may be repeated"
        ),
        Option(name: "rules", value: "FILE", help: "a file of rules to add; may be repeated"),
        Option(
            name: "explain", value: nil, help: "say, per mention, what spoke for and against it"),
        Option(name: "version", value: nil, help: "print the versions of engine, ICU and lexicon"),
        Option(name: "help", value: nil, help: "print this"),
    ]

    /// The help's lines for all options.
    static var help: String {
        all.map { option in
            let head = "  --\(option.name)" + (option.value.map { " " + $0 } ?? "")
            return head + String(repeating: " ", count: max(2, 22 - head.count)) + option.help
        }.joined(separator: "\n")
    }
}

/// A mistake on the command line: one line on stderr, exit 2.
struct UsageError: Error, CustomStringConvertible {
    let description: String
}

/// What stood on the command line.
struct Arguments {
    /// Values by option, in their order; a switch has an empty one.
    private(set) var values: [String: [String]] = [:]
    private(set) var operands: [String] = []

    /// Reads `--name value`, `--name=value`, `-o`-less operands and `--`.
    init(_ words: [String], options: [Option] = Option.all) throws(UsageError) {
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                return
            }
            guard word.hasPrefix("-"), word != "-" else {
                operands.append(word)
                continue
            }
            let name = word.drop { $0 == "-" }.prefix { $0 != "=" }
            guard let option = options.first(where: { $0.name == name }) else {
                throw UsageError(description: Self.unknown(word, name, options))
            }
            let given = word.firstIndex(of: "=").map { String(word[word.index(after: $0)...]) }
            if option.value == nil {
                if given != nil {
                    throw UsageError(description: "--\(option.name) takes no value")
                }
                values[option.name, default: []].append("")
            } else if let value = given ?? rest.popFirst() {
                values[option.name, default: []].append(value)
            } else {
                throw UsageError(
                    description: "--\(option.name) needs a value: \(option.value ?? "")")
            }
        }
    }

    func has(_ name: String) -> Bool { values[name] != nil }

    /// The last value of an option.
    subscript(name: String) -> String? { values[name]?.last }

    private static func unknown(
        _ word: String, _ name: Substring, _ options: [Option]
    ) -> String {
        let near = options.map { ($0.name, distance(Array($0.name), Array(name))) }
            .min { $0.1 < $1.1 }
        let hint = near.flatMap { $0.1 <= 2 ? "; did you mean --\($0.0)?" : nil } ?? ""
        return "unknown option \(word)\(hint.isEmpty ? "; see dragoman --help" : hint)"
    }

    /// Levenshtein's distance.
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var row = Array(0...b.count)
        for i in a.indices {
            var corner = row[0]
            row[0] = i + 1
            for j in b.indices {
                let cost = a[i] == b[j] ? corner : min(corner, row[j], row[j + 1]) + 1
                corner = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[b.count]
    }
}
