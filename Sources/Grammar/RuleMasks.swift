import Lexicon

/// Rules as bits, by the tests that a token must pass for them: see ``JoinedMasks``.
struct RuleMasks: Sendable {
    /// A rule that a test lets through if the token fails others.
    struct Guarded {
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
    let byTest: Pinned<UInt64>
    /// Entries of ``guarded`` by test.
    let guardedByTest: FlatLists
    let guarded: Pinned<Guarded>
    let guards: Pinned<UInt32>

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
}

/// Rules as bits, by the classes that they ask for a hit of.
struct ClassMasks: Sendable {
    /// Words of a mask.
    let width: Int
    /// By class, then by word.
    private let byClass: Pinned<UInt64>

    init(_ masks: RuleMasks) {
        width = masks.width
        byClass = masks.byClass
    }

    init(_ reader: inout LinkedReader) {
        width = reader.number()
        byClass = reader.table()
    }

    func write(_ writer: inout LinkedWriter) {
        writer.put(number: width)
        writer.put(byClass)
    }

    /// The rules that ask for a hit of a class.
    func mask(of id: Int) -> Slice<UnsafeBufferPointer<UInt64>> {
        byClass.elements[id * width..<(id + 1) * width]
    }

    /// Sets in `mask` the rules that ask for a hit of one of the classes.
    func add(_ classes: ClassSet, to mask: UnsafeMutablePointer<UInt64>) {
        let (rules, mask) = (
            byClass.elements, UnsafeMutableBufferPointer(start: mask, count: width)
        )
        classes.visit { id in
            let first = Int(id.rawValue) &* width
            var quad = 0
            while quad < width {
                mask.form(quadAt: quad, rules.quad(at: first &+ quad))
                quad &+= 4
            }
        }
    }
}
