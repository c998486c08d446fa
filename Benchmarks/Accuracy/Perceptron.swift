import Dragoman

/// The averaged structured perceptron (Collins 2002): weights move towards the right reading of each window and away
/// from the one that was chosen, and their average over all steps is what is kept.
struct Perceptron {
    var weights = NameWeights()
    private var totals: [Double]
    private var stamps: [Int]
    /// How often each weight was moved: what moved seldom was learned from few texts, and is left out.
    private var moves: [Int]
    var leastMoves = 4
    private(set) var step = 1

    init() {
        totals = [Double](repeating: 0, count: weights.values.count)
        stamps = [Int](repeating: 0, count: weights.values.count)
        moves = stamps
    }

    /// Adds `amount` to a feature's weight for a label.
    mutating func add(_ amount: Float, feature: Int, label: Int) {
        let index = feature * 3 + label
        totals[index] += Double(weights.values[index]) * Double(step - stamps[index])
        stamps[index] = step
        weights.values[index] += amount
        moves[index] += 1
    }

    mutating func advance() { step += 1 }

    /// The averaged weights.
    var averaged: NameWeights {
        var result = NameWeights()
        for index in totals.indices where moves[index] >= leastMoves {
            let total = totals[index] + Double(weights.values[index]) * Double(step - stamps[index])
            result.values[index] = Float(total / Double(step))
        }
        return result
    }
}
