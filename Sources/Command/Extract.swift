import Dragoman
import Glibc
import Grammar
import Interchange
import Segmentation

/// `dragoman [options] [file …]`: extracts from files or standard input.
struct Extract: Sendable {
    let extractor: Extractor
    let input: InputOptions
    let writer: any DocumentWriter
    /// Where each document gets a file of its own, if it does.
    let folder: OutputFolder?
    let paths: [String]
    /// How many workers there may be.
    let jobs: Int
    let progress: Bool

    init(_ arguments: Arguments) throws {
        paths = arguments.operands.isEmpty ? ["-"] : arguments.operands
        let input = try InputOptions(arguments, paths: paths)
        self.input = input
        extractor = try Extractor(options: Self.options(arguments))
        let output = try arguments.choice("output", OutputFormat.json)
        writer = try output.writer(arguments, extractor)
        // All are looked for first, so that a missing one is known before anything is written.
        for path in paths where path != "-" { try ByteSource.check(path: path) }
        jobs = try Self.jobs(arguments)
        progress = arguments.has("progress")
        folder =
            if let path = arguments["output-dir"] {
                try OutputFolder(path: path, format: output, writer: writer)
            } else { nil }
        let isOneText = paths.count == 1 && input.format(of: paths[0]).isWhole
        if folder == nil, output == .brat, !isOneText {
            throw UsageError(description: "--output brat of several texts needs an --output-dir")
        }
    }

    /// Extracts from a document and appends what is written of it to `output`, unless that goes to a file of its own.
    ///
    /// - Throws: `OutputError` if that file cannot be written.
    func write(_ document: ParsedDocument, to output: inout ByteBuffer) throws(OutputError) {
        let start = output.count
        writer.write(document, from: extractor, to: &output)
        guard let folder else { return }
        defer { output.truncate(to: start) }
        try folder.put(output.bytes[start...], of: document)
    }

    private static func jobs(_ arguments: Arguments) throws(UsageError) -> Int {
        guard let given = arguments["jobs"] else { return Processors.standardJobs }
        guard let jobs = Int(given), 1...1024 ~= jobs else {
            throw UsageError(description: "--jobs needs a number from 1 to 1024, not “\(given)”")
        }
        return jobs
    }

    /// What the extractor is asked for.
    static func options(_ arguments: Arguments) throws -> Extractor.Options {
        var options = Extractor.Options()
        options.date = arguments["date"]
        options.explain = arguments.has("explain")
        options.confidence = arguments.has("confidence")
        options.nested =
            arguments.has("nested") || arguments["output"] == OutputFormat.html.rawValue
        let isTimeML = arguments["output"] == OutputFormat.timeml.rawValue
        options.dateProfile = try arguments.choice(
            "profile", isTimeML ? DateProfile.timeml : .house)
        if isTimeML { options.labels = [.date, .time, .duration, .set] }
        if let list = arguments["labels"] { options.labels = try labels(list) }
        if let list = arguments["languages"] { options.languages = try languages(list) }
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

    private static func languages(_ list: String) throws(UsageError) -> [Language] {
        try list.split(separator: ",", omittingEmptySubsequences: false).map {
            code throws(UsageError) in
            guard let language = Language(code: String(code)) else {
                throw UsageError(
                    description: "“\(code)” is no language: give two letters, as en or de")
            }
            return language
        }
    }
}
