import Dragoman
import Interchange
import Lexicon

/// `dragoman lexicon inspect [IMAGE]`: what an image holds: sizes of its sections, classes, files and their licences.
enum LexiconInspect {
    static let subcommand = Subcommand(
        words: ["lexicon", "inspect"], operands: "[IMAGE]", operandCount: 0...1,
        summary: "what an image or the command holds", options: [.help], run: run)

    private static func run(_ arguments: Arguments) throws -> Int32 {
        let image =
            try arguments.operands.first.map { try LexiconImage(path: $0) } ?? LexiconFile.builtIn()
        var lines = ""
        for section in ImageSection.allCases {
            lines += "section\t\(section)\t\(image[section].count)\n"
        }
        for name in image.classNames { lines += "class\t\(name)\n" }
        let provenance = String(decoding: image[.provenance], as: UTF8.self)
        for line in provenance.split(separator: "\n") { lines += "file\t\(line)\n" }
        try Console.write(lines)
        return ExitCode.done
    }
}
