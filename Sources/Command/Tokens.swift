import Dragoman
import Interchange
import Segmentation

/// `dragoman tokens [file]`: one token a line, `start end kind shape sentence text`, offsets in UTF-8 bytes.
enum Tokens {
    static func run(_ arguments: Arguments) throws -> Int32 {
        let path = arguments.operands.first ?? "-"
        let source = path == "-" ? ByteSource() : try ByteSource(path: path)
        let decoded = TextDecoding.decode(try source.readAll())
        for problem in decoded.problems {
            Console.complain("\(source.name): byte \(problem.byteOffset): \(problem.message)")
        }
        var buffer = TokenBuffer()
        try Segmenter().segment(decoded.utf8, into: &buffer)
        try Console.write("start\tend\tkind\tshape\tsentence\ttext\n")
        var sentence = 0
        var lines = ""
        for (index, token) in buffer.tokens.enumerated() {
            if token.flags.contains(.sentenceStart) { sentence += 1 }
            lines += "\(token.start)\t\(token.end)\t\(token.kind)\t\(token.shape)\t\(sentence)\t"
            lines += buffer.text(at: index) + "\n"
            if lines.utf8.count > 1 << 16 {
                try Console.write(lines)
                lines = ""
            }
        }
        try Console.write(lines)
        return ExitCode.done
    }
}
