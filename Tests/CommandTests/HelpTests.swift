import Testing

@testable import Command

@Suite("The help")
struct HelpTests {
    @Test(
        "It says all that the table knows, in lines that fit a terminal",
        arguments: [Extract.command] + DragomanCommand.subcommands)
    func text(command: Subcommand) {
        let help = Help.text(of: command)
        #expect(help.contains(command.synopsis))
        for option in command.options {
            let value = option.value.map { " \($0)" } ?? ""
            #expect(help.contains("  " + option.spellings.joined(separator: ", ") + value))
            for choice in option.values.choices { #expect(help.contains(" \(choice.name)")) }
        }
        for line in help.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }

    @Test(
        "That of the command as a whole has all its options, sub-commands, exit codes and variables"
    )
    func whole() {
        let help = Help.whole
        for line in Help.text(of: Extract.command).split(separator: "\n").dropFirst(2) {
            #expect(help.contains(line))
        }
        for command in DragomanCommand.subcommands { #expect(help.contains(command.synopsis)) }
        for exit in ExitCode.meanings { #expect(help.contains("\n  \(exit.code) ")) }
        for variable in Remarks.environment { #expect(help.contains("\n  \(variable.name) ")) }
        for line in help.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }
}
