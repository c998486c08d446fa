import Dragoman
import Glibc
import Grammar
import Interchange
import Lexicon

/// The command: `dragoman [options] [file …]` and its sub-commands.
enum DragomanCommand {
    static let usage = """
        usage: dragoman [options] [file …]      text in, JSON out; no file or - is standard input
               dragoman tokens [file]           the tokens, one a line
               dragoman lexicon build -o IMAGE FOLDER…
               dragoman lexicon inspect [IMAGE]
               dragoman lexicon lookup NAME
               dragoman rules check FILE…       run the examples of every rule
               dragoman evaluate GOLD.jsonl     score against annotated text

        Finds people, organizations, places, dates and treaties.

        options:
        \(Option.help)

        Results go to standard output, everything else to standard error. Exit codes: 0 done; 1 some
        input was bad (named by line; what was good is out); 2 usage. DRAGOMAN_LEXICON names a lexicon
        file to use as --lexicon does.

        """

    static func run(_ words: [String]) throws -> Int32 {
        let rest = words.dropFirst()
        switch words.first {
        case "lexicon": return try LexiconCommand.run(rest)
        case "rules": return try RulesCommand.run(rest)
        case "evaluate": return try Evaluate.run(rest)
        case "tokens": return try Tokens.run(Arguments(Array(rest)))
        default: break
        }
        let arguments = try Arguments(words)
        if arguments.has("help") {
            try Console.write(usage)
            return ExitCode.done
        }
        if arguments.has("version") {
            try Console.write(Version.description)
            return ExitCode.done
        }
        var extract = try Extract(arguments)
        return try extract.run()
    }
}

signal(SIGPIPE, SIG_DFL)
do {
    exit(try DragomanCommand.run(Array(CommandLine.arguments.dropFirst())))
} catch {
    Console.complain("\(error)")
    exit(error is OutputError ? ExitCode.badInput : ExitCode.usage)
}
