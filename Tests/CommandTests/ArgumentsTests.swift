import Dragoman
import Testing

@testable import Command

@Suite("The option parser")
struct ArgumentsTests {
    static let options = [
        Option("labels", value: "LIST", ""), Option("output", short: "o", value: "FILE", ""),
        Option("pretty", ""), Option.help,
    ]

    @Test(
        "Options and operands may stand in any order",
        arguments: [
            ([], [:], []), (["a", "-", "b"], [:], ["a", "-", "b"]),
            (["--labels", "X", "a"], ["labels": ["X"]], ["a"]),
            (["a", "--labels=X=Y"], ["labels": ["X=Y"]], ["a"]),
            (["--labels=", "a"], ["labels": [""]], ["a"]),
            (["--labels", "--pretty"], ["labels": ["--pretty"]], []),
            (["--labels", "X", "--labels", "Y"], ["labels": ["X", "Y"]], []),
            (["-o", "f", "--pretty"], ["output": ["f"], "pretty": [""]], []),
            (["--pretty", "--", "--labels", "-x"], ["pretty": [""]], ["--labels", "-x"]),
        ] as [([String], [String: [String]], [String])])
    func reads(words: [String], values: [String: [String]], operands: [String]) throws {
        let arguments = try Arguments(words, options: Self.options)
        #expect(arguments.values == values)
        #expect(arguments.operands == operands)
    }

    @Test(
        "Mistakes are told in one line, with the option that was meant",
        arguments: [
            (["--label", "X"], "unknown option --label; did you mean --labels?"),
            (["--prety=1"], "unknown option --prety=1; did you mean --pretty?"),
            (["--colour"], "unknown option --colour; see dragoman --help"),
            (["--output-"], "unknown option --output-; did you mean --output?"),
            (["--la=X"], "unknown option --la=X; see dragoman --help"),
            (["--lab=X"], "unknown option --lab=X; did you mean --labels?"),
            (["-labels"], "unknown option -labels; did you mean --labels?"),
            (["---labels"], "unknown option ---labels; did you mean --labels?"),
            (["-O", "x"], "unknown option -O; see dragoman --help"),
            (["--labels"], "--labels needs a value: LIST"),
            (["--pretty=yes"], "--pretty takes no value"),
        ])
    func mistakes(words: [String], message: String) {
        #expect(throws: UsageError(description: message)) {
            try Arguments(words, options: Self.options)
        }
    }

    @Test(
        "A value is one of those that there are, or some, in any case",
        arguments: [
            (["--output=TSV"], nil), (["--labels=date,Person"], nil),
            (["--output=tvs"], "unknown value “tvs” for --output; did you mean tsv?"),
            (["--labels=DATE,PLACES"], "unknown value “PLACES” in --labels; did you mean PLACE?"),
            (["--labels="], "unknown value “” in --labels: PERSON, ORGANIZATION, PLACE, DATE, "),
            (["--output=xml"], "unknown value “xml” for --output: json, jsonl, tsv, "),
        ])
    func choices(words: [String], message: String?) throws {
        let arguments = try Arguments(words, options: Self.options)
        do {
            let format = try arguments.choice("output", OutputFormat.tsv)
            let labels = try arguments.choices("labels", of: Label.self) ?? [.date, .person]
            #expect(message == nil && format == .tsv && labels == [.date, .person])
        } catch {
            #expect(message.map(error.description.hasPrefix) == true, "\(error)")
        }
    }

    @Test(
        "The nearest words are meant, and none that is far",
        arguments: [
            ("ouput", ["output"]), ("otuput", ["output"]), ("outptus", ["output"]),
            ("--output-di", ["output-dir"]), ("out", ["output", "output-dir"]), ("dat", ["date"]),
            ("adte", ["date"]), ("dtea", []), ("", []), ("x", []), ("frobnicate", []),
        ] as [(String, [String])])
    func suggestions(word: String, meant: [String]) {
        let known = ["date", "output", "output-dir"]
        #expect(Suggestion.nearest(to: word, among: known) == meant)
    }

    @Test(
        "The distance is symmetric, 0 only for the same word, and 1 for every slip",
        arguments: ["languages", "id-field", "jobs", "o"])
    func distance(text: String) {
        let word = Array(text)
        var slips: [[Character]] = [word + ["x"]]
        for index in word.indices {
            slips.append(Array(word[..<index] + word[(index + 1)...]))
            slips.append(Array(word[..<index] + ["x"] + word[index...]))
            slips.append(Array(word[..<index] + ["x"] + word[(index + 1)...]))
            if index > 0, word[index] != word[index - 1] {
                var swapped = word
                swapped.swapAt(index, index - 1)
                slips.append(swapped)
            }
        }
        #expect(Suggestion.distance(word, word) == 0)
        for slip in slips {
            #expect(Suggestion.distance(word, slip) == 1)
            #expect(Suggestion.distance(slip, word) == 1)
        }
    }

    @Test(
        "No command has two options of one spelling",
        arguments: [Extract.command] + DragomanCommand.subcommands)
    func spellings(command: Subcommand) {
        let spellings = command.options.flatMap(\.spellings)
        #expect(Set(spellings).count == spellings.count)
    }
}
