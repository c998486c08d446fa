/// Several ``RuleMasks`` side by side, so that the row of a letter is read once for all of them: the bits of each stand
/// after those of the ones before.
struct JoinedMasks: Sendable {
    /// Bits of one word of a mask.
    private struct Part {
        var word: UInt64
        var bits: UInt64
    }

    /// What a test lets through if the token fails others: rules, of which many are guarded alike.
    private struct Group {
        var guards: Range<Int>
        var parts: Range<Int>
    }

    /// The sizes of what an image has of it.
    static let strides = MemoryLayout<Part>.stride << 16 | MemoryLayout<Group>.stride

    /// Words of all masks.
    let width: Int
    private let always: Pinned<UInt64>
    /// By test, where its parts start; one more than there are tests.
    private let offsets: Pinned<UInt32>
    /// What each test lets through: few rules, so that most words are left out.
    private let parts: Pinned<Part>
    /// Entries of ``groups`` by test.
    private let groupsByTest: FlatLists
    private let groups: Pinned<Group>
    private let guards: Pinned<UInt32>

    /// - Parameter tests: how many tests there are.
    init(_ masks: [RuleMasks], tests: Int) {
        width = masks.reduce(0) { $0 + $1.width }
        always = Pinned(masks.flatMap { Array($0.always.elements) })
        var offsets: [UInt32] = [0]
        var parts: [Part] = []
        var groupsByTest: [(key: UInt32, value: UInt32)] = []
        var groups: [Group] = []
        var guards: [UInt32] = []
        func add(_ mask: some Sequence<UInt64>, from first: Int) {
            for (word, bits) in mask.enumerated() where bits != 0 {
                parts.append(Part(word: UInt64(first + word), bits: bits))
            }
        }
        for test in 0..<tests {
            var first = 0
            for mask in masks {
                add(mask.byTest.elements[test * mask.width..<(test + 1) * mask.width], from: first)
                first += mask.width
            }
            offsets.append(UInt32(parts.count))
        }
        for test in 0..<tests {
            for group in Self.groups(of: test, masks, width) {
                groupsByTest.append((UInt32(test), UInt32(groups.count)))
                let (firstGuard, firstPart) = (guards.count, parts.count)
                guards += group.guards
                add(group.mask, from: 0)
                groups.append(
                    Group(guards: firstGuard..<guards.count, parts: firstPart..<parts.count))
            }
        }
        self.offsets = Pinned(offsets)
        self.parts = Pinned(parts)
        self.groupsByTest = FlatLists(groupsByTest, keys: tests)
        self.groups = Pinned(groups)
        self.guards = Pinned(guards)
    }

    init(_ reader: inout LinkedReader) {
        width = reader.number()
        always = reader.table()
        offsets = reader.table()
        parts = reader.table()
        groupsByTest = FlatLists(&reader)
        groups = reader.table()
        guards = reader.table()
    }

    func write(_ writer: inout LinkedWriter) {
        writer.put(number: width)
        writer.put(always)
        writer.put(offsets)
        writer.put(parts)
        groupsByTest.write(&writer)
        writer.put(groups)
        writer.put(guards)
    }

    /// The rules that a test lets through if the token fails others, by those.
    private static func groups(
        of test: Int, _ masks: [RuleMasks], _ width: Int
    ) -> [(guards: [UInt32], mask: [UInt64])] {
        var groups: [(guards: [UInt32], mask: [UInt64])] = []
        var first = 0
        for mask in masks {
            mask.guardedByTest.forEach(test) { number in
                let entry = mask.guarded.elements[number]
                let own = mask.guards.elements[
                    Int(entry.firstGuard)..<Int(entry.firstGuard + entry.guardCount)]
                var group = groups.firstIndex { $0.guards.elementsEqual(own) }
                if group == nil {
                    group = groups.count
                    groups.append((Array(own), Array(repeating: 0, count: width)))
                }
                groups[group!].mask[first + Int(entry.rule >> 6)] |= 1 << UInt64(entry.rule & 63)
            }
            first += mask.width
        }
        return groups
    }

    /// Puts the rules into `masks` that a token with this row of passed tests is let through by.
    func fill(
        _ masks: UnsafeMutablePointer<UInt64>, by row: UnsafePointer<UInt64>, words: Int
    ) {
        let (offsets, parts) = (offsets.elements, parts.elements)
        for (word, bits) in always.elements.enumerated() { masks[word] = bits }
        func add(_ range: Range<Int>) {
            for part in range { masks[Int(parts[part].word)] |= parts[part].bits }
        }
        for place in 0..<words {
            var bits = row[place]
            while bits != 0 {
                let test = place * 64 + bits.trailingZeroBitCount
                bits &= bits - 1
                add(Int(offsets[test])..<Int(offsets[test + 1]))
                groupsByTest.forEach(test) { number in
                    let group = groups.elements[number]
                    for place in group.guards {
                        let failed = guards.elements[place]
                        if row[Int(failed >> 6)] >> UInt64(failed & 63) & 1 != 0 { return }
                    }
                    add(group.parts)
                }
            }
        }
    }
}
