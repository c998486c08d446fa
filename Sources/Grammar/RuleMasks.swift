import Lexicon

/// Rules as bits, by the tests that a token must pass for them: what is asked of the row of a token once a form.
struct RuleMasks: Sendable {
    /// A rule that a test lets through if the token fails others.
    private struct Guarded {
        var rule: UInt32
        var firstGuard: UInt32
        var guardCount: UInt32
    }

    /// Words of a mask, in whole quads.
    let width: Int
    /// The rules that ask nothing.
    let always: Pinned<UInt64>
    /// By class, then by word: the rules that ask for a hit of the class.
    let byClass: Pinned<UInt64>
    /// By test, then by word.
    private let byTest: Pinned<UInt64>
    /// Entries of ``guarded`` by test.
    private let guardedByTest: FlatLists
    private let guarded: Pinned<Guarded>
    private let guards: Pinned<UInt32>

    private init(
        width: Int, always: Pinned<UInt64>, byClass: Pinned<UInt64>, byTest: Pinned<UInt64>,
        guardedByTest: FlatLists, guarded: Pinned<Guarded>, guards: Pinned<UInt32>
    ) {
        self.width = width
        self.always = always
        self.byClass = byClass
        self.byTest = byTest
        self.guardedByTest = guardedByTest
        self.guarded = guarded
        self.guards = guards
    }

    /// Masks side by side, so that a row is read once for all of them: bits of each after those of the ones before.
    init(joining parts: [RuleMasks], tests: Int) {
        let width = parts.reduce(0) { $0 + $1.width }
        self.width = width
        always = Pinned(parts.flatMap { Array($0.always.elements) })
        byClass = Pinned([])
        byTest = Pinned(count: tests * width) { memory in
            guard var place = memory.baseAddress else { return }
            for test in 0..<tests {
                for part in parts {
                    let own = part.byTest.elements.baseAddress! + test * part.width
                    place.initialize(from: own, count: part.width)
                    place += part.width
                }
            }
        }
        var pairs: [(key: UInt32, value: UInt32)] = []
        var guarded: [Guarded] = []
        var guards: [UInt32] = []
        var first = 0
        for part in parts {
            for test in 0..<tests {
                part.guardedByTest.forEach(test) {
                    pairs.append((UInt32(test), UInt32(guarded.count + $0)))
                }
            }
            for var entry in part.guarded.elements {
                entry.rule += UInt32(first * 64)
                entry.firstGuard += UInt32(guards.count)
                guarded.append(entry)
            }
            guards += part.guards.elements
            first += part.width
        }
        guardedByTest = FlatLists(pairs, keys: tests)
        self.guarded = Pinned(guarded)
        self.guards = Pinned(guards)
    }

    /// Collects what the rules ask.
    struct Builder {
        let width: Int
        let tests: [Instruction]
        let classSets: [ClassSet]
        private var always: [UInt64]
        private var byTest: [UInt64]
        private var byClass: [UInt64]
        private var guardedByTest: [(key: UInt32, value: UInt32)] = []
        private var guarded: [Guarded] = []
        private var guards: [UInt32] = []

        /// - Parameter count: how many rules there are.
        init(count: Int, _ tests: [Instruction], _ classSets: [ClassSet]) {
            width = (count + 255) / 256 * 4
            self.tests = tests
            self.classSets = classSets
            always = Array(repeating: 0, count: width)
            byTest = Array(repeating: 0, count: tests.count * width)
            byClass = Array(repeating: 0, count: ClassSet.capacity * width)
        }

        mutating func addAlways(_ rule: Int) { always[rule / 64] |= 1 << UInt64(rule % 64) }

        /// `rule` is let through by a test, if those of `failed` fail.
        mutating func add(_ rule: Int, _ test: UInt32, failed: [UInt32] = []) {
            let (word, bit) = (rule / 64, UInt64(1) << UInt64(rule % 64))
            if failed.isEmpty {
                byTest[Int(test) * width + word] |= bit
            } else {
                guardedByTest.append((test, UInt32(guarded.count)))
                guarded.append(
                    Guarded(
                        rule: UInt32(rule), firstGuard: UInt32(guards.count),
                        guardCount: UInt32(failed.count)))
                guards += failed
            }
            guard tests[Int(test)].operation == .hit else { return }
            classSets[Int(tests[Int(test)].a)].visit { id in
                byClass[Int(id.rawValue) * width + word] |= bit
            }
        }

        /// `rule` is let through by the tests that were found, and if it can end without one, by any token.
        mutating func add(_ rule: Int, _ first: FirstTests, _ numbers: [UInt32]) {
            if first.canEnd { addAlways(rule) }
            addTests(rule, first, numbers)
        }

        /// `rule` is let through by the tests that were found.
        mutating func addTests(_ rule: Int, _ first: FirstTests, _ numbers: [UInt32]) {
            for found in first.found {
                if found.guards == 0 {
                    add(rule, numbers[found.pc])
                    continue
                }
                let failed = first.negated.indices.filter { found.guards >> UInt64($0) & 1 != 0 }
                add(rule, numbers[found.pc], failed: failed.map { first.negated[$0] })
            }
        }

        var masks: RuleMasks {
            RuleMasks(
                width: width, always: Pinned(always), byClass: Pinned(byClass),
                byTest: Pinned(byTest),
                guardedByTest: FlatLists(guardedByTest, keys: tests.count),
                guarded: Pinned(guarded), guards: Pinned(guards))
        }
    }

    /// Sets in `mask` the rules that a token with this row of passed tests is let through by.
    func add(_ row: UnsafePointer<UInt64>, words: Int, to mask: UnsafeMutablePointer<UInt64>) {
        let width = width
        let (byTest, always) = (byTest.elements.baseAddress, always.elements.baseAddress)
        guard let byTest, let always else { return }
        for word in 0..<width { mask[word] |= always[word] }
        for place in 0..<words {
            var bits = row[place]
            while bits != 0 {
                let test = place * 64 + bits.trailingZeroBitCount
                bits &= bits - 1
                let ofTest = byTest + test * width
                // Widths are whole quads.
                for word in stride(from: 0, to: width, by: 4) {
                    let quad = UnsafeMutableRawPointer(mask + word)
                    let more = UnsafeRawPointer(ofTest + word)
                    quad.storeBytes(
                        of: quad.loadUnaligned(as: SIMD4<UInt64>.self)
                            | more.loadUnaligned(as: SIMD4<UInt64>.self),
                        as: SIMD4<UInt64>.self)
                }
                guardedByTest.forEach(test) { number in
                    let entry = guarded.elements[number]
                    for place in 0..<Int(entry.guardCount) {
                        let failed = guards.elements[Int(entry.firstGuard) + place]
                        if row[Int(failed >> 6)] >> UInt64(failed & 63) & 1 != 0 { return }
                    }
                    mask[Int(entry.rule >> 6)] |= 1 << UInt64(entry.rule & 63)
                }
            }
        }
    }

    /// Sets in `mask` the rules that ask for a hit of one of the classes.
    func add(_ classes: ClassSet, to mask: UnsafeMutablePointer<UInt64>) {
        classes.visit { id in
            for word in 0..<width {
                mask[word] |= byClass.elements[Int(id.rawValue) * width + word]
            }
        }
    }
}
