import Dragoman
import Foundation

/// The annotated texts that the model of names is fitted to and scored on.
struct NameCorpus {
    /// Files whose guidelines agree with the project's.
    static let files = ["names.web", "names.encyclopedia", "names.social", "diplomatic"]
    static let markup = OwnTexts.folders

    private(set) var examples: [FitNames.Example] = []
    private var names = NameFeatureNames()
    private var firstHalves: Set<String> = []

    init(folder: String, extractor: Extractor) throws {
        for file in Self.files {
            add(try GoldDocument.load("\(folder)/\(file).jsonl"), file, extractor)
        }
        for folder in Self.markup {
            let file = folder.split(separator: "/").last.map(String.init) ?? folder
            add(try GoldDocument.loadMarkup(folder), file, extractor)
        }
    }

    private mutating func add(_ documents: [GoldDocument], _ file: String, _ extractor: Extractor) {
        for (index, document) in documents.enumerated() {
            let text = extractor.nameExample(document.text, date: document.date, naming: &names)
            examples.append(FitNames.Example(document, file: file, text, index: index))
            if index < documents.count / 2 { firstHalves.insert("\(file) \(index)") }
        }
    }

    /// ``NamePriors`` by feature.
    var priors: [NameFeatureID: [Int: Float]] {
        Dictionary(
            uniqueKeysWithValues: names.names.compactMap { feature, name in
                NamePriors.weights[name].map { (feature, $0) }
            })
    }

    func isFirstHalf(_ example: FitNames.Example) -> Bool {
        firstHalves.contains("\(example.file) \(example.index)")
    }

    /// The weights of a model, small ones left out.
    func weights(of field: ConditionalField) -> NameWeights {
        NameWeights(
            rows: field.numbers.map { feature, number in
                (names.names[feature] ?? "", Self.hundredths(field.weights, Int(number)))
            },
            transitions: (0..<16).map { Self.hundredths(field.transitions, $0) })
    }

    /// Writes the weights of a model.
    func write(_ field: ConditionalField, to path: String) throws {
        let weights = weights(of: field)
        let header = """
            # What each feature of a token adds to the sum of each tag, in hundredths.
            # source: fitted by Benchmarks/Accuracy (`swift run -c release Accuracy fit DATA`) to \
            \(Self.files.joined(separator: ", ")) and the texts of \(Self.markup.joined(separator: ", "))
            # license: Apache-2.0
            # method: linear-chain conditional random field, AdaGrad, L2

            """
        try (header + weights.lines()).write(toFile: path, atomically: true, encoding: .utf8)
    }

    private static func hundredths(_ values: [Float], _ row: Int) -> [Int] {
        (0..<16).map { tag in
            let value = Int((values[row * 16 + tag] * 100).rounded())
            return abs(value) < 5 ? 0 : max(-NameWeights.largest, min(NameWeights.largest, value))
        }
    }
}
