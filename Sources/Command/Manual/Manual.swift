import Dragoman

/// `dragoman manual`: the manual page, made of the tables that the help is made of.
enum Manual {
    static let subcommand = Subcommand(
        words: ["manual"], operands: "", operandCount: 0...0, operandValues: .any,
        summary: "the manual page, as man reads it", options: [.help]
    ) { _ in
        try Console.write(page)
        return ExitCode.done
    }

    static var page: String {
        var page = Roff()
        page.title("DRAGOMAN", source: "dragoman \(Extractor.version)")
        page.section("name")
        let purpose = Remarks.purpose.dropLast()
        page.rows(["dragoman - \(purpose.prefix(1).lowercased())\(purpose.dropFirst())"])
        page.section("synopsis")
        page.rows(([Extract.command] + DragomanCommand.subcommands).map(\.synopsis))
        page.section("description")
        for paragraph in Remarks.paragraphs { page.paragraph(paragraph) }
        page.section("options")
        for group in Extract.command.groups {
            page.subsection(group.title.prefix(1).uppercased() + group.title.dropFirst())
            for option in group.options { page.entry(option) }
        }
        page.section("sub-commands")
        for command in DragomanCommand.subcommands {
            page.subsection(command.synopsis)
            page.paragraph(command.summary)
            for option in command.options { page.entry(option) }
        }
        page.section("exit status")
        for exit in ExitCode.meanings { page.entry(Roff.bold(exit.code), exit.meaning) }
        page.section("environment")
        for variable in Remarks.environment {
            page.entry(Roff.bold(variable.name), variable.meaning)
        }
        page.section("examples")
        for example in Remarks.examples {
            page.paragraph(example.purpose + ":")
            page.example(example.code)
        }
        return page.text
    }
}

extension Roff {
    fileprivate mutating func entry(_ option: Option) {
        let value = option.value.map { " " + Roff.italic($0) } ?? ""
        let head = option.spellings.map(Roff.bold).joined(separator: ", ") + value
        let choices = option.values.choices
        let names = choices.filter(\.summary.isEmpty).map(\.name).joined(separator: ", ")
        entry(head, option.fullSummary + (names.isEmpty ? "" : ": " + names))
        let told = choices.filter { !$0.summary.isEmpty }
        if told.isEmpty { return }
        indented { page in
            for choice in told { page.entry(Roff.bold(choice.name), choice.summary) }
        }
    }
}
