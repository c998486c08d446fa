import Testing

@testable import Dragoman

/// Under the leak sanitizer or valgrind these tests say too that nothing is lost.
@Suite struct `Weights that are none` {
    @Test(arguments: [0, 16, 31, 32, 4096])
    func `Bytes of another shape are refused`(count: Int) {
        #expect(throws: ExtractorError.self) {
            try NameModel(bytes: [UInt8](repeating: 1, count: count))
        }
    }
}
