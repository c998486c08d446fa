import SeededRandom
import Testing

@testable import Dragoman

@Suite("The best tags are those that trying all of them gives")
struct NameDecoderTests {
    /// A model with random transitions and no features.
    private func model(_ generator: inout SplitMix64) throws -> NameModel {
        var weights = NameWeights()
        weights.transitions = (0..<16).map { _ in
            NameVector((0..<16).map { _ in Int16.random(in: -300...300, using: &generator) })
        }
        return try NameModel(weights: weights)
    }

    /// What a way is worth.
    private func worth(_ tags: [Int], _ emissions: [NameVector], _ model: NameModel) -> Int {
        var sum = 0
        var previous = NameTag.outside
        for (tag, emission) in zip(tags, emissions) {
            sum += worth(tag, after: previous, emission, model)
            previous = tag
        }
        return sum + worth(NameTag.outside, after: previous, NameVector(), model)
    }

    /// What a tag adds after another: between names the only token of one counts as its last or its first.
    private func worth(
        _ tag: Int, after previous: Int, _ emission: NameVector, _ model: NameModel
    ) -> Int {
        func tied(_ tag: Int, _ part: NameTag.Part) -> Int {
            tag != NameTag.outside && NameTag.part(of: tag) == .unit
                ? NameTag.tag(part, NameTag.kind(of: tag)) : tag
        }
        return Int(model.transitions(from: tied(previous, .last))[tied(tag, .begin)])
            + Int(emission[tag])
    }

    private func ways(_ count: Int) -> [[Int]] {
        var ways: [[Int]] = [[]]
        for _ in 0..<count {
            ways = ways.flatMap { way in
                NameTag.all.filter { NameTag.mayFollow(way.last ?? NameTag.outside, $0) }
                    .map { way + [$0] }
            }
        }
        return ways.filter { NameTag.mayFollow($0.last ?? NameTag.outside, NameTag.outside) }
    }

    @Test("for windows of random weights", arguments: 1...4)
    func best(count: Int) throws {
        var generator = SplitMix64(seed: UInt64(count))
        let all = ways(count)
        for _ in 0..<60 {
            let model = try model(&generator)
            let emissions = (0..<count).map { _ in
                NameVector((0..<16).map { _ in Int16.random(in: -500...500, using: &generator) })
            }
            var tags = [UInt8](repeating: 0, count: count)
            NameDecoder(model).decode(emissions, count: count, into: &tags)
            let found = worth(tags.map(Int.init), emissions, model)
            #expect(all.contains(tags.map(Int.init)))
            #expect(found == all.map { worth($0, emissions, model) }.max())
        }
    }

    /// What the best way is worth, found tag by tag in whole numbers.
    private func bestWorth(_ emissions: [NameVector], _ model: NameModel) -> Int {
        /// What is best so far, by the tag that it ends with.
        var best = [NameTag.outside: 0]
        for emission in emissions {
            var next: [Int: Int] = [:]
            for tag in NameTag.all {
                for (previous, sum) in best where NameTag.mayFollow(previous, tag) {
                    let step = worth(tag, after: previous, emission, model)
                    next[tag] = max(next[tag] ?? .min, sum + step)
                }
            }
            best = next
        }
        return best.filter { NameTag.mayFollow($0.key, NameTag.outside) }.map { tag, sum in
            sum + worth(NameTag.outside, after: tag, NameVector(), model)
        }.max()!
    }

    @Test(
        "in the longest window, and where weights are as large as can be", arguments: [2, 9, 121])
    func longest(count: Int) throws {
        var generator = SplitMix64(seed: UInt64(count))
        for range in [-500...500, Int16.min...Int16.max] {
            for _ in 0..<10 {
                let model = try model(&generator)
                let emissions = (0..<count).map { _ in
                    NameVector((0..<16).map { _ in Int16.random(in: range, using: &generator) })
                }
                var tags = [UInt8](repeating: 0, count: count)
                NameDecoder(model).decode(emissions, count: count, into: &tags)
                let found = worth(tags.map(Int.init), emissions, model)
                #expect(found == bestWorth(emissions, model))
            }
        }
    }

    @Test("by so much as the best of the others is worse", arguments: 1...4)
    func margins(count: Int) throws {
        var generator = SplitMix64(seed: UInt64(100 + count))
        let all = ways(count)
        for _ in 0..<40 {
            let model = try model(&generator)
            let emissions = (0..<count).map { _ in
                NameVector((0..<16).map { _ in Int16.random(in: -500...500, using: &generator) })
            }
            var tags = [UInt8](repeating: 0, count: count)
            NameDecoder(model).decode(emissions, count: count, into: &tags)
            let found = emissions.withUnsafeBufferPointer { emissions in
                tags.withUnsafeBufferPointer { NameMargins(model).margins(emissions, $0) }
            }
            let best = worth(tags.map(Int.init), emissions, model)
            for token in 0..<count {
                let others = all.filter { $0[token] != Int(tags[token]) }
                let next = others.map { worth($0, emissions, model) }.max()!
                #expect(Int(found[token]) == best - next)
            }
        }
    }
}
