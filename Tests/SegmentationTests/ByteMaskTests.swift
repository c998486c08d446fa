import CScan
import SeededRandom
import Testing

@Suite("masks of bytes")
struct ByteMaskTests {
    @Test("vectors find what a loop over the bytes finds", arguments: 0..<20)
    func vectorsEqualPlainLoop(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let bytes = (0..<64 * 50).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let blocks = bytes.count / 64
        var masks = [CScanMasks](repeating: CScanMasks(), count: blocks)
        var plain = masks
        cscan_classify(bytes, blocks, &masks)
        cscan_classify_plainly(bytes, blocks, &plain)
        for (a, b) in zip(masks, plain) {
            #expect(
                a.letter == b.letter && a.digit == b.digit && a.underscore == b.underscore
                    && a.space == b.space && a.midBoth == b.midBoth
                    && a.midNumber == b.midNumber && a.carriageReturn == b.carriageReturn
                    && a.lineFeed == b.lineFeed && a.nonASCII == b.nonASCII
                    && a.control == b.control && a.lineEnd == b.lineEnd)
        }
    }

    @Test("words of flags are tested by vectors as one by one", arguments: 0..<65)
    func wordTestsEqualPlainLoop(count: Int) {
        var generator = SplitMix64(seed: UInt64(count))
        for bits in [1, 1 << 31, 0xFF00, UInt64.max] {
            let words = (0..<64).map { _ in
                UInt64.random(in: 0...UInt64.max, using: &generator)
                    & UInt64.random(in: 0...UInt64.max, using: &generator) & ~(bits >> 3)
            }
            #expect(cscan_test_64(words, count, bits) == cscan_test_64_plainly(words, count, bits))
            for lowest: UInt32 in [0, 1, 31, 57, 60] {
                let (found, plain) = (
                    cscan_bits_64(words, count, lowest), cscan_bits_64_plainly(words, count, lowest)
                )
                #expect(
                    found.first == plain.first && found.second == plain.second
                        && found.third == plain.third && found.fourth == plain.fourth)
            }
        }
    }

    @Test(
        "words are copied, and their highest bits gathered, by vectors as one by one",
        arguments: 0..<65)
    func copyingEqualsPlainLoop(count: Int) {
        var generator = SplitMix64(seed: UInt64(count))
        let words = (0..<64).map { _ in UInt32.random(in: 0...UInt32.max, using: &generator) }
        let untouched: UInt32 = 7
        var copy = [UInt32](repeating: untouched, count: 64)
        var plain = copy
        let top = cscan_copy_top(words, count, &copy)
        let plainTop = cscan_copy_top_plainly(words, count, &plain)
        #expect(copy == plain)
        #expect(copy[count...].allSatisfy { $0 == untouched })
        #expect(copy.prefix(count) == words.prefix(count))
        for (mask, bit) in [
            (top.bit31, 31), (top.bit30, 30), (top.bit29, 29), (top.bit28, 28), (top.bit27, 27),
            (plainTop.bit31, 31), (plainTop.bit30, 30), (plainTop.bit29, 29),
            (plainTop.bit28, 28), (plainTop.bit27, 27),
        ] {
            let expected = words.prefix(count).enumerated().reduce(UInt64(0)) { mask, word in
                mask | UInt64(word.element >> bit & 1) << word.offset
            }
            #expect(mask == expected, "bit \(bit)")
        }
    }

    @Test("bits of bytes are gathered by vectors as one by one", arguments: 0..<8)
    func byteBitsEqualPlainLoop(bit: UInt32) {
        var generator = SplitMix64(seed: UInt64(bit))
        for blocks in 0..<5 {
            let bytes = (0..<64 * blocks).map { _ in UInt8.random(in: 0...255, using: &generator) }
            // One mask more, which is not written.
            var masks = [UInt64](repeating: 7, count: blocks + 1)
            var plain = masks
            cscan_byte_bits(bytes, blocks, bit, &masks)
            cscan_byte_bits_plainly(bytes, blocks, bit, &plain)
            #expect(masks == plain)
            for (place, byte) in bytes.enumerated() {
                #expect(masks[place / 64] >> UInt64(place % 64) & 1 == UInt64(byte >> bit & 1))
            }
        }
    }

    @Test("each byte has the classes that it should have")
    func everyByte() {
        for byte in UInt8.min...UInt8.max {
            var masks = CScanMasks()
            cscan_classify([UInt8](repeating: byte, count: 64), 1, &masks)
            let scalar = Unicode.Scalar(byte)
            func all(_ condition: Bool) -> UInt64 { condition ? .max : 0 }
            let isLetter = scalar.isASCII && scalar.properties.isAlphabetic
            #expect(masks.letter == all(isLetter || scalar == "@"))
            #expect(masks.digit == all(("0"..."9").contains(scalar)))
            #expect(masks.midBoth == all(scalar == "'" || scalar == "."))
            #expect(masks.nonASCII == all(byte >= 0x80))
            #expect(
                (masks.control | masks.space)
                    == all(scalar.isASCII && scalar.properties.isWhitespace))
            #expect(masks.lineEnd == all(0x0A...0x0D ~= byte))
        }
    }
}
