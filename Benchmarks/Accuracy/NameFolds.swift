import Dragoman
import SeededRandom

/// Scores on texts that the model was not fitted to: k times it is fitted to all but one kth.
struct NameFolds {
    var trainer: FitNames
    var count = 5
    /// In how many ways the texts are shared out among folds: which are left out together moves a file's figure by half a
    /// point. The first way takes them in turn.
    var splits = 1

    func run(_ examples: [FitNames.Example]) -> [(FitNames.Example, [(Range<Int>, Int)])] {
        (0..<splits).flatMap { split in
            let folds = folds(of: examples.count, split: split)
            return (0..<count).flatMap { fold in
                let field = trainer.fit(
                    examples.indices.filter { folds[$0] != fold }.map { examples[$0] })
                return examples.indices.filter { folds[$0] == fold }.map {
                    (examples[$0], FitNames.find(examples[$0], field))
                }
            }
        }
    }

    private func folds(of exampleCount: Int, split: Int) -> [Int] {
        var generator = SplitMix64(seed: UInt64(split))
        return (0..<exampleCount).map {
            split == 0 ? $0 % count : Int.random(in: 0..<count, using: &generator)
        }
    }
}
