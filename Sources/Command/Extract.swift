import Dragoman
import Glibc
import Grammar
import Interchange
import Segmentation

/// `dragoman [options] [file …]`: extracts from files or standard input.
struct Extract {
    let extractor: Extractor
    let format: InputFormat
    let fields: DocumentReader.Fields
    var writer: any DocumentWriter
    let paths: [String]

    init(_ arguments: Arguments) throws {
        format = try Self.choice(arguments, "input", InputFormat.text)
        fields = try Self.fields(arguments, format)
        writer = try Self.writer(arguments)
        paths = arguments.operands.isEmpty ? ["-"] : arguments.operands
        // All are looked for first, so that a missing one is known before anything is written.
        for path in paths where path != "-" { try ByteSource.check(path: path) }
        extractor = try Extractor(options: Self.options(arguments))
    }

    private static func fields(
        _ arguments: Arguments, _ format: InputFormat
    ) throws(UsageError) -> DocumentReader.Fields {
        for name in ["field", "id-field", "date-field"]
        where arguments.has(name) && format != .jsonl {
            throw UsageError(description: "--\(name) goes with --input jsonl")
        }
        var fields = DocumentReader.Fields()
        fields.text = arguments["field"] ?? fields.text
        fields.id = arguments["id-field"] ?? fields.id
        fields.date = arguments["date-field"] ?? fields.date
        return fields
    }

    private static func writer(_ arguments: Arguments) throws(UsageError) -> any DocumentWriter {
        let unit = try choice(arguments, "offsets", OffsetUnit.codepoint)
        let format = try choice(arguments, "output", OutputFormat.json)
        let pretty = arguments.has("pretty")
        if pretty && format != .json {
            throw UsageError(description: "--pretty goes with --output json")
        }
        switch format {
        case .json, .jsonl: return JSONDocumentWriter(unit: unit, pretty: pretty)
        case .tsv: return TSVDocumentWriter(unit: unit)
        }
    }

    /// How documents are written.
    private enum OutputFormat: String, CaseIterable {
        case json, jsonl, tsv
    }

    /// What the extractor is asked for.
    static func options(_ arguments: Arguments) throws -> Extractor.Options {
        var options = Extractor.Options()
        options.date = arguments["date"]
        options.explain = arguments.has("explain")
        options.nested = arguments.has("nested")
        options.dateProfile = try choice(arguments, "profile", DateProfile.house)
        if let list = arguments["labels"] { options.labels = try labels(list) }
        let environment = Environment.value("DRAGOMAN_LEXICON").map { [$0] } ?? []
        for path in environment + arguments.all("lexicon") {
            options.lexicons.append(LexiconFile(path: path))
        }
        for path in arguments.all("rules") {
            options.rules.append(RuleSource(file: path, text: try Files.text(at: path)))
        }
        return options
    }

    private static func labels(_ list: String) throws(UsageError) -> Set<Label> {
        var labels: Set<Label> = []
        for name in list.split(separator: ",", omittingEmptySubsequences: false) {
            guard let label = Label(rawValue: name.uppercased()) else {
                let known = Label.allCases.map(\.rawValue).joined(separator: ", ")
                throw UsageError(description: "unknown label “\(name)”: \(known)")
            }
            labels.insert(label)
        }
        return labels
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
}

extension Extract {
    /// Extracts from every input in turn.
    ///
    /// - Returns: the exit code.
    mutating func run() throws -> Int32 {
        try Console.write(writer.header)
        var code = ExitCode.done
        for path in paths {
            do {
                if try !run(path) { code = ExitCode.badInput }
            } catch let error as InputError {
                Console.complain(error.description)
                code = ExitCode.badInput
            }
        }
        return code
    }

    /// Extracts from one input.
    ///
    /// - Returns: `false` if some lines were bad.
    private mutating func run(_ path: String) throws -> Bool {
        if path == "-", isatty(STDIN_FILENO) == 1 {
            Console.complain("reading from the terminal; Ctrl-D ends the text")
        }
        let source = path == "-" ? ByteSource() : try ByteSource(path: path)
        var reader = DocumentReader(source, format: format, fields: fields)
        var isComplete = true
        while true {
            do {
                guard let input = try reader.next() else { return isComplete }
                try Console.write(writer.write(extractor.extract(input)))
            } catch let error as InputError {
                guard case .line = error else { throw error }
                Console.complain(error.description)
                isComplete = false
            }
        }
    }
}
