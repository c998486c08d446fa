import Dragoman
import Foundation

/// A linear-chain conditional random field over the tags of names (Lafferty, McCallum and Pereira 2001), fitted by
/// stochastic gradient ascent with a rate a weight (AdaGrad; Duchi, Hazan and Singer 2011) and an L2 penalty.
struct ConditionalField {
    /// Features that stand in fewer places are left out.
    static let leastCount = 2
    /// Features that hold a piece of the text and add less than this to every tag are left out once fitted: there are many.
    private static let leastWeight: Float = 0.2
    var rate: Float = 0.05
    var penalty: Float = 0.002
    /// How often the features that hold a piece of the text are hidden from a step, so that the others must do.
    var hiding: Double = 0.2

    private(set) var numbers: [NameFeatureID: Int32] = [:]
    private(set) var weights: [Float] = []
    private var squares: [Float] = []
    private var start: [Float] = []
    private(set) var transitions = [Float](repeating: 0, count: 16 * 16)
    private var transitionSquares = [Float](repeating: 0, count: 16 * 16)

    private static let tags = NameTag.all
    /// The pairs of tags that may follow each other.
    private static let pairs: [(from: Int, to: Int)] = tags.flatMap { from in
        tags.filter { NameTag.mayFollow(from, $0) }.map { (from, $0) }
    }
    private static let firsts = tags.filter { NameTag.mayFollow(NameTag.outside, $0) }
    private static let lasts = tags.filter { NameTag.mayFollow($0, NameTag.outside) }

    /// Where what a pair of tags adds stands: between names the only token of one counts as its last or first.
    private static func tie(_ from: Int, _ to: Int) -> Int { ties[from * 16 + to] }
    private static let ties: [Int] = (0..<256).map { index in
        func tied(_ tag: Int, _ part: NameTag.Part) -> Int {
            guard tag != NameTag.outside, NameTag.part(of: tag) == .unit, tag & 3 != 0 else {
                return tag
            }
            return NameTag.tag(part, NameTag.kind(of: tag))
        }
        return tied(index / 16, .last) * 16 + tied(index % 16, .begin)
    }

    @inline(__always)
    private func transition(_ from: Int, _ to: Int) -> Float { transitions[Self.tie(from, to)] }

    /// A field for the features that occur often enough in these, or have a weight before any text was read.
    init(
        features: some Sequence<[[NameFeatureID]]>, priors: [NameFeatureID: [Int: Float]]
    ) {
        var counts: [NameFeatureID: Int] = [:]
        for window in features {
            for token in window {
                for feature in token { counts[feature, default: 0] += 1 }
            }
        }
        for (feature, count) in counts.sorted(by: { $0.key < $1.key })
        where count >= Self.leastCount || priors[feature] != nil {
            numbers[feature] = Int32(numbers.count)
        }
        for feature in priors.keys.sorted() where numbers[feature] == nil {
            numbers[feature] = Int32(numbers.count)
        }
        weights = [Float](repeating: 0, count: numbers.count * 16)
        squares = weights
        for (feature, row) in priors {
            for (tag, weight) in row { weights[Int(numbers[feature]!) * 16 + tag] = weight }
        }
        start = weights
    }

    /// Numbers of the features that the field has.
    func numbered(_ features: [[NameFeatureID]]) -> [[Int32]] {
        features.map { $0.compactMap { numbers[$0] } }
    }

    /// Takes something from what speaks for no name: fitted to likelihood, the field finds too few.
    mutating func lean(towardsNames amount: Float, by bias: NameFeatureID) {
        if let number = numbers[bias] { weights[Int(number) * 16] -= amount }
    }

    /// Sums by token and tag.
    func emissions(_ features: [[Int32]]) -> [Float] {
        var result = [Float](repeating: 0, count: features.count * 16)
        weights.withUnsafeBufferPointer { weights in
            for (token, features) in features.enumerated() {
                for feature in features {
                    let row = Int(feature) * 16
                    for tag in Self.tags { result[token * 16 + tag] += weights[row + tag] }
                }
            }
        }
        return result
    }

    /// Takes the mean of the weights at the ends of epochs: it strays less than the last ones do.
    mutating func average(_ fields: [(weights: [Float], transitions: [Float])]) {
        let share = 1 / Float(fields.count)
        weights = weights.indices.map { index in
            fields.reduce(0) { $0 + $1.weights[index] } * share
        }
        transitions = transitions.indices.map { index in
            fields.reduce(0) { $0 + $1.transitions[index] } * share
        }
    }

    /// Forgets features that hold a piece of the text and say little.
    mutating func prune() {
        numbers = numbers.filter { feature, number in
            !NameFeatureNames.isPiece(feature)
                || (0..<16).contains { abs(weights[Int(number) * 16 + $0]) >= Self.leastWeight }
        }
    }

    /// One step towards the right tags of a window.
    mutating func learn(_ features: [[Int32]], _ right: [UInt8]) {
        let count = features.count
        let scores = emissions(features)
        let (forward, backward, total) = sums(scores, count)
        var pairGradient = [Float](repeating: 0, count: 16 * 16)
        for token in 0..<count {
            for tag in Self.tags {
                let at = token * 16 + tag
                let expected = exp(forward[at] + backward[at] - total)
                let gradient = (Int(right[token]) == tag ? 1 : 0) - expected
                if abs(gradient) < 1e-5 { continue }
                for feature in features[token] { step(Int(feature) * 16 + tag, gradient) }
            }
            guard token > 0 else { continue }
            for (from, to) in Self.pairs {
                let expected = exp(
                    forward[(token - 1) * 16 + from] + transition(from, to)
                        + scores[token * 16 + to] + backward[token * 16 + to] - total)
                pairGradient[Self.tie(from, to)] -= expected
            }
            pairGradient[Self.tie(Int(right[token - 1]), Int(right[token]))] += 1
        }
        for to in Self.firsts {
            pairGradient[Self.tie(0, to)] -= exp(forward[to] + backward[to] - total)
        }
        pairGradient[Self.tie(0, Int(right[0]))] += 1
        for from in Self.lasts {
            pairGradient[Self.tie(from, 0)] -= exp(
                forward[(count - 1) * 16 + from] + transition(from, 0) - total)
        }
        pairGradient[Self.tie(Int(right[count - 1]), 0)] += 1
        for index in pairGradient.indices where pairGradient[index] != 0 {
            let gradient = pairGradient[index] - penalty * transitions[index]
            transitionSquares[index] += gradient * gradient
            transitions[index] += rate * gradient / (transitionSquares[index] + 1).squareRoot()
        }
    }

    @inline(__always)
    private mutating func step(_ index: Int, _ gradient: Float) {
        let gradient = gradient - penalty * (weights[index] - start[index])
        squares[index] += gradient * gradient
        weights[index] += rate * gradient / (squares[index] + 1).squareRoot()
    }

    /// Logarithms of the sums over all ways to each tag, from each tag on, and over all.
    private func sums(
        _ scores: [Float], _ count: Int
    ) -> (forward: [Float], backward: [Float], total: Float) {
        let nothing = -Float.infinity
        var forward = [Float](repeating: nothing, count: count * 16)
        var backward = forward
        for tag in Self.firsts { forward[tag] = transition(0, tag) + scores[tag] }
        for token in 1..<max(count, 1) {
            var sums = LogSums()
            for (from, to) in Self.pairs {
                sums.add(forward[(token - 1) * 16 + from] + transition(from, to), to)
            }
            for tag in Self.tags {
                forward[token * 16 + tag] = sums[tag] + scores[token * 16 + tag]
            }
        }
        let end = (count - 1) * 16
        for tag in Self.lasts { backward[end + tag] = transition(tag, 0) }
        for token in stride(from: count - 2, through: 0, by: -1) {
            var sums = LogSums()
            for (from, to) in Self.pairs {
                sums.add(
                    transition(from, to) + scores[(token + 1) * 16 + to]
                        + backward[(token + 1) * 16 + to], from)
            }
            for tag in Self.tags { backward[token * 16 + tag] = sums[tag] }
        }
        var total = LogSums()
        for tag in Self.lasts { total.add(forward[end + tag] + backward[end + tag], 0) }
        return (forward, backward, total[0])
    }

    /// The best tags for a window.
    func best(_ features: [[Int32]]) -> [UInt8] {
        let count = features.count
        let scores = emissions(features)
        var sums = [Float](repeating: -.infinity, count: count * 16)
        var steps = [Int](repeating: 0, count: count * 16)
        for tag in Self.firsts { sums[tag] = transition(0, tag) + scores[tag] }
        for token in 1..<max(count, 1) {
            for (from, to) in Self.pairs {
                let sum = sums[(token - 1) * 16 + from] + transition(from, to)
                if sum > sums[token * 16 + to] {
                    sums[token * 16 + to] = sum
                    steps[token * 16 + to] = from
                }
            }
            for tag in Self.tags { sums[token * 16 + tag] += scores[token * 16 + tag] }
        }
        let end = (count - 1) * 16
        var tag = Self.lasts.max {
            sums[end + $0] + transition($0, 0) < sums[end + $1] + transition($1, 0)
        }!
        var result = [UInt8](repeating: 0, count: count)
        for token in stride(from: count - 1, through: 0, by: -1) {
            result[token] = UInt8(tag)
            tag = steps[token * 16 + tag]
        }
        return result
    }

    /// Sums of exponentials by tag, kept as logarithms.
    private struct LogSums {
        private var largest = SIMD16<Float>(repeating: -.infinity)
        private var sums = SIMD16<Float>()

        @inline(__always)
        mutating func add(_ value: Float, _ tag: Int) {
            if value == -.infinity { return }
            if value <= largest[tag] {
                sums[tag] += exp(value - largest[tag])
            } else {
                sums[tag] = sums[tag] * exp(largest[tag] - value) + 1
                largest[tag] = value
            }
        }

        subscript(tag: Int) -> Float {
            sums[tag] == 0 ? -.infinity : largest[tag] + log(sums[tag])
        }
    }
}
