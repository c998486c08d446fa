/// The command: `dragoman [options] [file …]` and its sub-commands.
enum DragomanCommand {
    static let subcommands = [
        Tokens.subcommand, LexiconBuild.subcommand, LexiconInspect.subcommand,
        LexiconLookup.subcommand, RulesCheck.subcommand, Evaluate.subcommand,
        PrintSchema.subcommand, Completions.subcommand, Manual.subcommand,
    ]

    /// Runs what `words` ask for and gives the exit code.
    static func run(_ words: [String]) throws -> Int32 {
        for subcommand in subcommands where words.starts(with: subcommand.words) {
            return try subcommand.run(words.dropFirst(subcommand.words.count))
        }
        let group = subcommands.filter { $0.words.count > 1 && $0.words.first == words.first }
        return try group.isEmpty ? Extract.command.run(words) : explain(group, words)
    }

    /// Says what may stand after the first word of `group`: as help if that is asked for, else as a mistake.
    private static func explain(_ group: [Subcommand], _ words: [String]) throws -> Int32 {
        let usage = "usage: " + group.map(\.synopsis).joined(separator: " | ")
        if !Set(words).isDisjoint(with: Option.help.spellings) {
            try Console.write(usage + "\n")
            return ExitCode.done
        }
        let phrases = group.map { $0.words.joined(separator: " ") }
        let given = words.prefix(2).joined(separator: " ")
        let hint = words.count > 1 ? Suggestion.text(for: given, among: phrases) : ""
        throw UsageError(description: hint.isEmpty ? usage : "unknown sub-command \(given)" + hint)
    }
}
