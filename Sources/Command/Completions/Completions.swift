/// `dragoman completions SHELL`: a script that teaches a shell to complete the command's options and their values.
enum Completions {
    enum Shell: String, OptionChoice {
        case bash, zsh, fish

        var summary: String { "" }
    }

    static let subcommand = Subcommand(
        words: ["completions"], operands: "SHELL", operandCount: 1...1,
        operandValues: .one { Shell.choices }, summary: "a script for bash, zsh or fish",
        options: [.help]
    ) { arguments in
        let shell = try Shell(choice: arguments.operands[0], as: "shell “\(arguments.operands[0])”")
        try Console.write(script(for: shell))
        return ExitCode.done
    }

    static func script(for shell: Shell) -> String {
        switch shell {
        case .bash: BashCompletions.script
        case .zsh: ZshCompletions.script
        case .fish: FishCompletions.script
        }
    }

    /// Extraction and sub-commands: all that options may stand behind.
    static var commands: [Subcommand] { DragomanCommand.subcommands + [Extract.command] }

    /// What may be typed after `words`, if sub-commands start with them: each once.
    static func words(after words: [String]) -> [Choice] {
        var choices: [Choice] = []
        for command in DragomanCommand.subcommands
        where command.words.starts(with: words) && command.words.count > words.count {
            let name = command.words[words.count]
            if choices.contains(where: { $0.name == name }) { continue }
            let isWhole = command.words.count == words.count + 1
            choices.append(Choice(name: name, summary: isWhole ? command.summary : ""))
        }
        return choices
    }

    /// First words of sub-commands that have two.
    static var groups: [String] {
        words(after: []).map(\.name).filter { !words(after: [$0]).isEmpty }
    }

    /// A string as bash, zsh and POSIX's shell read it.
    static func quoted(_ text: String) -> String {
        "'"
            + text.split(separator: "'", omittingEmptySubsequences: false).joined(
                separator: "'\\''")
            + "'"
    }
}
