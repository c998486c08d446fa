import Testing

@testable import Segmentation

/// No text makes the table of forms slow.
@Suite struct `The table of forms` {
    /// Words that would all stand in one sixteenth of a table, if it were known how the table spreads them.
    private static let crowd: [String] = {
        let known = HashSecret(known: 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3)
        var words: [String] = []
        var number: UInt64 = 0
        while words.count < 8000 {
            number += 1
            // Seven letters: digits to the base of 26, far apart.
            var digits = number &* 0x9E37_79B9_7F4A_7C15 >> 31
            let word = (0..<7).map { _ in
                defer { digits /= 26 }
                return UInt8(ascii: "a") + UInt8(digits % 26)
            }
            let key = word.withUnsafeBufferPointer { FormKey($0, 0..<7, .word) }
            if known.mix(key.low, key.high) & 0x3C00 == 0 {
                words.append(String(decoding: word, as: UTF8.self))
            }
        }
        return words
    }()

    private func add(_ words: [String], to table: FormTable) {
        for word in words {
            var word = word
            word.withUTF8 { _ = table.form($0, 0..<$0.count, .word) }
        }
    }

    @Test func `A slot is a line of the cache`() {
        #expect(MemoryLayout<FormTable.Slot>.stride == 64)
        #expect(MemoryLayout<Token>.stride == 24)
    }

    /// The most slots after one another that are used.
    private func longestRun(_ table: FormTable.Table) -> Int {
        let free = FormKey(low: 0, high: .max)
        let slots = (0...table.mask).map { table.slots[$0].key != free }
        return slots.split(separator: false).map(\.count).max() ?? 0
    }

    @Test func `Words that were chosen to stand in one place are spread`() {
        let table = FormTable()
        add(Self.crowd, to: table)
        #expect(table.count == Set(Self.crowd).count)
        #expect(table.table.isSecret)
        #expect(longestRun(table.table) < 256)
    }

    @Test func `Other words are not`() {
        let table = FormTable()
        add((0..<8000).map { "word\($0)" }, to: table)
        #expect(!table.table.isSecret)
        #expect(longestRun(table.table) < 256)
    }

    @Test func `A form keeps its number when the table is built anew`() {
        let table = FormTable()
        add(Self.crowd, to: table)
        for (number, word) in Self.crowd.enumerated() {
            var word = word
            #expect(word.withUTF8 { table.form($0, 0..<$0.count, .word).id } == UInt32(number))
        }
    }

    @Test func `No two tables with secrets are alike`() {
        let (a, b) = (HashSecret(), HashSecret())
        #expect((0..<8).contains { a.mix($0) != b.mix($0) })
    }
}
