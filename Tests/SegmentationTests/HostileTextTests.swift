import SeededRandom
import Testing

@testable import Segmentation

/// Ten times the text must not take much more than ten times as long.
@Suite("Hostile texts take linear time", .serialized)
struct HostileTextTests {
    @Test(arguments: [
        "x", "[", "a.", "a. ", "1. ", ".)", "\"", "\n", "x\n", "a\u{301}", "a:\u{301}", "👩\u{200D}",
        "🇫", "ไทย", "東",
        "\0", "/TASS/. ", "Mr. ", "U.S. A. ",
    ])
    func linear(_ unit: String) throws {
        let segmenter = try Segmenter()
        var buffer = TokenBuffer()
        func time(_ count: Int) -> Duration {
            let text = Array(repeating: Array(unit.utf8), count: count).flatMap { $0 }
            return (0..<2).map { _ in
                ContinuousClock().measure { segmenter.segment(text, into: &buffer) }
            }.min()!
        }
        let short = time(4_000)
        let long = time(40_000)
        // Quadratic time would be a factor of 100; small times are noise.
        #expect(long < short * 40 + .milliseconds(50), "\(short) and \(long)")
    }

    @Test("ten megabytes without a space")
    func withoutSpace() throws {
        let segmenter = try Segmenter()
        var buffer = TokenBuffer()
        segmenter.segment([UInt8](repeating: 0x78, count: 10_000_000), into: &buffer)
        #expect(buffer.tokens.map(\.range) == [0..<10_000_000])
    }

    @Test("a hundred thousand nested brackets")
    func brackets() throws {
        let segmenter = try Segmenter()
        var buffer = TokenBuffer()
        let text = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        segmenter.segment(text, into: &buffer)
        #expect(buffer.tokens.count == 200_000)
        #expect(buffer.sentenceStarts == [0])
    }

    @Test("bytes that are not UTF-8 are no danger", arguments: 1...10)
    func invalid(seed: Int) throws {
        let segmenter = try Segmenter()
        var buffer = TokenBuffer()
        var generator = SplitMix64(seed: UInt64(seed))
        for _ in 0..<100 {
            let bytes = (0..<30).map { _ in UInt8.random(in: 0x70...0xFF, using: &generator) }
            segmenter.segment(bytes, into: &buffer)
            #expect(buffer.tokens.allSatisfy { $0.start < $0.end && $0.end <= 30 })
        }
    }
}
