import Dragoman

/// Completions of fish, with what each option and value means.
enum FishCompletions {
    static var script: String {
        let commands = DragomanCommand.subcommands.map { quoted($0.words.joined(separator: " ")) }
        return """
            # fish completions of dragoman \(Extractor.version)

            # Whether the words before the cursor are these.
            function __dragoman_after
                set -l words (commandline -opc)
                set -e words[1]
                test "$words" = "$argv"
            end

            # Whether the words before the cursor start with this sub-command; without one, whether with none.
            function __dragoman_is
                set -l words (commandline -opc)
                set -e words[1]
                for command in \(commands.joined(separator: " "))
                    if string match -q -- "$command *" "$words "
                        test "$command" = "$argv"
                        return
                    end
                end
                test -z "$argv"
            end

            \(lines.joined(separator: "\n"))

            """
    }

    private static var lines: [String] {
        var lines: [String] = []
        for group in [[]] + Completions.groups.map({ [$0] }) {
            for word in Completions.words(after: group) {
                lines.append(
                    line("after", group, group.isEmpty ? "" : " -f", word.brief)
                        + " -a \(word.name)")
            }
        }
        for command in Completions.commands {
            lines += command.options.map { option in
                let short = option.short.map { " -s \($0)" } ?? ""
                let argument = option.value == nil ? "" : " -r" + argument(option.values)
                return line(
                    "is", command.words, "\(short) -l \(option.name)\(argument)", option.brief)
            }
            // Files are what fish completes unasked.
            if case .file = command.operandValues { continue }
            lines.append(line("is", command.words, argument(command.operandValues), ""))
        }
        return lines
    }

    private static func line(
        _ test: String, _ words: [String], _ options: String, _ summary: String
    ) -> String {
        let condition = (["__dragoman_\(test)"] + words).joined(separator: " ")
        let description = summary.isEmpty ? "" : " -d \(quoted(summary))"
        return "complete -c dragoman -n \(quoted(condition))\(options)\(description)"
    }

    /// What completes a value or an operand.
    private static func argument(_ values: Option.Values) -> String {
        switch values {
        case .any: return " -f"
        case .file: return " -F"
        case .folder: return " -f -a '(__fish_complete_directories)'"
        case .one(let choices):
            let list = choices().map { "\($0.name)\\t\(quoted($0.brief))" }
            return " -f -a \(quoted(list.joined(separator: " ")))"
        case .several(let choices):
            let list = choices().map(\.name).joined(separator: " ")
            return " -f -a '(__fish_append , \(list))'"
        }
    }

    /// A string as fish reads it, which differs from what other shells do in quotes and backslashes.
    private static func quoted(_ text: String) -> String {
        var quoted = "'"
        for character in text {
            if character == "'" || character == "\\" { quoted += "\\" }
            quoted.append(character)
        }
        return quoted + "'"
    }
}
