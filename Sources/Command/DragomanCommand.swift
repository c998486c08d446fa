import Interchange

/// The command: `dragoman [options] [file …]` and its sub-commands.
enum DragomanCommand {
    static let subcommands = [
        Tokens.subcommand, LexiconBuild.subcommand, LexiconInspect.subcommand,
        LexiconLookup.subcommand, RulesCheck.subcommand, Evaluate.subcommand,
    ]

    private static var longestLine: Int { BatchReader.longestLine >> 20 }

    /// What `dragoman --help` prints.
    static var help: String {
        let heads = ["dragoman [options] [file …]"] + subcommands.map(\.synopsis)
        let summaries =
            ["text in, JSON out; no file or - is standard input"]
            + subcommands.map(\.summary)
        let width = heads.map(\.count).max() ?? 0
        let lines = zip(heads, summaries).map { head, summary in
            "  " + head + String(repeating: " ", count: width - head.count + 2) + summary
        }
        return """
            Finds people, organizations, places, dates and treaties in text.

            usage:
            \(lines.joined(separator: "\n"))

            options:
            \(Option.help(Option.extraction))

            gzip and Zstandard files are unpacked, told by their first bytes. Memory grows with the
            longest document (some thirty bytes for each of its), not with the input; a line may have
            \(longestLine) MB, and a longer one is bad input. The output is the same, in the input's order,
            whatever --jobs says.

            Results go to standard output, everything else to standard error. Exit codes: 0 done;
            1 some input was bad (named by line; what was good is out); 2 usage. DRAGOMAN_LEXICON
            names a lexicon file to use as --lexicon does. A sub-command's --help lists its options.

            """
    }

    /// Runs what `words` ask for and gives the exit code.
    static func run(_ words: [String]) throws -> Int32 {
        for subcommand in subcommands where words.starts(with: subcommand.words) {
            return try subcommand.run(words.dropFirst(subcommand.words.count))
        }
        let group = subcommands.filter { $0.words.count > 1 && $0.words.first == words.first }
        if !group.isEmpty {
            let usage = group.map(\.synopsis).joined(separator: " | ")
            if words.dropFirst().contains(where: { ["--help", "-h"].contains($0) }) {
                try Console.write("usage: \(usage)\n")
                return ExitCode.done
            }
            throw UsageError(description: "usage: \(usage)")
        }
        return try extract(Arguments(words, options: Option.extraction))
    }

    private static func extract(_ arguments: Arguments) throws -> Int32 {
        if arguments.has(Option.help.name) {
            try Console.write(help)
            return ExitCode.done
        }
        if arguments.has("version") {
            try Console.write(Version.description(Extract.lexicons(arguments)))
            return ExitCode.done
        }
        return try Corpus(Extract(arguments)).run()
    }
}
