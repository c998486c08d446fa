import Testing

@testable import Lexicon

/// No lexicon makes a look-up walk far.
@Suite struct `Tables that somebody made up` {
    @Test(arguments: [
        ([], false), ([true], true), ([false], false), ([true, false, false], true),
    ])
    func `A table needs a free slot`(isFree: [Bool], isSound: Bool) {
        #expect(SlotRuns.areShort(in: isFree.count) { isFree[$0] } == isSound)
    }

    @Test func `A run may have so many slots and no more, round the end too`() {
        let size = 4 * SlotRuns.longest
        for start in [0, 7, size - 5] {
            for length in [SlotRuns.longest, SlotRuns.longest + 1] {
                let isShort = SlotRuns.areShort(in: size) { slot in
                    (slot - start + size) % size >= length
                }
                #expect(isShort == (length == SlotRuns.longest))
            }
        }
    }

    @Test func `Phrases whose hashes are alike are refused`() {
        let phrases = (1...UInt64(2 * SlotRuns.longest)).map { $0 << 32 }
        #expect(throws: LexiconError.self) { try SlotTable.build(phrases: phrases, prefixes: []) }
        #expect(throws: Never.self) {
            try SlotTable.build(phrases: Array(phrases.prefix(SlotRuns.longest)), prefixes: [])
        }
    }

    @Test func `A name may have so many entries and no more`() throws {
        let row = "Springfield\t\tplace.city"
        let most = LexiconCompiler.mostEntries
        #expect(throws: Never.self) { try image(Array(repeating: row, count: most)) }
        let error = #expect(throws: LexiconError.self) {
            try image(Array(repeating: row, count: most + 1))
        }
        #expect(try #require(error).description.contains("“Springfield”"))
    }
}
