/// What `--help` prints, made of the tables of options and sub-commands.
enum Help {
    /// The help of the command as a whole.
    static var whole: String {
        let commands = [Extract.command] + DragomanCommand.subcommands
        let heads = commands.map(\.synopsis)
        let column = (heads.map(\.count).max() ?? 0) + 4
        let usage = zip(heads, commands).map { entry($0, $1.summary, indent: 2, column: column) }
        let remarks = Remarks.paragraphs.map {
            wrap($0, width: width).joined(separator: "\n") + "\n"
        }
        .joined(separator: "\n")
        let exits = ExitCode.meanings.map { entry($0.code, $0.meaning, indent: 2) }
        let variables = Remarks.environment.map { entry($0.name, $0.meaning, indent: 2) }
        return """
            \(Remarks.purpose)

            usage:
            \(usage.joined())
            \(sections(of: Extract.command))
            \(remarks)
            exit codes:
            \(exits.joined())
            environment:
            \(variables.joined())
            A sub-command's --help lists its options.

            """
    }

    /// The help of a sub-command.
    static func text(of command: Subcommand) -> String {
        "usage: \(command.synopsis)\n\n\(command.summary)\n\n\(sections(of: command))"
    }

    private static let width = 80
    /// Where what is said of an option starts.
    private static let column = 22

    private static func sections(of command: Subcommand) -> String {
        command.groups.map { group in
            "\(group.title):\n" + group.options.map(text(of:)).joined()
        }.joined(separator: "\n")
    }

    private static func text(of option: Option) -> String {
        let head = option.spellings.joined(separator: ", ") + (option.value.map { " " + $0 } ?? "")
        let choices = option.values.choices
        let names = choices.filter(\.summary.isEmpty).map(\.name).joined(separator: ", ")
        return entry(head, option.fullSummary, indent: 2)
            + (names.isEmpty ? "" : entry("", names, indent: 2))
            + choices.filter { !$0.summary.isEmpty }
            .map { entry($0.name, $0.summary, indent: 6) }.joined()
    }

    /// Lines with `head` at their left and `text` in a column at their right.
    private static func entry(
        _ head: String, _ text: String, indent: Int, column: Int = column
    ) -> String {
        let margin = String(repeating: " ", count: column)
        let start = String(repeating: " ", count: indent) + head
        let lines = wrap(text, width: width - column)
        if head.isEmpty || start.count + 2 > column {
            return (head.isEmpty ? "" : start + "\n") + lines.map { "\(margin)\($0)\n" }.joined()
        }
        return start + margin.dropFirst(start.count) + lines.joined(separator: "\n" + margin) + "\n"
    }

    /// The lines of a paragraph.
    static func wrap(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + word.count < width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
