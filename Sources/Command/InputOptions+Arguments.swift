import Interchange

extension InputOptions {
    /// What the command line says of the inputs.
    ///
    /// - Throws: `UsageError` for what does not fit together.
    init(_ arguments: Arguments, paths: [String]) throws(UsageError) {
        let format = try arguments.has("input") ? arguments.choice("input", InputFormat.text) : nil
        self.init(format)
        unpacker = Decompressor.open
        let formats = paths.map(self.format(of:))
        for name in ["field", "id-field", "date-field"]
        where arguments.has(name) && !formats.contains(where: \.hasFields) {
            throw UsageError(description: "--\(name) goes with --input jsonl, csv or tsv")
        }
        let isTable = formats.contains { $0 == .csv || $0 == .tsv }
        if arguments.has("no-header"), !isTable {
            throw UsageError(description: "--no-header goes with --input csv or tsv")
        }
        fields.hasHeader = !arguments.has("no-header")
        fields.text = arguments["field"] ?? (fields.hasHeader ? fields.text : "1")
        fields.id = arguments["id-field"] ?? fields.id
        fields.date = arguments["date-field"] ?? fields.date
        fields.needsID = arguments.has("id-field")
        fields.needsDate = arguments.has("date-field")
        if isTable, !fields.hasHeader { try checkNumbers(arguments) }
        if let label = arguments["encoding"] { encoding = try Self.encoding(label) }
    }

    private func checkNumbers(_ arguments: Arguments) throws(UsageError) {
        for name in ["field", "id-field", "date-field"] {
            guard let column = arguments[name] else { continue }
            guard let number = Int(column), number > 0 else {
                throw UsageError(
                    description: "--no-header: --\(name) needs a column's number, not “\(column)”")
            }
        }
    }

    private static func encoding(_ label: String) throws(UsageError) -> InputEncoding {
        guard let encoding = InputEncoding(label: label) else {
            throw UsageError(
                description: "unknown encoding “\(label)”: give auto, or a name that ICU knows, as "
                    + "utf-8, utf-16le, windows-1252, koi8-r, shift_jis, gb18030")
        }
        if encoding == .detected, !InputEncoding.canDetect {
            throw UsageError(description: "--encoding auto needs ICU's library libicui18n")
        }
        return encoding
    }
}
