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
    /// Keeps what lies in it.
    private let image: LexiconImage?

    /// Resolves the class names of `program` with `lexicon`.
    public convenience init(_ program: RuleProgram, lexicon: Lexicon) {
        // Further images may add classes.
        if lexicon.images.count == 1,
            var reader = LinkedSection.reader(lexicon.images[0], program)
        {
            self.init(program, LinkedParts(&reader), lexicon.images[0])
        } else {
            self.init(program) { lexicon.classes(matching: $0) }
        }
    }

    /// Resolves the class names of `program` with `classes`, which gives a class and all below it.
    public convenience init(_ program: RuleProgram, resolving classes: (String) -> ClassSet) {
        self.init(program, LinkedParts(program.tables, resolving: classes), nil)
    }

    private init(_ program: RuleProgram, _ parts: LinkedParts, _ image: LexiconImage?) {
        let tables = program.tables
        self.program = program
        self.image = image
        self.tables = parts.tables
        tests = parts.tests
        starting = parts.starting
        rules = program.rules
        captureIDs = Dictionary(
            uniqueKeysWithValues: Set(tables.slotNames).map {
                (tables.string($0), CaptureID(rawValue: $0))
            })
        unknownClasses = parts.unknownClasses.elements.map { name in
            let users = program.rules.filter { LinkedRules.uses(name, $0, tables) }
            return UnknownClass(name: tables.string(name), rules: users.map(\.id))
        }.sorted { $0.name < $1.name }
    }

    /// The bytes of ``ImageSection/linkedRules`` for the image whose rules are the bytes of `program`.
    ///
    /// - Parameter classNames: the classes of the image, by their numbers.
    public static func section(
        _ program: [UInt8], classNames: [String]
    ) throws(ProgramError) -> [UInt8] {
        let program = try RuleProgram(bytes: program)
        let named = ClassSet.named(classNames)
        let parts = LinkedParts(program.tables) { named[$0] ?? ClassSet() }
        let classes = classNames.flatMap { (name: String) -> [UInt8] in Array(name.utf8) + [0] }
        let mark = classes.withUnsafeBytes {
            LinkedSection.mark(program.checksum ?? 0, classes: $0)
        }
        var writer = LinkedWriter(mark: mark)
        parts.write(&writer)
        return writer.bytes
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

/// What linking works out.
private struct LinkedParts {
    let tables: LinkedTables
    let tests: TokenTests
    let starting: StartMasks
    /// The names of classes that no phrase can have.
    let unknownClasses: Pinned<UInt32>

    init(_ tables: Tables, resolving classes: (String) -> ClassSet) {
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
        self.tables = LinkedTables(tables, classSets, numbers)
        self.tests = TokenTests(tests, tables, classSets)
        starting = StartMasks(tables, self.tables, tests, numbers, classSets)
        unknownClasses = Pinned(resolved.filter(\.value.isEmpty).keys.sorted())
    }

    init(_ reader: inout LinkedReader) {
        tables = LinkedTables(&reader)
        tests = TokenTests(&reader)
        starting = StartMasks(&reader)
        unknownClasses = reader.table()
    }

    func write(_ writer: inout LinkedWriter) {
        tables.write(&writer)
        tests.write(&writer)
        starting.write(&writer)
        writer.put(unknownClasses)
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
