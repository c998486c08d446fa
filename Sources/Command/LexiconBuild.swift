import Dragoman
import Lexicon

/// `dragoman lexicon build -o IMAGE FOLDER…`: compiles lexicons, rules and weights into an image.
enum LexiconBuild {
    static let subcommand = Subcommand(
        words: ["lexicon", "build"], operands: "-o IMAGE FOLDER…", operandCount: 1...Int.max,
        summary: "compile lexicons and rules",
        options: [
            Option("output", short: "o", value: "IMAGE", values: .file, "the image to write"),
            .help,
        ], run: run)

    private static func run(_ arguments: Arguments) throws -> Int32 {
        guard let output = arguments["output"] else {
            throw UsageError(description: "usage: \(subcommand.synopsis)")
        }
        let image: [UInt8]
        do {
            image = try compile(arguments.operands)
        } catch LexiconError.file(let path, let reason) {
            throw LexiconError.file(path: path, reason: reason)
        } catch {
            throw BadInput(cause: error)
        }
        try Files.write(image, to: output)
        Console.complain("\(output): \(image.count) bytes")
        return ExitCode.done
    }

    private static func compile(_ paths: [String]) throws -> [UInt8] {
        var builder = try ImageBuilder()
        for path in paths {
            if Files.isFolder(path) {
                try builder.add(folder: path)
            } else {
                try builder.add(path: path)
            }
        }
        return try builder.image()
    }
}
