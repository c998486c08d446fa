/// Counts marked bytes before a byte: a bit for each, and a running total for each 64.
struct MarkCounter: Sendable {
    private var marks: [UInt64]
    private var totals: [UInt32] = []

    /// Marks the bytes with which Swift's `Character`s start.
    init(graphemesOf utf8: [UInt8]) {
        marks = [UInt64](repeating: 0, count: utf8.count / 64 + 1)
        var start = 0
        for character in String(decoding: utf8, as: UTF8.self) {
            marks[start / 64] |= 1 << UInt64(start % 64)
            start += character.utf8.count
        }
        totals.reserveCapacity(marks.count)
        var total = 0
        for word in marks {
            totals.append(UInt32(truncatingIfNeeded: total))
            total += word.nonzeroBitCount
        }
    }

    func count(before byteOffset: Int) -> Int {
        let before: UInt64 = (1 << UInt64(byteOffset % 64)) - 1
        let word = byteOffset / 64
        return Int(totals[word]) + (marks[word] & before).nonzeroBitCount
    }
}
