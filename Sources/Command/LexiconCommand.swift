import Dragoman
import Glibc
import Lexicon
import Segmentation

/// `dragoman lexicon build|inspect|lookup`.
enum LexiconCommand {
    static func run(_ words: ArraySlice<String>) throws -> Int32 {
        switch words.first {
        case "build": return try build(words.dropFirst())
        case "inspect": return try inspect(words.dropFirst())
        case "lookup": return try lookUp(words.dropFirst())
        default:
            throw UsageError(
                description: "usage: dragoman lexicon build -o IMAGE FOLDER… | inspect [IMAGE] | "
                    + "lookup NAME")
        }
    }

    /// Compiles folders or files into an image.
    private static func build(_ words: ArraySlice<String>) throws -> Int32 {
        let arguments = try Arguments(
            Array(words), options: [Option(name: "o", value: "IMAGE", help: "")])
        guard let output = arguments["o"], !arguments.operands.isEmpty else {
            throw UsageError(description: "usage: dragoman lexicon build -o IMAGE FOLDER…")
        }
        var builder = try ImageBuilder()
        for path in arguments.operands {
            if Files.isFolder(path) {
                try builder.add(folder: path)
            } else {
                try builder.add(path: path)
            }
        }
        let image = try builder.image()
        try Files.write(image, to: output)
        Console.complain("\(output): \(image.count) bytes")
        return ExitCode.done
    }

    /// Prints what an image holds: files, classes, sizes of sections.
    private static func inspect(_ words: ArraySlice<String>) throws -> Int32 {
        let image = try words.first.map { try LexiconImage(path: $0) } ?? LexiconFile.builtIn()
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

    /// Prints every sense of a name, a line each.
    private static func lookUp(_ words: ArraySlice<String>) throws -> Int32 {
        let arguments = try Arguments(Array(words))
        let name = arguments.operands.joined(separator: " ")
        if name.isEmpty { throw UsageError(description: "usage: dragoman lexicon lookup NAME") }
        let lexicon = try Extractor(options: Extract.options(arguments)).lexicon
        let senses = try lexicon.lookUp(name, segmenter: Segmenter())
        for sense in senses {
            let attributes = lexicon.attributes(of: sense).map { "\($0.key)=\($0.value)" }
            let fields = [
                lexicon.classNames[Int(sense.classID.rawValue)], lexicon.surface(of: sense),
                lexicon.name(of: sense), String(sense.weight), attributes.joined(separator: " "),
            ]
            try Console.write(fields.joined(separator: "\t") + "\n")
        }
        if senses.isEmpty { Console.complain("the lexicon has no “\(name)”") }
        return senses.isEmpty ? ExitCode.badInput : ExitCode.done
    }
}
