import Dragoman
import Foundation

let usage = """
    usage: Accuracy folds DATA [--image FILE] [--splits N]
                                                         scores of texts that the model was not fitted to
           Accuracy halves DATA [--image FILE]           fitted to the first halves, scored on both
           Accuracy mistakes DATA [--image FILE]         what was wrong in first halves, by folds
           Accuracy fit DATA [--image FILE] [--out FILE] fits Lexicons/en/names.weights to all of it
           Accuracy calibrate DATA [--image FILE] [--out FILE]
                                                         measures Lexicons/en/names.confidence by folds
           Accuracy texts                                reads the project's own annotated texts, checks their marks and
                                                         counts them
    """

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("Accuracy: \(message)\n".utf8))
    exit(2)
}

let arguments = Array(CommandLine.arguments.dropFirst())
if arguments == ["texts"] {
    do { try OwnTexts.check() } catch { fail("\(error)") }
    exit(0)
}
guard arguments.count >= 2 else { fail(usage) }
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
options.isFitting = true
if let image = option("--image") { options.lexicons = [LexiconFile(path: image)] }
let corpus = try NameCorpus(folder: folder, extractor: Extractor(options: options))
let trainer = FitNames(priors: corpus.priors)

switch arguments[0] {
case "folds":
    let splits = option("--splits").flatMap { Int($0) } ?? 1
    let results = NameFolds(trainer: trainer, splits: splits).run(corpus.examples)
    NameScores.print(results, title: "5 folds")
    NameConfusion(results).print(title: "all files")
case "halves":
    let field = trainer.fit(corpus.examples.filter { corpus.isFirstHalf($0) })
    for isFirst in [true, false] {
        let half = corpus.examples.filter { corpus.isFirstHalf($0) == isFirst }
        NameScores.print(
            half.map { ($0, FitNames.find($0, field)) }, title: isFirst ? "1st half" : "2nd half")
    }
case "mistakes":
    // Only of first halves: the second ones are nobody's to read.
    let results = NameFolds(trainer: trainer).run(corpus.examples.filter { corpus.isFirstHalf($0) })
    for (example, found) in results { NameScores.printMistakes(example, found) }
case "fit":
    let field = trainer.fit(corpus.examples)
    try corpus.write(field, to: option("--out") ?? "Lexicons/en/names.weights")
case "calibrate":
    let calibration = try NameCalibration(corpus, trainer, options)
    try calibration.write(to: option("--out") ?? "Lexicons/en/names.confidence")
    calibration.printTable()
default: fail(usage)
}
