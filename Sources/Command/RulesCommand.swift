import Dragoman
import Grammar
import Segmentation

/// `dragoman rules check FILE…`: compiles rule files and runs the proof of every rule.
enum RulesCommand {
    static func run(_ words: ArraySlice<String>) throws -> Int32 {
        guard words.first == "check", words.count > 1 else {
            throw UsageError(description: "usage: dragoman rules check FILE…")
        }
        let arguments = try Arguments(Array(words.dropFirst()))
        let sources = try arguments.operands.map { path in
            RuleSource(file: path, text: try Files.text(at: path))
        }
        let extractor = try Extractor(options: Extract.options(arguments))
        let failures = try extractor.check(sources)
        for failure in failures { Console.complain(failure) }
        return failures.isEmpty ? ExitCode.done : ExitCode.badInput
    }
}
