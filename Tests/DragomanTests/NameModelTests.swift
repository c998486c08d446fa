import Segmentation
import Testing

@testable import Dragoman

/// Under the leak sanitizer or valgrind these tests say too that nothing is lost.
@Suite struct `The weights of a model` {
    @Test(arguments: [0, 16, 31, 32, 4096])
    func `Bytes of another shape are refused`(count: Int) {
        #expect(throws: ExtractorError.self) {
            try NameModel(bytes: [UInt8](repeating: 1, count: count))
        }
    }

    /// The filter passes over what has no weight, never over what has.
    @Test func `Every feature with a weight is found`() throws {
        var weights = NameWeights()
        for number in 0..<5_000 {
            let feature = NameFeature.hashed(.word, at: number % 5 - 2, TokenHash.of("w\(number)"))
            weights.rows[feature.id] = NameVector(repeating: Int16(number % 400 + 1))
        }
        let model = try NameModel(weights: weights)
        for (id, row) in weights.rows { #expect(model.row(NameFeature(known: id)) == row) }
        for number in 5_000..<6_000 {
            let feature = NameFeature.hashed(.word, at: 0, TokenHash.of("w\(number)"))
            #expect(model.row(feature) == NameVector())
        }
    }
}
