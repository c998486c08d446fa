/// One thing that the command does: `tokens`, `lexicon build`, …
struct Subcommand: Sendable {
    /// The words that ask for it; none for the extraction.
    let words: [String]
    /// What the help calls its operands.
    let operands: String
    let operandCount: ClosedRange<Int>
    let summary: String
    let options: [Option]
    /// Does it and gives the exit code.
    let run: @Sendable (Arguments) throws -> Int32

    /// `dragoman lexicon build -o IMAGE FOLDER…`
    var synopsis: String {
        (["dragoman"] + words + [operands]).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What its `--help` prints.
    var help: String {
        "usage: \(synopsis)\n\n\(summary)\n\noptions:\n\(Option.help(options))\n"
    }

    /// Reads what stands after ``words`` and runs.
    func run(_ rest: some Sequence<String>) throws -> Int32 {
        let arguments = try Arguments(rest, options: options)
        if arguments.has(Option.help.name) {
            try Console.write(help)
            return ExitCode.done
        }
        guard operandCount.contains(arguments.operands.count) else {
            throw UsageError(description: "usage: \(synopsis)")
        }
        return try run(arguments)
    }
}
