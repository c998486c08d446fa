import Dragoman
import Grammar
import Interchange
import Lexicon
import Segmentation

/// `dragoman [options] [file …]`: extracts from files or standard input.
struct Extract {
    let extractor: Extractor
    let format: InputFormat
    let fields: DocumentReader.Fields
    var writer: any DocumentWriter
    let paths: [String]

    init(_ arguments: Arguments) throws {
        extractor = try Extractor(options: Self.options(arguments))
        format = try Self.choice(arguments, "input", InputFormat.text)
        var fields = DocumentReader.Fields()
        fields.text = arguments["field"] ?? fields.text
        fields.id = arguments["id-field"] ?? fields.id
        fields.date = arguments["date-field"] ?? fields.date
        self.fields = fields
        let unit = try Self.choice(arguments, "offsets", OffsetUnit.codepoint)
        switch arguments["output"] ?? "json" {
        case "json": writer = JSONDocumentWriter(unit: unit, pretty: arguments.has("pretty"))
        case "jsonl": writer = JSONDocumentWriter(unit: unit)
        case "tsv": writer = TSVDocumentWriter(unit: unit)
        case let other:
            throw UsageError(description: "unknown output format “\(other)”: json, jsonl or tsv")
        }
        paths = arguments.operands.isEmpty ? ["-"] : arguments.operands
    }

    /// What the extractor is asked for.
    static func options(_ arguments: Arguments) throws -> Extractor.Options {
        var options = Extractor.Options()
        options.date = arguments["date"]
        options.explain = arguments.has("explain")
        options.nested = arguments.has("nested")
        if let list = arguments["labels"] {
            options.labels = []
            for name in list.split(separator: ",") {
                guard let label = Label(rawValue: name.uppercased()) else {
                    let known = Label.allCases.map(\.rawValue).joined(separator: ", ")
                    throw UsageError(description: "unknown label “\(name)”: \(known)")
                }
                options.labels.insert(label)
            }
        }
        let environment = Environment.value("DRAGOMAN_LEXICON").map { [$0] } ?? []
        for path in environment + (arguments.values["lexicon"] ?? []) {
            options.lexicons.append(LexiconFile(path: path))
        }
        for path in arguments.values["rules"] ?? [] {
            options.rules.append(RuleSource(file: path, text: try Files.text(at: path)))
        }
        return options
    }

    private static func choice<Value: RawRepresentable & CaseIterable>(
        _ arguments: Arguments, _ name: String, _ standard: Value
    ) throws(UsageError) -> Value where Value.RawValue == String {
        guard let given = arguments[name] else { return standard }
        guard let value = Value(rawValue: given) else {
            let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw UsageError(description: "unknown value “\(given)” for --\(name): \(known)")
        }
        return value
    }

    /// Extracts from every input in turn.
    ///
    /// - Returns: the exit code.
    mutating func run() throws -> Int32 {
        // All are opened first, so that a missing one is known before anything is written.
        let sources = try paths.map { $0 == "-" ? ByteSource() : try ByteSource(path: $0) }
        try Console.write(writer.header)
        var code = ExitCode.done
        for source in sources {
            var reader = DocumentReader(source, format: format, fields: fields)
            while true {
                do {
                    guard let input = try reader.next() else { break }
                    let document = extractor.extract(
                        bytes: input.bytes, id: input.id, date: input.date)
                    try Console.write(writer.write(document))
                } catch let error as InputError {
                    Console.complain(error.description)
                    code = ExitCode.badInput
                    if case .file = error { break }
                }
            }
        }
        return code
    }
}
