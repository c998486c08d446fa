import Lexicon
import Segmentation

/// A program whose class names are resolved: what a ``Matcher`` runs.
///
/// Made once per program and lexicon; immutable and shared by every thread.
public final class LinkedRules: Sendable {
    /// A class that the rules name and the lexicon does not have.
    public struct UnknownClass: Hashable, Sendable {
        /// Its dotted name, as the rules have it.
        public let name: String
        /// Ids of the rules that name it.
        public let rules: [String]
    }

    /// What was linked.
    public let program: RuleProgram
    /// The rules by ``RuleMatch/rule``.
    public let rules: [Rule]
    /// Classes that no phrase can have: their elements never match.
    public let unknownClasses: [UnknownClass]

    let tables: LinkedTables
    let tests: TokenTests
    let starting: StartMasks
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
        let (tests, numbers) = Instruction.numberTests(tables.code, tables.anchors)
        let linked = LinkedTables(tables, classSets, numbers)
        self.program = program
        self.tables = linked
        rules = program.rules
        self.tests = TokenTests(tests, tables, classSets)
        starting = StartMasks(tables, linked, tests, numbers, classSets)
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

    /// The rules of which something holds, for whoever asks it of many matches: `rules.all(where: { $0.label == "DATE" })`.
    public func all(where holds: (Rule) throws -> Bool) rethrows -> RuleSet {
        RuleSet(members: try rules.map(holds))
    }

    private static func uses(_ name: UInt32, _ rule: Rule, _ tables: Tables) -> Bool {
        tables.code[tables.rules[rule.index].code.range].contains { step in
            step.operation == .hit
                && tables.classNames[tables.classLists[Int(step.a)].range].contains(name)
        }
    }
}

/// A set of rules of one program, by their numbers.
public struct RuleSet: Sendable, Hashable {
    @usableFromInline let members: [Bool]

    /// Whether the rule of a match is in the set.
    @inlinable public func contains(_ match: RuleMatch) -> Bool { contains(rule: match.rule) }

    /// Whether the rule with this number is in the set.
    @inlinable public func contains(rule number: Int) -> Bool { members[number] }
}
