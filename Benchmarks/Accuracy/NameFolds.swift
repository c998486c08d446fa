import Dragoman

/// Scores on texts that the model was not fitted to: k times it is fitted to all but one kth.
struct NameFolds {
    var trainer: FitNames
    var count = 5

    func run(_ examples: [FitNames.Example]) -> [(FitNames.Example, [(Range<Int>, Int)])] {
        (0..<count).flatMap { fold in
            let field = trainer.fit(
                examples.indices.filter { $0 % count != fold }.map { examples[$0] })
            return examples.indices.filter { $0 % count == fold }.map {
                (examples[$0], FitNames.find(examples[$0], field))
            }
        }
    }
}
