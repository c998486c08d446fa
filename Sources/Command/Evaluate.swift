import Dragoman
import Interchange

/// `dragoman evaluate GOLD [--predictions FILE] [--types LIST]`: extracts from annotated documents and prints the scores.
enum Evaluate {
    private static let options =
        Option.all.filter { ["lexicon", "rules"].contains($0.name) } + [
            Option(name: "predictions", value: "FILE", help: "score this output instead"),
            Option(name: "types", value: "LIST", help: "types to score"),
        ]

    static func run(_ words: ArraySlice<String>) throws -> Int32 {
        let arguments = try Arguments(Array(words), options: options)
        guard let path = arguments.operands.first, arguments.operands.count == 1 else {
            throw UsageError(
                description:
                    "usage: dragoman evaluate GOLD.jsonl [--predictions FILE] [--types LIST]"
            )
        }
        var isComplete = true
        let gold = try read(path, &isComplete)
        let system: [AnnotatedDocument]
        if let predictions = arguments["predictions"] {
            system = try read(predictions, &isComplete)
        } else {
            var options = try Extract.options(arguments)
            options.labels = Set(Label.allCases)
            let extractor = try Extractor(options: options)
            system = gold.map { predict($0, extractor) }
        }
        let byID = Dictionary(system.map { ($0.id, $0) }) { $1 }
        try print(gold, byID, arguments["types"])
        return isComplete ? ExitCode.done : ExitCode.badInput
    }

    private static func read(_ path: String, _ isComplete: inout Bool) throws -> [AnnotatedDocument]
    {
        var lines = LineReader(path == "-" ? ByteSource() : try ByteSource(path: path))
        var documents: [AnnotatedDocument] = []
        while let line = try lines.next() {
            if line.isEmpty { continue }
            do {
                guard let document = AnnotatedDocument(try JSONReader.read(line)) else {
                    throw JSONError(byteOffset: 0, message: "no annotated document")
                }
                documents.append(document)
            } catch {
                Console.complain("\(path):\(lines.number): \(error)")
                isComplete = false
            }
        }
        return documents
    }

    private static func predict(_ gold: AnnotatedDocument, _ extractor: Extractor)
        -> AnnotatedDocument
    {
        let document = extractor.extract(gold.text, id: gold.id, date: gold.date)
        return AnnotatedDocument(document)
    }

    private static func print(
        _ gold: [AnnotatedDocument], _ system: [String: AnnotatedDocument], _ types: String?
    ) throws {
        let given = types.map { $0.lowercased().split(separator: ",").map(String.init) }
        let known = Set(gold.flatMap { $0.entities.map(\.type) })
        let names =
            given ?? ["person", "organization", "place", "treaty"].filter(known.contains)
        let wantsNames = names.contains { !Scorer.temporalTypes.contains($0) }
        if !known.isEmpty, wantsNames {
            for row in Scorer.names(gold: gold, system: system, types: names) {
                try Console.write(Scorer.line(row) + "\n")
            }
        }
        let hasTimes =
            gold.contains { !$0.timexes.isEmpty }
            || !known.isDisjoint(with: Scorer.temporalTypes)
        let times = given?.filter(Scorer.temporalTypes.contains) ?? Scorer.temporalTypes
        if hasTimes, !times.isEmpty {
            for row in Scorer.times(gold: gold, system: system, types: times) {
                try Console.write(Scorer.line(row) + "\n")
            }
        }
    }
}
