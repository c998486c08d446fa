import Dragoman
import Foundation

/// `Accuracy fit DATA [--image FILE]`: fits `Lexicons/en/names.weights` to the first halves of the annotated files in
/// the folder DATA and prints the scores of both halves, file by file.

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("Accuracy: \(message)\n".utf8))
    exit(2)
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2, arguments[0] == "fit" else {
    fail("usage: Accuracy fit DATA [--image FILE] [--out FILE]")
}
let folder = arguments[1]
guard FileManager.default.fileExists(atPath: folder) else {
    fail("\(folder) is absent: the annotated development texts are not part of the repository")
}

func option(_ name: String) -> String? {
    arguments.firstIndex(of: name).flatMap { index in
        arguments.indices.contains(index + 1) ? arguments[index + 1] : nil
    }
}

var options = Extractor.Options()
if let image = option("--image") { options.lexicons = [LexiconFile(path: image)] }
let extractor = try Extractor(options: options)
var fit = FitNames(extractor: extractor)
let output = option("--out") ?? "Lexicons/en/names.weights"

/// Files whose guidelines agree with the project's; the others are scored only.
let trained = ["names.web", "names.encyclopedia", "names.social", "diplomatic"]
let scored = trained + ["names.defence"]

struct Half {
    var name: String
    var examples: [FitNames.Example]
}

var training: [FitNames.Example] = []
var halves: [Half] = []
for name in scored {
    let documents = try GoldDocument.load("\(folder)/\(name).jsonl")
    let middle = documents.count / 2
    let first = fit.examples(Array(documents[..<middle]))
    let second = fit.examples(Array(documents[middle...]))
    halves.append(Half(name: name + " 1st", examples: first))
    halves.append(Half(name: name + " 2nd", examples: second))
    if trained.contains(name) { training += first }
}

@MainActor func report(_ weights: NameWeights) {
    let finder = extractor.nameFinder(weights: weights)
    for half in halves {
        var right = 0
        var found = 0
        var gold = 0
        for example in half.examples {
            let spans = example.text.find(finder)
            found += spans.count
            gold += example.gold.count
            right += spans.count { example.gold[$0.tokens] == $0.label }
        }
        let precision = Double(right) / Double(max(found, 1))
        let recall = Double(right) / Double(max(gold, 1))
        let f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
        let figures = [precision, recall, f1].map { String(format: "%6.2f", 100 * $0) }
        print("  \(half.name): P \(figures[0]) R \(figures[1]) F1 \(figures[2])")
    }
}

fit.fit(training) { epoch, perceptron in
    print("epoch \(epoch)")
    if epoch % 4 == 0 { report(perceptron.averaged) }
}
let header = """
    # What each feature of a span adds to the sum for a person, an organization, a place.
    # source: fitted by Benchmarks/Accuracy (`swift run -c release Accuracy fit DATA`) to the first halves of \
    \(trained.joined(separator: ", "))
    # license: Apache-2.0
    # method: averaged structured perceptron (Collins 2002), \(fit.epochs) epochs

    """
try (header + fit.perceptron.averaged.rows()).write(
    toFile: output, atomically: true, encoding: .utf8)
