import Dragoman
import Interchange
import Lexicon
import Segmentation

/// `dragoman lexicon lookup NAME`: every sense of a name, a line each: class, spelling, name, weight, attributes.
enum LexiconLookup {
    static let subcommand = Subcommand(
        words: ["lexicon", "lookup"], operands: "NAME", operandCount: 1...Int.max,
        operandValues: .any, summary: "what the lexicon knows of a name",
        options: [.lexicon, .help], run: run)

    private static func run(_ arguments: Arguments) throws -> Int32 {
        let name = arguments.operands.joined(separator: " ")
        let lexicon = try Extractor(options: Extract.options(arguments)).lexicon
        let senses = try lexicon.lookUp(name, segmenter: Segmenter())
        var lines = TSVWriter()
        for sense in senses {
            lines.field(lexicon.classNames[Int(sense.classID.rawValue)])
            lines.field(lexicon.surface(of: sense))
            lines.field(lexicon.name(of: sense))
            lines.field(Int(sense.weight))
            for attribute in lexicon.attributes(of: sense) {
                lines.field("\(attribute.key)=\(attribute.value)")
            }
            lines.endLine()
        }
        try Console.write(lines.bytes)
        if senses.isEmpty { Console.complain("the lexicon has no “\(name)”") }
        return senses.isEmpty ? ExitCode.badInput : ExitCode.done
    }
}
