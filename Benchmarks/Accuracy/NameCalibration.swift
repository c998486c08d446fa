import Dragoman
import Foundation

/// Measures how often names are right of which the model is as sure, on texts that it was not fitted to.
///
/// Five times the model is fitted to all texts but one fifth, and the engine reads those with it. Names of a kind are
/// binned by their margin, about as many in each bin; neighbours of which the surer is right less often are pooled
/// (pool adjacent violators; Ayer et al. 1955).
struct NameCalibration {
    /// A name that was found.
    private struct Sample {
        var text: Int
        var label: Int
        var margin: Int
        var isRight: Bool
    }

    /// Names in a bin, at least.
    private static let binSize = 250
    private let samples: [Sample]

    init(_ corpus: NameCorpus, _ trainer: FitNames, _ options: Extractor.Options) throws {
        let folds = 5
        var samples: [Sample] = []
        for fold in 0..<folds {
            let rest = corpus.examples.indices.filter { $0 % folds != fold }
            var options = options
            options.weights = corpus.weights(of: trainer.fit(rest.map { corpus.examples[$0] }))
            let extractor = try Extractor(options: options)
            for number in corpus.examples.indices where number % folds == fold {
                let example = corpus.examples[number]
                let whole = example.text.text
                let text = whole.text(of: whole.tokens.indices)
                for name in extractor.nameMargins(text, date: nil) {
                    samples.append(
                        Sample(
                            text: number, label: name.label, margin: name.margin,
                            isRight: example.gold[name.tokens] == name.label))
                }
            }
        }
        self.samples = samples
    }

    private static func confidence(_ samples: [Sample]) -> NameConfidence {
        NameConfidence(
            bins: NameTag.labels.indices.map { label in
                bins(samples.filter { $0.label == label })
            })
    }

    private static func bins(_ samples: [Sample]) -> [NameConfidence.Bin] {
        let sorted = samples.sorted { $0.margin < $1.margin }
        var bins: [NameConfidence.Bin] = []
        for sample in sorted {
            let isSame = bins.last?.margin == sample.margin
            if bins.isEmpty || (bins[bins.count - 1].count >= binSize && !isSame) {
                bins.append(.init(margin: sample.margin, right: 0, count: 0, confidence: 0))
            }
            bins[bins.count - 1].count += 1
            bins[bins.count - 1].right += sample.isRight ? 1 : 0
        }
        return pooled(bins).map { bin in
            var bin = bin
            bin.confidence = (share(bin) * 100).rounded() / 100
            return bin
        }
    }

    /// Laplace's rule of succession, so that no name is certain. What is pooled is told by it too: a few names that
    /// were all right must not make a bin of less confidence than the one before.
    private static func share(_ bin: NameConfidence.Bin) -> Double {
        Double(bin.right + 1) / Double(bin.count + 2)
    }

    private static func pooled(_ bins: [NameConfidence.Bin]) -> [NameConfidence.Bin] {
        var result: [NameConfidence.Bin] = []
        for bin in bins {
            result.append(bin)
            while result.count > 1, let last = result.last,
                share(last) <= share(result[result.count - 2])
            {
                result.removeLast()
                result[result.count - 1].right += last.right
                result[result.count - 1].count += last.count
            }
        }
        return result
    }

    func write(to path: String) throws {
        let header = """
            # How often names were right of which the model was as sure, by kind and margin in hundredths.
            # source: measured by Benchmarks/Accuracy (`swift run -c release Accuracy calibrate DATA`), by five folds of \
            the texts that names.weights is fitted to
            # license: Apache-2.0
            # method: margin of max-marginals, bins of \(Self.binSize) names or more, pool adjacent violators

            """
        try (header + Self.confidence(samples).lines()).write(
            toFile: path, atomically: true, encoding: .utf8)
    }

    /// Prints what confidence says of texts that it was not measured on: bins are those of every other text.
    func printTable() {
        var rows: [Int: (sum: Double, right: Int, count: Int)] = [:]
        for half in 0..<2 {
            let known = Self.confidence(samples.filter { $0.text / 5 % 2 != half })
            for sample in samples where sample.text / 5 % 2 == half {
                guard let value = known.confidence(sample.label, margin: sample.margin) else {
                    continue
                }
                let row = min(Int(value * 10), 9)
                rows[row, default: (0, 0, 0)].sum += value
                rows[row]!.right += sample.isRight ? 1 : 0
                rows[row]!.count += 1
            }
        }
        print("| confidence | names | mean confidence | right |\n| --- | ---: | ---: | ---: |")
        for (row, value) in rows.sorted(by: { $0.key < $1.key }) {
            let range = String(format: "%.1f to %.1f", Double(row) / 10, Double(row + 1) / 10)
            let mean = String(format: "%.3f", value.sum / Double(value.count))
            let right = String(format: "%.3f", Double(value.right) / Double(value.count))
            print("| \(range) | \(value.count) | \(mean) | \(right) |")
        }
    }
}
