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
        var lines = TSVWriter()
        for section in ImageSection.allCases {
            lines.field("section")
            lines.field("\(section)")
            lines.field(image[section].count)
            lines.endLine()
        }
        for name in image.classNames {
            lines.field("class")
            lines.field(name)
            lines.endLine()
        }
        let provenance = String(decoding: image[.provenance], as: UTF8.self)
        for line in provenance.split(separator: "\n") {
            lines.field("file")
            for field in line.split(separator: "\t", omittingEmptySubsequences: false) {
                lines.field(String(field))
            }
            lines.endLine()
        }
        try Console.write(lines.bytes)
        return ExitCode.done
    }
}
