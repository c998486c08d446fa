import Dragoman
import Interchange
import Segmentation

/// `dragoman evaluate GOLD`: extracts from annotated documents and prints the scores.
enum Evaluate {
    static let subcommand = Subcommand(
        words: ["evaluate"], operands: "GOLD.jsonl", operandCount: 1...1,
        summary: "score against annotated text",
        options: [
            Option(
                "types", value: "LIST",
                "types to score, as person,date (default: those that the file has)"),
            Option(
                "predictions", value: "FILE", values: .file,
                "score these JSON lines and extract nothing"),
            Option(
                "output-predictions", value: "FILE", values: .file,
                "write what was extracted, as JSON lines"),
            Option(
                "profile", value: "NAME", values: .one { DateProfile.choices },
                "spans of dates (default: timeml where the file has timex, else house)"),
            .languages, .lexicon, .rules, .help,
        ], run: run)

    private static func run(_ arguments: Arguments) throws -> Int32 {
        let types = try arguments["types"].map(types)
        let save = arguments["output-predictions"]
        if save != nil, arguments.has("predictions") {
            throw UsageError(description: "--output-predictions needs an extraction")
        }
        var isComplete = true
        let gold = try read(arguments.operands[0], &isComplete)
        let system: [AnnotatedDocument]
        if let predictions = arguments["predictions"] {
            system = try read(predictions, &isComplete)
        } else {
            system = try predict(gold, arguments, save: save)
        }
        let byID = Dictionary(system.map { ($0.id, $0) }) { $1 }
        for row in rows(gold, byID, types) { try Console.write(row.line + "\n") }
        return isComplete ? ExitCode.done : ExitCode.badInput
    }

    /// The types of a list, each once.
    private static func types(_ list: String) throws(UsageError) -> [String] {
        var types: [String] = []
        for type in list.lowercased().split(separator: ",", omittingEmptySubsequences: false) {
            if type.isEmpty { throw UsageError(description: "--types: a type is missing") }
            if !types.contains(String(type)) { types.append(String(type)) }
        }
        return types
    }

    /// The documents of a file; of several with one id, the last.
    private static func read(
        _ path: String, _ isComplete: inout Bool
    ) throws -> [AnnotatedDocument] {
        var documents: [AnnotatedDocument] = []
        var places: [String: Int] = [:]
        var lines = TextLines(try Inputs.open(path))
        while let line = try lines.next() {
            if line.isEmpty { continue }
            do {
                let document = try AnnotatedDocument(try JSONReader.read(line))
                if let place = places[document.id] {
                    documents[place] = document
                } else {
                    places[document.id] = documents.count
                    documents.append(document)
                }
            } catch {
                Console.complain("\(path):\(lines.number): \(error)")
                isComplete = false
            }
        }
        return documents
    }

    private static func predict(
        _ gold: [AnnotatedDocument], _ arguments: Arguments, save path: String?
    ) throws -> [AnnotatedDocument] {
        var options = try Extract.options(arguments)
        options.labels = Set(Label.allCases)
        if !arguments.has("profile"), gold.contains(where: { !$0.timexes.isEmpty }) {
            options.dateProfile = .timeml
        }
        let extractor = try Extractor(options: options)
        let writer = JSONDocumentWriter()
        var output: [UInt8] = []
        let system = gold.map { gold in
            let document = extractor.extract(gold.text, id: gold.id, date: gold.date)
            if path != nil { output += writer.write(document) }
            return AnnotatedDocument(document)
        }
        if let path { try Files.write(output, to: path) }
        return system
    }

    /// Scores of names where the gold has any of the types, and TempEval-3's where it has temporal ones.
    private static func rows(
        _ gold: [AnnotatedDocument], _ system: [String: AnnotatedDocument], _ types: [String]?
    ) -> [ScoreRow] {
        let known = Set(gold.flatMap { $0.entities.map(\.type) })
        let standard = Label.allCases.filter(Label.standard.contains)
            .map { $0.rawValue.lowercased() }
        let names = types ?? standard.filter(known.contains)
        var rows: [ScoreRow] = []
        if !known.isDisjoint(with: names) {
            rows += Scorer.names(gold: gold, system: system, types: names)
        }
        let times = types?.filter(Scorer.temporalTypes.contains) ?? Scorer.temporalTypes
        let hasTimes =
            gold.contains { !$0.timexes.isEmpty } || !known.isDisjoint(with: Scorer.temporalTypes)
        if hasTimes, !times.isEmpty {
            rows += Scorer.times(gold: gold, system: system, types: times)
        }
        return rows
    }
}
