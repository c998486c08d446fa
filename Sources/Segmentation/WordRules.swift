import CICU

/// ICU's compiled word rules as tables that run over UTF-8.
///
/// The rules are those of the ICU that is linked in (`ubrk_getBinaryRules`; the layout is that of `rbbidata.h`): a
/// table of states, and a trie that gives each code point its category. Of a layout or of rules that this file
/// does not know there are no tables, and ICU's own iterator finds the boundaries.
final class WordRules {
    let tables: Tables
    /// The rules' bytes, which the trie reads.
    private let bytes: UnsafeMutablePointer<UInt8>

    /// Reads the rules of `breaker`; `nil` if they are laid out in a way that is not known.
    init?(_ breaker: OpaquePointer) {
        let length = cicu_breaker_rules(breaker, nil, 0)
        guard length > 80 else { return nil }
        bytes = .allocate(capacity: Int(length))
        guard cicu_breaker_rules(breaker, bytes, length) == length,
            let rules = CompiledRules(UnsafeRawBufferPointer(start: bytes, count: Int(length))),
            let trie = cicu_trie_open(bytes + rules.trie.lowerBound, Int32(rules.trie.count))
        else {
            bytes.deallocate()
            return nil
        }
        tables = Tables(rules, trie)
    }

    deinit {
        tables.deallocate()
        bytes.deallocate()
    }
}

extension WordRules {
    /// The tables, by pointer: they last as long as the rules.
    struct Tables {
        /// The category that stands for the end of the text.
        private static let endCategory: UInt8 = 1
        private static let blockCount = 0x110000 >> 8

        /// State in which a segment starts.
        let start: UInt8
        /// Categories from here on are those of scripts that need ICU's dictionaries.
        let firstDictionaryCategory: UInt8
        /// Next state, by state × 32 + category; 0 where the segment goes no further.
        private let next: UnsafeMutablePointer<UInt8>
        /// By state: whether a segment can end there.
        private let accepts: UnsafeMutablePointer<Bool>
        /// By state: the rule status of a segment that ends there.
        private let statuses: UnsafeMutablePointer<UInt16>
        private let trie: OpaquePointer
        /// The categories of 256 code points; `nil` where they were not needed yet.
        private let blocks: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>

        fileprivate init(_ rules: CompiledRules, _ trie: OpaquePointer) {
            self.trie = trie
            start = rules.start
            firstDictionaryCategory = rules.firstDictionaryCategory
            next = .allocate(capacity: rules.next.count)
            next.initialize(from: rules.next, count: rules.next.count)
            accepts = .allocate(capacity: rules.accepts.count)
            accepts.initialize(from: rules.accepts, count: rules.accepts.count)
            statuses = .allocate(capacity: rules.statuses.count)
            statuses.initialize(from: rules.statuses, count: rules.statuses.count)
            blocks = .allocate(capacity: Self.blockCount)
            blocks.initialize(repeating: nil, count: Self.blockCount)
        }

        fileprivate func deallocate() {
            cicu_trie_close(trie)
            next.deallocate()
            accepts.deallocate()
            statuses.deallocate()
            for block in 0..<Self.blockCount { blocks[block]?.deallocate() }
            blocks.deallocate()
        }

        /// The category of a code point.
        @inline(__always)
        func category(_ scalar: UInt32) -> UInt8 {
            (blocks[Int(scalar >> 8)] ?? load(scalar))[Int(scalar & 255)]
        }

        @inline(never)
        private func load(_ scalar: UInt32) -> UnsafeMutablePointer<UInt8> {
            let values = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
            cicu_trie_values(trie, scalar & ~255, 256, values)
            blocks[Int(scalar >> 8)] = values
            return values
        }

        @inline(__always)
        func next(_ state: UInt8, _ category: UInt8) -> UInt8 {
            next[Int(state) << 5 | Int(category)]
        }

        /// The state after the end of the text.
        func atEnd(_ state: UInt8) -> UInt8 { next(state, Self.endCategory) }
        @inline(__always)
        func accepts(_ state: UInt8) -> Bool { accepts[Int(state)] }
        @inline(__always)
        func status(_ state: UInt8) -> UInt16 { statuses[Int(state)] }
    }
}

/// The parts of ICU's compiled rules (format 6, forward table of 8-bit rows without look-ahead).
private struct CompiledRules {
    var next = [UInt8](repeating: 0, count: 64 << 5)
    var accepts = [Bool](repeating: false, count: 64)
    var statuses = [UInt16](repeating: 0, count: 64)
    var stateCount: Int
    var firstDictionaryCategory: UInt8
    var start: UInt8 = 1
    var trie: Range<Int>

    private enum Flags {
        static let startsWithCategory: UInt32 = 2
        static let hasBytes: UInt32 = 4
    }

    init?(_ bytes: UnsafeRawBufferPointer) {
        func word(_ offset: Int) -> Int? {
            guard offset >= 0, offset + 4 <= bytes.count else { return nil }
            return Int(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        }
        guard word(0) == 0xB1A0, bytes[4] == 6, let categoryCount = word(12), categoryCount <= 32,
            let table = word(16), let trieStart = word(32), let trieLength = word(36),
            trieStart + trieLength <= bytes.count, let statusTable = word(48),
            let states = word(table), states <= 64, let rowLength = word(table + 4),
            let firstDictionary = word(table + 8), word(table + 12) == 0,
            let flags = word(table + 16).map(UInt32.init), flags & Flags.hasBytes != 0,
            table + 20 + states * rowLength <= bytes.count, rowLength >= 3 + categoryCount
        else { return nil }
        stateCount = states
        firstDictionaryCategory = UInt8(truncatingIfNeeded: min(firstDictionary, 255))
        trie = trieStart..<trieStart + trieLength
        for state in 0..<states {
            let row = table + 20 + state * rowLength
            // Accepting is 0 or 1, and no row looks ahead.
            guard bytes[row] <= 1, bytes[row + 1] == 0 else { return nil }
            accepts[state] = bytes[row] == 1
            let group = statusTable + 4 * Int(bytes[row + 2])
            guard let count = word(group), let status = word(group + 4 * count) else { return nil }
            statuses[state] = UInt16(truncatingIfNeeded: status)
            for category in 0..<categoryCount {
                let to = bytes[row + 3 + category]
                guard Int(to) < states else { return nil }
                next[state << 5 | category] = to
            }
        }
        if flags & Flags.startsWithCategory != 0 { start = next[1 << 5 | 2] }
    }
}
