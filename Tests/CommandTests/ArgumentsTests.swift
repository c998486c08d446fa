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

    @Test("Every option that a command takes stands in its help", arguments: 0..<6)
    func help(index: Int) {
        let subcommand = DragomanCommand.subcommands[index]
        for option in subcommand.options { #expect(subcommand.help.contains("--\(option.name)")) }
        for line in subcommand.help.split(separator: "\n") { #expect(line.count <= 90) }
    }

    @Test("The help of all names every option and sub-command in lines that fit a terminal")
    func wholeHelp() {
        let help = DragomanCommand.help
        for option in Option.extraction { #expect(help.contains("--\(option.name)")) }
        for subcommand in DragomanCommand.subcommands {
            #expect(help.contains(subcommand.synopsis))
        }
        for line in help.split(separator: "\n") { #expect(line.count <= 100) }
    }
}
