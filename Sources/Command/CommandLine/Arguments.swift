/// A mistake on the command line: one line on standard error, exit 2.
struct UsageError: Error, Equatable, CustomStringConvertible {
    let description: String
}

/// What stood on the command line.
struct Arguments {
    /// Values by option, in their order; a switch has an empty one.
    private(set) var values: [String: [String]] = [:]
    private(set) var operands: [String] = []

    /// Reads `--name value`, `--name=value`, `-n value`, operands, and `--`, after which all are operands.
    init(_ words: some Sequence<String>, options: [Option]) throws(UsageError) {
        var rest = Array(words)[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                return
            }
            guard word.hasPrefix("-"), word != "-" else {
                operands.append(word)
                continue
            }
            let name = word.prefix { $0 != "=" }
            guard let option = options.first(where: { $0.spellings.contains(String(name)) }) else {
                let hint = Suggestion.text(for: name, among: options.map { "--\($0.name)" })
                throw UsageError(
                    description: "unknown option \(word)"
                        + (hint.isEmpty ? "; see dragoman --help" : hint))
            }
            let given = name.endIndex == word.endIndex ? nil : word[name.endIndex...].dropFirst()
            if option.value == nil {
                if given != nil {
                    throw UsageError(description: "--\(option.name) takes no value")
                }
                values[option.name, default: []].append("")
            } else if let value = given.map(String.init) ?? rest.popFirst() {
                values[option.name, default: []].append(value)
            } else {
                throw UsageError(
                    description: "--\(option.name) needs a value: \(option.value ?? "")")
            }
        }
    }

    func has(_ name: String) -> Bool { values[name] != nil }

    /// The last value of an option.
    subscript(name: String) -> String? { values[name]?.last }

    /// All values of an option.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// The value of an option that is one of several.
    ///
    /// - Throws: ``UsageError``, which names them all.
    func choice<Value: OptionChoice>(
        _ name: String, _ standard: Value
    ) throws(UsageError) -> Value {
        guard let given = self[name] else { return standard }
        return try Value(choice: given, as: "value “\(given)” for --\(name)")
    }

    /// The values of an option that are some of several, with commas between them; `nil` if it was not given.
    ///
    /// - Throws: ``UsageError``, which names them all.
    func choices<Value: OptionChoice>(
        _ name: String, of type: Value.Type
    ) throws(UsageError) -> [Value]? {
        guard let list = self[name] else { return nil }
        return try list.split(separator: ",", omittingEmptySubsequences: false).map {
            given throws(UsageError) in
            try Value(choice: given, as: "value “\(given)” in --\(name)")
        }
    }
}
