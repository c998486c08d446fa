import Lexicon
import Segmentation

/// A program whose class names are resolved: what a ``Matcher`` runs.
///
/// Made once per program and lexicon; immutable and shared by every thread.
public final class LinkedRules: Sendable {
    /// What the matcher needs of a rule, without strings.
    struct Runnable {
        var code: Range<Int>
        /// Memory cells of its code.
        var memory: Int
        var slots: Range<Int>
        var spanSlot: Int?
        /// Flags of a token before which a match must stop.
        var boundaries: TokenFlags
        var left: [Context]
        var right: [Context]
    }

    struct Context {
        var entry: Int
        var isNegative: Bool
    }

    /// A class that the rules name and the lexicon does not have.
    public struct UnknownClass: Hashable, Sendable {
        public let name: String
        /// Ids of the rules that name it.
        public let rules: [String]
    }

    public let program: RuleProgram
    /// The rules by ``RuleMatch/rule``.
    public let rules: [Rule]
    /// Classes that no phrase can have: their elements never match.
    public let unknownClasses: [UnknownClass]

    let code: [Instruction]
    let runnables: [Runnable]
    let classSets: [ClassSet]
    /// The folded hash and the bytes of exact texts.
    let exact: [(hash: UInt64, bytes: [UInt8])]
    /// The bytes of all strings that `prefix` and `suffix` refer to; others are empty.
    let affixes: [[UInt8]]
    let index: StartIndex
    private let captureIDs: [String: CaptureID]

    /// Resolves the class names of `program` with `lexicon`.
    public convenience init(_ program: RuleProgram, lexicon: Lexicon) {
        self.init(program) { lexicon.classes(matching: $0) }
    }

    /// Resolves the class names of `program` with `classes`, which gives a class and all below it.
    public init(_ program: RuleProgram, resolving classes: (String) -> ClassSet) {
        let tables = program.tables
        var resolved: [UInt32: ClassSet] = [:]
        for name in tables.classNames where resolved[name] == nil {
            resolved[name] = classes(tables.string(name))
        }
        let classSets = tables.classLists.map { list in
            tables.classNames[list.range].reduce(into: ClassSet()) {
                $0.formUnion(resolved[$1] ?? ClassSet())
            }
        }
        self.program = program
        self.classSets = classSets
        rules = program.rules
        exact = tables.exact.map { ($0.hash, Array(tables.string($0.text).utf8)) }
        var affixes = Array(repeating: [UInt8](), count: tables.strings.count)
        for step in tables.code where step.operation == .prefix || step.operation == .suffix {
            affixes[Int(step.a)] = Array(tables.string(step.a).utf8)
        }
        self.affixes = affixes
        (code, runnables) = LinkedRules.link(tables)
        index = StartIndex(
            code: code, entries: runnables.map(\.code.lowerBound), exactHashes: exact.map(\.hash),
            classSets: classSets)
        captureIDs = Dictionary(
            tables.slotNames.map { (tables.string($0), CaptureID(rawValue: $0)) },
            uniquingKeysWith: { first, _ in first })
        unknownClasses = resolved.filter(\.value.isEmpty).map { name, _ in
            let users = program.rules.filter { LinkedRules.uses(name, $0, tables) }
            return UnknownClass(name: tables.string(name), rules: users.map(\.id))
        }.sorted { $0.name < $1.name }
    }

    /// The number by which captures of this name are found fastest; nil if no rule has one.
    public func captureID(_ name: String) -> CaptureID? { captureIDs[name] }

    private static func uses(_ name: UInt32, _ rule: Rule, _ tables: Tables) -> Bool {
        tables.code[tables.rules[rule.index].code.range].contains { step in
            step.operation == .hit
                && tables.classNames[tables.classLists[Int(step.a)].range].contains(name)
        }
    }

    /// Gives memory cells to the instructions that can be reached in more than one way.
    private static func link(_ tables: Tables) -> ([Instruction], [Runnable]) {
        var code = tables.code
        var runnables: [Runnable] = []
        for rule in tables.rules {
            let range = rule.code.range
            var shared = Set<Int>()
            for pc in range {
                switch code[pc].operation {
                case .fork:
                    shared.insert(Int(code[pc].a))
                    shared.insert(Int(code[pc].b))
                case .jump: shared.insert(Int(code[pc].a))
                // Hits of several lengths arrive at several tokens, from several tokens at one.
                case .hit: shared.insert(pc + 1)
                default: break
                }
            }
            for (cell, pc) in shared.sorted().enumerated() where range.contains(pc) {
                code[pc].memory = UInt16(cell)
            }
            let contexts = tables.contexts[rule.contexts.range]
            func side(areLeft: Bool) -> [Context] {
                contexts.filter { ($0.flags & Tables.ContextEntry.isLeft != 0) == areLeft }.map {
                    Context(
                        entry: Int($0.entry),
                        isNegative: $0.flags & Tables.ContextEntry.isNegative != 0)
                }
            }
            let crosses = rule.flags & Tables.RuleEntry.crossesSentences != 0
            runnables.append(
                Runnable(
                    code: range, memory: shared.count, slots: rule.slots.range,
                    spanSlot: rule.spanSlot == Tables.RuleEntry.noSlot ? nil : Int(rule.spanSlot),
                    boundaries: crosses ? .paragraphStart : [.paragraphStart, .sentenceStart],
                    left: side(areLeft: true), right: side(areLeft: false)))
        }
        return (code, runnables)
    }
}
