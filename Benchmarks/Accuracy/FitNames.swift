import Dragoman
import Foundation
import SeededRandom

/// Fits the model of names to annotated texts.
///
/// The model reads each text twice, the second time with what the first reading found elsewhere in it. So it is fitted
/// on both views; for the second, first readings come from models that were fitted without the text (a jackknife), as
/// readings of texts that the model knows are too good to learn from.
struct FitNames {
    /// A text with its right tags.
    struct Example {
        let file: String
        /// Its place in the file.
        let index: Int
        let text: NameExample
        let gold: [Range<Int>: Int]
        /// By window.
        let tags: [[UInt8]]

        init(_ document: GoldDocument, file: String, _ text: NameExample, index: Int) {
            self.file = file
            self.index = index
            self.text = text
            var gold: [Range<Int>: Int] = [:]
            for span in document.spans {
                guard
                    let label = NameTag.labels.firstIndex(where: {
                        $0.rawValue.lowercased() == span.type
                    }), let tokens = text.tokens(covering: span.utf8)
                else { continue }
                gold[tokens] = label
            }
            self.gold = gold
            tags = text.windows.map { window in
                var tags = [UInt8](repeating: 0, count: window.tokens.count)
                for (tokens, label) in gold
                where window.tokens.lowerBound <= tokens.lowerBound
                    && tokens.upperBound <= window.tokens.upperBound
                {
                    for token in tokens {
                        let part = NameTag.part(
                            at: token - tokens.lowerBound, of: tokens.count)
                        tags[token - window.tokens.lowerBound] = UInt8(
                            NameTag.tag(part, label))
                    }
                }
                return tags
            }
        }
    }

    var priors: [NameFeatureID: [Int: Float]] = [:]
    var firstEpochs = 6
    var epochs = 12
    var folds = 4
    /// Chosen for F1 on texts left out.
    private static let leaning: Float = 0.3

    /// A model of some examples.
    func fit(_ examples: [Example]) -> ConditionalField {
        var facts = [[[[NameFeatureID]]?]](repeating: [], count: examples.count)
        for fold in 0..<folds {
            let others = examples.indices.filter { $0 % folds != fold }
            let field = fit(others.map { examples[$0] }, facts: nil, epochs: firstEpochs)
            for index in examples.indices where index % folds == fold {
                facts[index] = examples[index].text.facts(
                    Self.firstReading(examples[index], field), ofAll: true)
            }
        }
        return fit(examples, facts: facts, epochs: epochs)
    }

    /// Fits to the first view, and with `facts` to the second too.
    private func fit(
        _ examples: [Example], facts: [[[[NameFeatureID]]?]]?, epochs: Int
    ) -> ConditionalField {
        var sequences: [(features: [[NameFeatureID]], tags: [UInt8])] = []
        for (number, example) in examples.enumerated() {
            for (window, tags) in zip(example.text.windows.indices, example.tags) {
                let features = example.text.windows[window].features
                sequences.append((features, tags))
                guard let facts = facts?[number][window] else { continue }
                sequences.append((zip(features, facts).map { $0 + $1 }, tags))
            }
        }
        var field = ConditionalField(
            features: sequences.lazy.map(\.features), priors: priors)
        let numbered = sequences.map { field.numbered($0.features) }
        let hidden = sequences.map {
            field.numbered($0.features.map { $0.filter { !NameFeatureNames.isPiece($0) } })
        }
        var order = Array(sequences.indices)
        var generator = SplitMix64(seed: 20_261_129)
        var ends: [(weights: [Float], transitions: [Float])] = []
        for epoch in 0..<epochs {
            order.shuffle(using: &generator)
            for index in order {
                let features = zip(numbered[index], hidden[index]).map {
                    Double.random(in: 0..<1, using: &generator) < field.hiding ? $1 : $0
                }
                field.learn(features, sequences[index].tags)
            }
            if epoch * 2 >= epochs { ends.append((field.weights, field.transitions)) }
        }
        field.average(ends)
        field.prune()
        field.lean(towardsNames: Self.leaning, by: NameFeatureNames.bias)
        return field
    }

    private static func firstReading(_ example: Example, _ field: ConditionalField) -> [[UInt8]] {
        example.text.windows.map { field.best(field.numbered($0.features)) }
    }

    /// What a model finds in a text.
    static func find(_ example: Example, _ field: ConditionalField) -> [(Range<Int>, Int)] {
        let first = firstReading(example, field)
        var result: [(Range<Int>, Int)] = []
        for ((window, facts), first) in zip(
            zip(example.text.windows, example.text.facts(first)), first)
        {
            let tags =
                facts.map { facts in
                    field.best(field.numbered(zip(window.features, facts).map { $0 + $1 }))
                } ?? first
            var start = 0
            for (offset, tag) in tags.map(Int.init).enumerated() where tag != NameTag.outside {
                let part = NameTag.part(of: tag)
                if part == .begin || part == .unit { start = offset }
                if part == .last || part == .unit {
                    let first = window.tokens.lowerBound
                    result.append((first + start..<first + offset + 1, NameTag.kind(of: tag)))
                }
            }
        }
        return result.filter { !example.text.isInitial($0.0) }
    }
}
