import Dragoman

/// Completions of bash, which need nothing but bash 4.
enum BashCompletions {
    static var script: String {
        """
        # bash completions of dragoman \(Extractor.version)
        _dragoman() {
            local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
            # Readline takes an equals sign for a word.
            case $word:$option in
            =:*) word= ;;
            *:=) option=${COMP_WORDS[COMP_CWORD - 2]} ;;
            esac
            local given="${COMP_WORDS[*]:1:COMP_CWORD-1} " command= choices= kind=
            case $given in
        \(commands)
            esac
            case $command:$option in
        \(values)
            *)
                case $command:$word in
        \(words)
                *) kind=files ;;
                esac
                ;;
            esac
            case $kind in
            files) ;; # readline's own
            folders) compopt +o default -o dirnames ;;
            list)
                compopt +o default -o nospace
                mapfile -t COMPREPLY < <(compgen -P "${word%"${word##*,}"}" -W "$choices" -- "${word##*,}")
                ;;
            *)
                compopt +o default
                mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$word")
                ;;
            esac
            # A first word may be a sub-command or a file.
            if [[ $COMP_CWORD == 1 && $word != -* ]]; then
                compopt -o filenames
                mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$word")
            fi
        }
        complete -o default -F _dragoman dragoman

        """
    }

    private static var commands: String {
        DragomanCommand.subcommands.map { command in
            let words = command.words.joined(separator: " ")
            return "    '\(words) '*) command='\(words)' ;;"
        }.joined(separator: "\n")
    }

    /// What may follow each option that takes a value.
    private static var values: String {
        Completions.commands.flatMap { command in
            command.options.filter { $0.value != nil }.map { option in
                let patterns = option.spellings.map { pattern(command, $0) }
                return "    \(patterns.joined(separator: " | "))) \(action(option.values)) ;;"
            }
        }.joined(separator: "\n")
    }

    /// What may stand where no value is asked for: options, and operands or words of sub-commands.
    private static var words: String {
        Completions.commands.map { command in
            let options = command.options.flatMap(\.spellings).joined(separator: " ")
            let operands =
                command.words.isEmpty
                ? "\n\(subcommands)\n           " : " \(action(command.operandValues))"
            return """
                        \(pattern(command, "-"))*) choices='\(options)' ;;
                        \(pattern(command, ""))*)\(operands) ;;
                """
        }.joined(separator: "\n")
    }

    /// Words of sub-commands where one may stand, and files elsewhere.
    private static var subcommands: String {
        let lines = ([[]] + Completions.groups.map { [$0] }).map { given in
            let choices = Completions.words(after: given).map(\.name).joined(separator: " ")
            return "'\(given.joined()) ') choices='\(choices)' ;;"
        }
        return (["case $given in"] + lines + ["*) kind=files ;;", "esac"])
            .map { "            " + $0 }.joined(separator: "\n")
    }

    private static func pattern(_ command: Subcommand, _ word: String) -> String {
        "'\(command.words.joined(separator: " ")):\(word)'"
    }

    private static func action(_ values: Option.Values) -> String {
        let names = values.choices.map(\.name).joined(separator: " ")
        return switch values {
        case .any: "kind=none"
        case .file: "kind=files"
        case .folder: "kind=folders"
        case .one: "choices='\(names)'"
        case .several: "kind=list choices='\(names)'"
        }
    }
}
