import Lexicon

/// Which rules are worth trying from a token, by what it and its neighbours are.
struct StartMasks: Sendable {
    /// Words of a mask of rules, and of one of contexts.
    let width: Int
    let contextWidth: Int
    /// The rules whose first token it may be.
    let starts: ClassMasks
    /// The rules that may go on with it after a first token, or end before it.
    let seconds: ClassMasks
    /// The rules whose anchor it may be, of those that are tried only near one.
    let anchors: ClassMasks
    /// From this number on the contexts of ``joined`` are those that hold where the token stands beside the match and the
    /// text is open.
    let firstSureContext: Int
    /// The rules that are tried wherever they may start.
    let free: Pinned<UInt64>
    /// By class: what the flags of a token say at which a phrase of the class starts.
    let flagsByClass: Pinned<UInt32>
    /// All masks of a letter, in the order of ``Letters/masks``.
    let joined: JoinedMasks

    init(
        _ tables: Tables, _ linked: LinkedTables, _ tests: [Instruction], _ numbers: [UInt32],
        _ classSets: [ClassSet]
    ) {
        func builder() -> RuleMasks.Builder {
            RuleMasks.Builder(count: tables.rules.count, tests, classSets)
        }
        let firstSure = linked.contexts.elements.count
        firstSureContext = firstSure
        // What is told of rules elsewhere is told of contexts here: that they may hold where the token stands beside the match.
        var contexts = RuleMasks.Builder(count: firstSure * 2, tests, classSets)
        // The rules whose first token it may be; that may go on with it, or end before it, after one and after two; that it may
        // stand before; that may take it somewhere; whose anchor it may be.
        var (starts, seconds, thirds, lefts) = (builder(), builder(), builder(), builder())
        var (within, anchors) = (builder(), builder())
        var free = Array(repeating: UInt64(0), count: starts.width)
        var memory = FirstTests.Memory(longest: tables.longestCode)
        let code = tables.code
        let junctions = JunctionReader(linked.junctions)
        for (rule, entry) in tables.rules.enumerated() {
            let runnable = linked.rules.elements[rule]
            let start = entry.code.range.lowerBound
            let first = FirstTests(code, numbers, from: [Int(runnable.entry)], start, &memory)
            starts.add(rule, first, numbers)
            let second = FirstTests(
                code, numbers, from: first.found.map { $0.pc + 1 }, start, &memory)
            seconds.add(rule, second, numbers)
            let third = FirstTests(
                code, numbers, from: second.found.map { $0.pc + 1 }, start, &memory)
            thirds.add(rule, third, numbers)
            if second.canEnd { thirds.addAlways(rule) }
            for context in [runnable.left, runnable.right].joined() {
                let entry = linked.contexts.elements[Int(context)].entry
                let first = FirstTests(code, numbers, from: [Int(entry)], start, &memory)
                // A phrase of several tokens may end before the match: what its last token is says nothing.
                if runnable.left.contains(context), first.takesHit(code) {
                    contexts.addAlways(Int(context))
                } else {
                    contexts.add(Int(context), first, numbers)
                }
                let junction = Int(linked.contexts.elements[Int(context)].junction)
                junctions.forEachSureTest(at: junction) { test, failed in
                    contexts.add(firstSure + Int(context), test, failed: failed)
                }
            }
            let left = runnable.left.first { !linked.contexts.elements[Int($0)].isNegative }
            let before = left.map {
                FirstTests(
                    code, numbers, from: [Int(linked.contexts.elements[Int($0)].entry)], start,
                    &memory)
            }
            if let before, !before.takesHit(code) {
                lefts.add(rule, before, numbers)
            } else {
                lefts.addAlways(rule)
            }
            if runnable.isAnchored {
                let all = FirstTests(
                    code, numbers, from: tables.tokenTests(of: rule), start, &memory)
                within.addTests(rule, all, numbers)
                for anchor in entry.anchors.range {
                    anchors.add(rule, numbers[tables.code.count + anchor])
                }
            } else {
                free[rule / 64] |= 1 << UInt64(rule % 64)
            }
        }
        let masks = [starts, seconds, thirds, lefts, within, anchors, contexts].map(\.masks)
        joined = JoinedMasks(masks, tests: tests.count)
        width = starts.width
        contextWidth = contexts.width
        self.starts = ClassMasks(masks[0])
        self.seconds = ClassMasks(masks[1])
        self.anchors = ClassMasks(masks[5])
        self.free = Pinned(free)
        let (firsts, anchorings) = (self.starts, self.anchors)
        flagsByClass = Pinned(count: ClassSet.capacity) { flags in
            for id in flags.indices {
                flags[id] = Self.flags(ofStarts: firsts.mask(of: id), free)
                if anchorings.mask(of: id).contains(where: { $0 != 0 }) {
                    flags[id] |= Letters.Flag.isAnchor
                }
            }
        }
    }

    init(_ reader: inout LinkedReader) {
        width = reader.number()
        contextWidth = reader.number()
        starts = ClassMasks(&reader)
        seconds = ClassMasks(&reader)
        anchors = ClassMasks(&reader)
        firstSureContext = reader.number()
        free = reader.table()
        flagsByClass = reader.table()
        joined = JoinedMasks(&reader)
    }

    func write(_ writer: inout LinkedWriter) {
        writer.put(number: width)
        writer.put(number: contextWidth)
        starts.write(&writer)
        seconds.write(&writer)
        anchors.write(&writer)
        writer.put(number: firstSureContext)
        writer.put(free)
        writer.put(flagsByClass)
        joined.write(&writer)
    }

    /// Whether rules start, of those that are tried everywhere and of the others, as flags of ``Letters``.
    func flags(ofStarts mask: UnsafePointer<UInt64>) -> UInt32 {
        Self.flags(ofStarts: UnsafeBufferPointer(start: mask, count: width), free.elements)
    }

    private static func flags(
        ofStarts mask: some Sequence<UInt64>, _ free: some Sequence<UInt64>
    ) -> UInt32 {
        var flags: UInt32 = 0
        for (mask, free) in zip(mask, free) {
            if mask & free != 0 { flags |= Letters.Flag.starts }
            if mask & ~free != 0 { flags |= Letters.Flag.startsNearAnchor }
        }
        return flags
    }
}

extension FirstTests {
    /// Whether one of the tests takes a hit.
    fileprivate func takesHit(_ code: [Instruction]) -> Bool {
        found.contains { code[$0.pc].operation == .hit }
    }
}

extension Tables {
    /// The most instructions that a rule has.
    fileprivate var longestCode: Int { rules.reduce(0) { max($0, Int($1.code.count)) } }

    /// Where the code of a rule's pattern goes on after a test of a token, and where it starts.
    fileprivate func tokenTests(of rule: Int) -> [Int] {
        let range = rules[rule].code.range
        var places = [range.lowerBound]
        for pc in range {
            let step = code[pc]
            if step.operation == .match { break }
            if step.operation.takesTokens, !step.isNegated { places.append(pc + 1) }
        }
        return places
    }
}
