import Lexicon
import Segmentation

/// The tables of a program as the machine reads them: numbers that stay where they are.
struct LinkedTables: Sendable {
    /// What the matcher needs of a rule.
    struct Runnable {
        /// First instruction.
        var entry: Int32
        /// The junction there.
        var junction: UInt32
        /// Memory cells of its junctions.
        var memory: Int32
        var firstSlot: Int32
        var slotCount: Int32
        /// Slot of the capture that is the span; -1 for the whole match.
        var spanSlot: Int32
        /// How many tokens after a start the anchor can be: at most so many, and the length of so many hits.
        var leastAnchorOffset: Int32
        var mostAnchorOffset: Int32
        var anchorPhrases: Int32
        var left: Range<Int32>
        var right: Range<Int32>
        /// The classes, if the pattern is one hit and no more; -1 if it is not. The slot it is captured in, or -1.
        var hitClasses: Int32 = -1
        var hitSlot: Int32 = -1
        /// Flags of a token before which a match must stop.
        var boundaries: TokenFlags
        /// Whether it can ask for one and go on.
        var crossesParagraphs: Bool
        /// Whether the rule is tried only near an anchor; if not, its start says enough.
        var isAnchored: Bool
        // Nothing in an image is left to chance.
        let unused: UInt8 = 0
    }

    struct Context {
        var entry: Int32
        var junction: UInt32
        var isNegative: Bool
        let unused: UInt8 = 0
        let unusedToo: UInt16 = 0
    }

    let rules: Pinned<Runnable>
    let contexts: Pinned<Context>
    let junctions: Junctions
    /// Name of a capture, by slot.
    let slotNames: Pinned<CaptureID>
    let classSets: Pinned<ClassSet>
    /// Bytes of all strings.
    let bytes: Pinned<UInt8>

    /// - Parameter numbers: of the test of each instruction.
    init(_ tables: Tables, _ classSets: [ClassSet], _ numbers: [UInt32]) {
        var contexts: [Context] = []
        var rules: [Runnable] = []
        junctions = tables.code.withUnsafeBufferPointer { code in
            numbers.withUnsafeBufferPointer { numbers in
                var builder = JunctionBuilder(code, numbers)
                rules = tables.rules.map { LinkedTables.link($0, tables, &builder, &contexts) }
                return builder.built
            }
        }
        self.rules = Pinned(rules)
        self.contexts = Pinned(contexts)
        slotNames = Pinned(tables.slotNames.map { CaptureID(rawValue: $0) })
        self.classSets = Pinned(classSets)
        bytes = Pinned(tables.bytes)
    }

    init(_ reader: inout LinkedReader) {
        rules = reader.table()
        contexts = reader.table()
        junctions = Junctions(&reader)
        slotNames = reader.table()
        classSets = reader.table()
        bytes = reader.table()
    }

    func write(_ writer: inout LinkedWriter) {
        writer.put(rules)
        writer.put(contexts)
        junctions.write(&writer)
        writer.put(slotNames)
        writer.put(classSets)
        writer.put(bytes)
    }

    /// Finds the junctions of a rule and sorts its contexts.
    private static func link(
        _ rule: Tables.RuleEntry, _ tables: Tables, _ builder: inout JunctionBuilder,
        _ contexts: inout [Context]
    ) -> Runnable {
        let range = rule.code.range
        let firstContext = contexts.count
        func add(areLeft: Bool) -> Range<Int32> {
            let first = Int32(contexts.count)
            for entry in tables.contexts[rule.contexts.range]
            where (entry.flags & Tables.ContextEntry.isLeft != 0) == areLeft {
                contexts.append(
                    Context(
                        entry: Int32(entry.entry),
                        junction: builder.add(entry: Int(entry.entry), isBackward: areLeft),
                        isNegative: entry.flags & Tables.ContextEntry.isNegative != 0))
            }
            return first..<Int32(contexts.count)
        }
        let junction = builder.add(entry: range.lowerBound, isBackward: false)
        let (left, right) = (add(areLeft: true), add(areLeft: false))
        let crosses = rule.flags & Tables.RuleEntry.crossesSentences != 0
        let hasSpanSlot = rule.spanSlot != Tables.RuleEntry.noSlot
        var runnable = Runnable(
            entry: Int32(range.lowerBound), junction: junction,
            memory: Int32(builder.giveCells()),
            firstSlot: Int32(rule.slots.start), slotCount: Int32(rule.slots.count),
            spanSlot: hasSpanSlot ? Int32(rule.spanSlot) : -1,
            leastAnchorOffset: Int32(clamping: rule.anchorLeast),
            mostAnchorOffset: Int32(clamping: rule.anchorMost),
            anchorPhrases: Int32(clamping: rule.anchorPhrases), left: left, right: right,
            boundaries: crosses ? .paragraphStart : [.paragraphStart, .sentenceStart],
            crossesParagraphs: tables.code[range].contains { $0.operation == .para },
            isAnchored: rule.anchors.count > 0 && rule.anchorMost + rule.anchorPhrases > 0)
        runnable.findHit(in: tables.code)
        let numbers = builder.finishRule()
        runnable.junction = numbers[Int(runnable.junction)]
        for place in firstContext..<contexts.count {
            contexts[place].junction = numbers[Int(contexts[place].junction)]
        }
        return runnable
    }
}

extension LinkedTables.Runnable {
    /// Sees whether the pattern is one hit.
    fileprivate mutating func findHit(in code: [Instruction]) {
        let steps = code[Int(entry)...].prefix(4).map(\.operation)
        let first = steps.first == .open ? 1 : 0
        guard steps.count == 4, steps[first] == .hit, !code[Int(entry) + first].isNegated else {
            return
        }
        if first == 0, steps[1] == .match {
            hitClasses = Int32(code[Int(entry)].a)
        } else if first == 1, steps[2] == .close, steps[3] == .match,
            code[Int(entry)].a == code[Int(entry) + 2].a
        {
            hitClasses = Int32(code[Int(entry) + 1].a)
            hitSlot = Int32(code[Int(entry)].a)
        }
    }
}
