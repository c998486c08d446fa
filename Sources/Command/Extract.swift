import CSystem
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
    /// The output of a run that was cut off, if this one is to go on with it.
    let earlier: String?

    static let command = Subcommand(
        words: [], operands: "[options] [file …]", operandCount: 0...Int.max,
        summary: "text in, JSON out (- is standard input)", groups: Option.extraction
    ) { arguments in
        if arguments.has("version") {
            try Console.write(Version.description(lexicons(arguments)))
            return ExitCode.done
        }
        csystem_use_large_pages()
        return try Corpus(Extract(arguments)).run()
    }

    init(_ arguments: Arguments) throws {
        paths = arguments.operands.isEmpty ? ["-"] : arguments.operands
        let input = try InputOptions(arguments, paths: paths)
        self.input = input
        extractor = try Extractor(options: Self.options(arguments))
        let output = try arguments.choice("output", OutputFormat.json)
        writer = try output.writer(arguments, input, extractor)
        earlier = arguments["resume"]
        // All are looked for first, so that a missing one is known before anything is written.
        try Inputs.check(paths, output: earlier)
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
        let output = try arguments.choice("output", OutputFormat.json)
        options.nested = arguments.has("nested") || output == .html
        let isTimeML = output == .timeml
        options.dateProfile = try arguments.choice(
            "profile", isTimeML ? DateProfile.timeml : .house)
        if isTimeML { options.labels = [.date, .time, .duration, .set] }
        if let labels = try arguments.choices("labels", of: Label.self) {
            options.labels = Set(labels)
        }
        if let list = arguments["languages"] { options.languages = try languages(list) }
        options.lexicons = lexicons(arguments).map { LexiconFile(path: $0) }
        for path in arguments.all("rules") {
            options.rules.append(RuleSource(file: path, text: try Files.text(at: path)))
        }
        return options
    }

    /// The files of lexicons to use beside the built-in one.
    static func lexicons(_ arguments: Arguments) -> [String] {
        let environment = Environment.value("DRAGOMAN_LEXICON").map { [$0] } ?? []
        return environment + arguments.all("lexicon")
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
