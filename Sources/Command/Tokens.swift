import Dragoman
import Interchange
import Segmentation

/// `dragoman tokens [file]`: one token a line, offsets in UTF-8 bytes.
enum Tokens {
    static let subcommand = Subcommand(
        words: ["tokens"], operands: "[file]", operandCount: 0...1,
        summary: "the tokens, one a line", options: [.help], run: run)

    private static func run(_ arguments: Arguments) throws -> Int32 {
        let path = arguments.operands.first ?? "-"
        let source = try Inputs.open(path)
        let decoded = TextDecoding.decode(try source.readAll())
        for problem in decoded.problems {
            Console.complain("\(source.name): byte \(problem.byteOffset): \(problem.message)")
        }
        var buffer = TokenBuffer()
        try Segmenter().segment(decoded.utf8, into: &buffer)
        try Console.write("start\tend\tkind\tshape\tsentence\ttext\n")
        var sentence = 0
        var lines = TSVWriter()
        for token in buffer.tokens {
            if token.flags.contains(.sentenceStart) { sentence += 1 }
            lines.field(Int(token.start))
            lines.field(Int(token.end))
            lines.field(token.kind.name)
            lines.field(token.shape.name)
            lines.field(sentence)
            buffer.utf8.withUnsafeBufferPointer { utf8 in
                lines.field(utf8: UnsafeBufferPointer(rebasing: utf8[token.range]))
            }
            lines.endLine()
            if lines.count > 1 << 16 {
                try Console.write(lines.bytes)
                lines.removeAll()
            }
        }
        try Console.write(lines.bytes)
        return ExitCode.done
    }
}

extension TokenKind {
    fileprivate var name: String {
        switch self {
        case .symbol: "symbol"
        case .number: "number"
        case .word: "word"
        case .kana: "kana"
        case .ideograph: "ideograph"
        }
    }
}

extension TokenShape {
    fileprivate var name: String {
        switch self {
        case .uncased: "uncased"
        case .lower: "lower"
        case .capitalized: "capitalized"
        case .upper: "upper"
        case .initial: "initial"
        case .mixed: "mixed"
        }
    }
}
