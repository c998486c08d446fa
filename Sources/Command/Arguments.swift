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
            guard let option = options.first(where: { $0.isWritten(name) }) else {
                throw UsageError(description: Self.unknown(word, name, options))
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
    func choice<Value: RawRepresentable & CaseIterable>(
        _ name: String, _ standard: Value
    ) throws(UsageError) -> Value where Value.RawValue == String {
        guard let given = self[name] else { return standard }
        guard let value = Value(rawValue: given) else {
            let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw UsageError(description: "unknown value “\(given)” for --\(name): \(known)")
        }
        return value
    }

    private static func unknown(_ word: String, _ name: Substring, _ options: [Option]) -> String {
        let written = name.drop { $0 == "-" }
        let near = options.map { ($0.name, distance(Array($0.name), Array(written))) }
            .min { $0.1 < $1.1 }
        let hint = near.flatMap { $0.1 <= 2 ? "did you mean --\($0.0)?" : nil }
        return "unknown option \(word); \(hint ?? "see dragoman --help")"
    }

    /// Levenshtein's distance.
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var row = Array(0...b.count)
        for i in a.indices {
            var corner = row[0]
            row[0] = i + 1
            for j in b.indices {
                let cost = a[i] == b[j] ? corner : min(corner, row[j], row[j + 1]) + 1
                corner = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[b.count]
    }
}

extension Option {
    fileprivate func isWritten(_ word: Substring) -> Bool {
        word == "--\(name)" || short.map { word == "-\($0)" } ?? false
    }
}
