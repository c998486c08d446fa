import Dragoman

/// Completions of zsh, with what each option and value means.
enum ZshCompletions {
    static var script: String {
        """
        #compdef dragoman
        # zsh completions of dragoman \(Extractor.version)

        \(choices.joined(separator: "\n"))

        _dragoman() {
          local given="${(j: :)words[2,CURRENT-1]} "
          case $given in
        \(Completions.commands.map(command).joined(separator: "\n"))
          esac
        }

        if [[ $funcstack[1] == _dragoman ]]; then
          _dragoman "$@"
        else
          compdef _dragoman dragoman
        fi

        """
    }

    /// A function for the values of each option that has some, and for the words of sub-commands.
    private static var choices: [String] {
        var functions: [String] = []
        for group in [[]] + Completions.groups.map({ [$0] }) {
            functions.append(
                function(group + ["words"], "sub-command", Completions.words(after: group)))
        }
        for command in Completions.commands {
            for option in command.options {
                guard case .one(let choices) = option.values else { continue }
                functions.append(function(command.words + [option.name], option.name, choices()))
            }
            if case .one(let choices) = command.operandValues {
                functions.append(function(command.words + ["operand"], command.operands, choices()))
            }
        }
        return functions
    }

    private static func function(_ name: [String], _ title: String, _ choices: [Choice]) -> String {
        let list = choices.map {
            Completions.quoted($0.summary.isEmpty ? $0.name : "\($0.name):\($0.brief)")
        }
        return """
            \(self.name(name))() {
              local -a choices=(
                \(list.joined(separator: "\n    "))
              )
              _describe \(Completions.quoted(title)) choices
            }
            """
    }

    private static func name(_ words: [String]) -> String {
        "_dragoman_" + words.joined(separator: "_")
    }

    /// The case of a sub-command, or of the extraction.
    private static func command(_ command: Subcommand) -> String {
        let operands =
            "*:\(escaped(command.operands)):\(action(command.operandValues, command.words + ["operand"]))"
        let count = command.words.count
        let arguments =
            (command.options.map { specification($0, command.words) } + [
                Completions.quoted(operands)
            ])
            .joined(separator: " \\\n        ")
        if count > 0 {
            return """
                    ('\(command.words.joined(separator: " ")) '*)
                      words=(dragoman "${(@)words[\(count + 2),-1]}")
                      (( CURRENT -= \(count) ))
                      _arguments -S \\
                        \(arguments)
                      ;;
                """
        }
        let groups = Completions.groups.map { group in
            "    ('\(group) ') \(name([group, "words"])) ;;"
        }
        return """
            \(groups.joined(separator: "\n"))
                (*)
                  [[ $given == ' ' && $PREFIX != -* ]] && _dragoman_words
                  _arguments -S \\
                    \(arguments)
                  ;;
            """
    }

    /// An option as `_arguments` reads it: `'(-o --output)'{-o,--output=}'[what it does]:FILE:_files'`.
    private static func specification(_ option: Option, _ words: [String]) -> String {
        let sign = option.value == nil ? "" : "="
        var tail = "[\(escaped(option.brief))]"
        if let value = option.value {
            tail += ":\(value):\(action(option.values, words + [option.name]))"
        }
        let star = option.repeats ? "*" : ""
        guard let short = option.short else {
            return Completions.quoted("\(star)--\(option.name)\(sign)\(tail)")
        }
        return
            "'(-\(short) --\(option.name))'{-\(short),--\(option.name)\(sign)}\(Completions.quoted(tail))"
    }

    private static func action(_ values: Option.Values, _ name: [String]) -> String {
        switch values {
        case .any: return " "
        case .file: return "_files"
        case .folder: return "_files -/"
        case .one: return self.name(name)
        case .several(let choices):
            let list = choices().map { choice in
                choice.summary.isEmpty
                    ? choice.name : Completions.quoted("\(choice.name)[\(escaped(choice.brief))]")
            }
            return "_values -s , value \(list.joined(separator: " "))"
        }
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if "[]:\\".contains(character) { escaped += "\\" }
            escaped.append(character)
        }
        return escaped
    }
}
