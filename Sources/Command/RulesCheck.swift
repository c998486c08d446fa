import Dragoman
import Grammar

/// `dragoman rules check FILE…`: compiles rule files and runs the proof of every rule.
enum RulesCheck {
    static let subcommand = Subcommand(
        words: ["rules", "check"], operands: "FILE…", operandCount: 1...Int.max,
        summary: "run the examples of every rule", options: [.languages, .lexicon, .help], run: run)

    private static func run(_ arguments: Arguments) throws -> Int32 {
        let sources = try arguments.operands.map { path in
            RuleSource(file: path, text: try Files.text(at: path))
        }
        let extractor = try Extractor(options: Extract.options(arguments))
        let failures: [String]
        do {
            failures = try extractor.check(sources)
        } catch {
            throw BadInput(cause: error)
        }
        for failure in failures { Console.complain(failure) }
        return failures.isEmpty ? ExitCode.done : ExitCode.badInput
    }
}
