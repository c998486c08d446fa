import Dragoman
import Foundation

/// Fits the weights of the name model to annotated text.
///
/// Every window of every training document is read with the current weights, once without and once with what the rest
/// of the document teaches, and corrected.
struct FitNames {
    let extractor: Extractor
    var perceptron = Perceptron()
    var epochs = 5
    /// How much better the right reading must be than a wrong one to be left alone.
    var cost = FittingCost(right: 30, wrong: 4)

    struct Example {
        let text: NameExample
        /// Gold label by token range.
        let gold: [Range<Int>: Int]
    }

    init(extractor: Extractor) { self.extractor = extractor }

    func examples(_ documents: [GoldDocument]) -> [Example] {
        documents.map { document in
            let example = extractor.nameExample(document.text, date: document.date)
            var gold: [Range<Int>: Int] = [:]
            for span in document.spans {
                guard let label = ["person", "organization", "place"].firstIndex(of: span.type),
                    let tokens = example.tokens(covering: span.utf8)
                else { continue }
                gold[tokens] = label
            }
            return Example(text: example, gold: gold)
        }
    }

    mutating func fit(_ examples: [Example], report: (Int, Perceptron) -> Void) {
        var order = Array(examples.indices)
        var generator = SplitMix64(state: 20_261_123)
        for epoch in 1...epochs {
            order.shuffle(using: &generator)
            for index in order { learn(examples[index]) }
            report(epoch, perceptron)
        }
    }

    private mutating func learn(_ example: Example) {
        for readsDocument in [false, true] {
            let finder = extractor.nameFinder(weights: perceptron.weights)
            let scorer = example.text.scorer(finder, readsDocument: readsDocument)
            for window in example.text.windows(scorer) {
                let search = NameSearch(scorer: scorer, weights: perceptron.weights)
                let right = example.gold.filter {
                    window.lowerBound <= $0.key.lowerBound && $0.key.upperBound <= window.upperBound
                }.filter { search.isReachable($0.key) }
                let chosen = search.best(in: window, right: right, cost: cost)
                for span in chosen where right[span.tokens] != span.label {
                    scorer.features(span.tokens) {
                        perceptron.add(-1, feature: $0, label: span.label)
                    }
                }
                let found = Dictionary(
                    uniqueKeysWithValues: chosen.map { ($0.tokens, $0.label) })
                for (tokens, label) in right where found[tokens] != label {
                    scorer.features(tokens) { perceptron.add(1, feature: $0, label: label) }
                }
                perceptron.advance()
            }
        }
    }
}

/// A small generator with a fixed seed, so that a fit can be run again.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
