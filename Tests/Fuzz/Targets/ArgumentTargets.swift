import Chronology
import Interchange

@testable import Command
@testable import Dragoman

extension FuzzTarget {
    /// A command line, a word a line. A mistake gives a message, and an option's value is read as the option reads it.
    static let arguments = FuzzTarget(name: "arguments") { input in
        let lines = String(decoding: input, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let words = lines.map { line in
            // Names of files that are not there: nothing is read, and no folder is made.
            String(line.map { $0 == "/" || $0 == "\0" ? "_" : $0 })
        }
        for subcommand in DragomanCommand.subcommands {
            _ = try? Arguments(words, options: subcommand.options)
        }
        do {
            let arguments = try Arguments(words, options: Extract.command.options)
            _ = try Extract.options(arguments)
            let writer = try arguments.choice("output", OutputFormat.json)
            let options = try InputOptions(arguments, paths: arguments.operands)
            _ = try writer.writer(arguments, options, Extractors.shared.extractor(options: 0))
            // Opening an extractor takes long, so that few do.
            if !arguments.has("output-dir"), input.count % 16 == 0 { _ = try Extract(arguments) }
        } catch {
            let message = "\(error)"
            try promise(!message.isEmpty, "no message")
            try promise(ExitCode.of(error) != ExitCode.done, "a mistake ends as if all were well")
        }
    }

    /// A date as options, fields and gold files have it. What is read is written so that it reads as the same.
    static let dates = FuzzTarget(name: "dates") { input in
        let text = String(decoding: input, as: UTF8.self)
        if let value = TimexValue(text) {
            try promise(TimexValue(value.description) == value, "\(value) reads otherwise")
        }
        if let value = EDTF(text) {
            try promise(EDTF(value.description) == value, "\(value) reads otherwise")
        }
        if DocumentDate(text) != nil {
            try check(
                try Extractors.shared.extractor(options: 0).extract(
                    "He comes on Friday, 3 May, and came the year before last.", date: text))
        }
    }
}
