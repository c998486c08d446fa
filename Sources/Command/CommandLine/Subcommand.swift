/// One thing that the command does: `tokens`, `lexicon build`, …
struct Subcommand: Sendable {
    /// The words that ask for it; none for the extraction.
    let words: [String]
    /// What the help calls its operands.
    let operands: String
    let operandCount: ClosedRange<Int>
    /// Which operands there are.
    let operandValues: Option.Values
    let summary: String
    let groups: [OptionGroup]
    /// Does it and gives the exit code.
    private let body: @Sendable (Arguments) throws -> Int32

    init(
        words: [String], operands: String, operandCount: ClosedRange<Int>,
        operandValues: Option.Values = .file, summary: String, groups: [OptionGroup],
        run: @escaping @Sendable (Arguments) throws -> Int32
    ) {
        self.words = words
        self.operands = operands
        self.operandCount = operandCount
        self.operandValues = operandValues
        self.summary = summary
        self.groups = groups
        body = run
    }

    /// One whose options need no headings.
    init(
        words: [String], operands: String, operandCount: ClosedRange<Int>,
        operandValues: Option.Values = .file, summary: String, options: [Option],
        run: @escaping @Sendable (Arguments) throws -> Int32
    ) {
        self.init(
            words: words, operands: operands, operandCount: operandCount,
            operandValues: operandValues, summary: summary,
            groups: [OptionGroup("options", options)], run: run)
    }

    var options: [Option] { groups.flatMap(\.options) }

    /// `dragoman lexicon build -o IMAGE FOLDER…`
    var synopsis: String {
        (["dragoman"] + words + [operands]).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Reads what stands after ``words`` and runs.
    func run(_ rest: some Sequence<String>) throws -> Int32 {
        let arguments = try Arguments(rest, options: options)
        if arguments.has(Option.help.name) {
            try Console.write(words.isEmpty ? Help.whole : Help.text(of: self))
            return ExitCode.done
        }
        guard operandCount.contains(arguments.operands.count) else {
            throw UsageError(description: "usage: \(synopsis)")
        }
        return try body(arguments)
    }
}
