import CSchema

/// `dragoman schema [FORMAT]`: prints the JSON Schema of what `--output FORMAT` writes.
enum PrintSchema {
    static let subcommand = Subcommand(
        words: ["schema"], operands: "[FORMAT]", operandCount: 0...1,
        summary: "print the JSON Schema of json, rows or timeline-jsonl",
        options: [.help], run: run)

    private static func run(_ arguments: Arguments) throws -> Int32 {
        let name = arguments.operands.first ?? OutputFormat.json.rawValue
        guard let schema = OutputFormat(rawValue: name)?.schema else {
            throw UsageError(
                description: "no schema of “\(name)”: json, jsonl, rows, timeline-jsonl")
        }
        try Console.write(String(cString: schema))
        return ExitCode.done
    }
}

extension OutputFormat {
    /// The JSON Schema of a line, where it is a JSON object of this project's own.
    fileprivate var schema: UnsafePointer<CChar>? {
        switch self {
        case .json, .jsonl: dragoman_json_schema()
        case .rows: dragoman_rows_schema()
        case .timelineJSONL: dragoman_timeline_schema()
        default: nil
        }
    }
}
