import Lexicon
import Segmentation

/// The tables of a program as the machine reads them: numbers that stay where they are.
struct LinkedTables: Sendable {
    /// What the matcher needs of a rule.
    struct Runnable {
        var entry: Int
        /// Memory cells of its code.
        var memory: Int
        var firstSlot: Int
        var slotCount: Int
        /// Slot of the capture that is the span; -1 for the whole match.
        var spanSlot: Int
        /// Flags of a token before which a match must stop.
        var boundaries: TokenFlags
        /// Whether it can ask for one and go on.
        var crossesParagraphs: Bool
        /// How many tokens after a start the anchor can be: at most so many, and the length of so many hits.
        var leastAnchorOffset: Int
        var mostAnchorOffset: Int
        var anchorPhrases: Int
        /// Whether the rule is tried only near an anchor; if not, its start says enough.
        var isAnchored: Bool
        var left: Range<Int>
        var right: Range<Int>
        /// The classes, if the pattern is one hit and no more; -1 if it is not. The slot it is captured in, or -1.
        var hitClasses = -1
        var hitSlot = -1
    }

    /// An instruction as the machine runs it.
    struct Step {
        var operation: Operation
        var gap: Instruction.Operation
        var isNegated: Bool
        /// Number of the memory cell of a step that can be reached in several ways.
        var memory = Step.noMemory
        /// Where to go on; the slot; the number of the test in ``TokenTests``.
        var a: UInt32
        /// Where else to go on; the set of classes of a hit.
        var b: UInt32
        /// The step that tests a token next, wherever this one leads; itself if that is not sure.
        var next: UInt32 = 0

        static let noMemory = UInt16.max

        enum Operation: UInt8 {
            case match, fork, jump, open, close, gap
            /// Takes a token that passes a test, or with `isNegated` asks that it fail.
            case test
            /// The same for a hit.
            case hit

            var isOfToken: Bool { self == .test || self == .hit }
        }

        init(_ step: Instruction, test: UInt32) {
            switch step.operation {
            case .match: operation = .match
            case .fork: operation = .fork
            case .jump: operation = .jump
            case .open: operation = .open
            case .close: operation = .close
            case .hit: operation = .hit
            case let other: operation = other.isGap ? .gap : .test
            }
            gap = step.operation
            isNegated = step.isNegated
            a = operation.isOfToken ? test : step.a
            b = operation == .hit ? step.a : step.b
        }
    }

    struct Context {
        var entry: Int
        var isNegative: Bool
    }

    let rules: Pinned<Runnable>
    let contexts: Pinned<Context>
    let code: Pinned<Step>
    /// Name of a capture, by slot.
    let slotNames: Pinned<CaptureID>
    let classSets: Pinned<ClassSet>
    /// Bytes of all strings.
    let bytes: Pinned<UInt8>

    /// - Parameter numbers: of the test of each instruction.
    init(_ tables: Tables, _ classSets: [ClassSet], _ numbers: [UInt32]) {
        var linked: (rules: [Runnable], contexts: [Context]) = ([], [])
        code = Pinned(count: tables.code.count) { code in
            for (pc, step) in tables.code.enumerated() {
                code.initializeElement(at: pc, to: Step(step, test: numbers[pc]))
            }
            LinkedTables.findNextTests(in: code)
            linked = LinkedTables.link(tables, code)
        }
        for rule in linked.rules.indices { linked.rules[rule].findHit(in: tables.code) }
        rules = Pinned(linked.rules)
        contexts = Pinned(linked.contexts)
        slotNames = Pinned(tables.slotNames.map { CaptureID(rawValue: $0) })
        self.classSets = Pinned(classSets)
        bytes = Pinned(tables.bytes)
    }

    private static func findNextTests(in code: UnsafeMutableBufferPointer<Step>) {
        for pc in code.indices.reversed() {
            var next = UInt32(pc)
            switch code[pc].operation {
            case .open, .close: next = code[pc + 1].next
            case .jump where code[pc].a > pc: next = code[Int(code[pc].a)].next
            default: break
            }
            code[pc].next = next
        }
    }

    /// Gives memory cells to the steps that can be reached in more than one way, or again, and sorts the contexts.
    private static func link(_ tables: Tables, _ steps: UnsafeMutableBufferPointer<Step>)
        -> (rules: [Runnable], contexts: [Context])
    {
        let code = tables.code
        var rules: [Runnable] = []
        var contexts: [Context] = []
        // Two are as good as many.
        var ways = Array(repeating: UInt8(0), count: code.count + 1)
        for rule in tables.rules {
            let range = rule.code.range
            var asksForParagraph = false
            func lead(to target: Int, _ count: UInt8) {
                ways[target] = min(ways[target] + count, 2)
            }
            func lead(from pc: Int, to target: Int) { lead(to: target, target > pc ? 1 : 2) }
            for pc in range {
                switch code[pc].operation {
                case .match: break
                case .fork:
                    lead(from: pc, to: Int(code[pc].a))
                    lead(from: pc, to: Int(code[pc].b))
                case .jump: lead(from: pc, to: Int(code[pc].a))
                // Hits of several lengths arrive at several tokens, from several tokens at one.
                case .hit: lead(to: pc + 1, 2)
                case .para:
                    asksForParagraph = true
                    lead(to: pc + 1, 1)
                default: lead(to: pc + 1, 1)
                }
            }
            var cells = 0
            for pc in range where ways[pc] > 1 {
                steps[pc].memory = UInt16(cells)
                cells += 1
            }
            func add(areLeft: Bool) -> Range<Int> {
                let first = contexts.count
                for entry in tables.contexts[rule.contexts.range]
                where (entry.flags & Tables.ContextEntry.isLeft != 0) == areLeft {
                    contexts.append(
                        Context(
                            entry: Int(entry.entry),
                            isNegative: entry.flags & Tables.ContextEntry.isNegative != 0))
                }
                return first..<contexts.count
            }
            let crosses = rule.flags & Tables.RuleEntry.crossesSentences != 0
            let hasSpanSlot = rule.spanSlot != Tables.RuleEntry.noSlot
            rules.append(
                Runnable(
                    entry: range.lowerBound, memory: cells,
                    firstSlot: rule.slots.range.lowerBound, slotCount: rule.slots.range.count,
                    spanSlot: hasSpanSlot ? Int(rule.spanSlot) : -1,
                    boundaries: crosses ? .paragraphStart : [.paragraphStart, .sentenceStart],
                    crossesParagraphs: asksForParagraph,
                    leastAnchorOffset: Int(rule.anchorLeast),
                    mostAnchorOffset: Int(rule.anchorMost),
                    anchorPhrases: Int(rule.anchorPhrases),
                    isAnchored: rule.anchors.count > 0 && rule.anchorMost + rule.anchorPhrases > 0,
                    left: add(areLeft: true), right: add(areLeft: false)))
        }
        return (rules, contexts)
    }
}

extension LinkedTables.Runnable {
    /// Sees whether the pattern is one hit.
    fileprivate mutating func findHit(in code: [Instruction]) {
        let steps = code[entry...].prefix(4).map(\.operation)
        let first = steps.first == .open ? 1 : 0
        guard steps.count == 4, steps[first] == .hit, !code[entry + first].isNegated else { return }
        if first == 0, steps[1] == .match {
            hitClasses = Int(code[entry].a)
        } else if first == 1, steps[2] == .close, steps[3] == .match,
            code[entry].a == code[entry + 2].a
        {
            hitClasses = Int(code[entry + 1].a)
            hitSlot = Int(code[entry].a)
        }
    }
}
