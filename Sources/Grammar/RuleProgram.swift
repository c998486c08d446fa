/// Compiled rules: flat tables that refer to each other by index.
///
/// Made by ``RuleCompiler`` or read back from bytes; immutable and shared by every thread.
/// Classes are still names; ``LinkedRules`` resolves them with a lexicon.
public final class RuleProgram: Sendable {
    let tables: Tables
    /// That of the bytes it was read from, if it was.
    let checksum: UInt64?

    init(_ tables: Tables, checksum: UInt64? = nil) {
        self.tables = tables
        self.checksum = checksum
    }

    /// The rules, in the order in which they were compiled.
    public var rules: [Rule] { tables.rules.indices.map { Rule(program: self, index: $0) } }

    /// The number of rules.
    public var count: Int { tables.rules.count }

    /// The rule at `index`.
    public func rule(at index: Int) -> Rule {
        precondition(tables.rules.indices.contains(index), "no such rule")
        return Rule(program: self, index: index)
    }

    /// The rule with this id.
    public func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

    /// The names of lexicon classes that the rules use, each once.
    public var classNames: [String] {
        var seen = Set<UInt32>()
        return tables.classNames.filter { seen.insert($0).inserted }.map(tables.string)
    }
}

/// What a program is made of. Every field is one or two words of 32 bits, so that the whole is one array of words.
struct Tables: Equatable {
    /// A range of entries of another table.
    struct Slice: Equatable {
        var start: UInt32 = 0
        var count: UInt32 = 0

        var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
    }

    struct RuleEntry: Equatable {
        var id: UInt32
        var label: UInt32
        var file: UInt32
        var line: UInt32
        var priority: Int32
        /// The weight if the rule is evidence.
        var weight: Double
        var flags: UInt32
        /// Slot of the capture that is the span, or `noSlot`.
        var spanSlot: UInt32
        var code: Slice
        /// Names of the captures, in ``slotNames``.
        var slots: Slice
        var contexts: Slice
        /// Of every match, one passes one of these tests, so many tokens after its start.
        var anchors: Slice
        /// The least offset; the most is ``anchorMost`` tokens and ``anchorPhrases`` hits.
        var anchorLeast: UInt32
        var anchorMost: UInt32
        var anchorPhrases: UInt32
        var constants: Slice
        var examples: Slice
        var counters: Slice

        static let isEvidence: UInt32 = 1
        static let crossesSentences: UInt32 = 2
        static let noSlot = UInt32.max
    }

    struct ContextEntry: Equatable {
        /// First instruction.
        var entry: UInt32
        var flags: UInt32

        static let isLeft: UInt32 = 1
        static let isNegative: UInt32 = 2
    }

    struct ExampleEntry: Equatable {
        var text: UInt32
        var line: UInt32
        var spans: Slice
    }

    struct ExactEntry: Equatable {
        var hash: UInt64
        var text: UInt32
    }

    var rules: [RuleEntry] = []
    var code: [Instruction] = []
    /// Tests by text or class.
    var anchors: [Instruction] = []
    var contexts: [ContextEntry] = []
    /// Name of a capture, by slot.
    var slotNames: [UInt32] = []
    /// Key and value.
    var constants: [Slice] = []
    var examples: [ExampleEntry] = []
    /// First byte and length.
    var spans: [Slice] = []
    var exact: [ExactEntry] = []
    /// Slices of ``exact``.
    var exactLists: [Slice] = []
    /// Slices of ``hashes``.
    var sets: [Slice] = []
    var hashes: [UInt64] = []
    /// Slices of ``classNames``.
    var classLists: [Slice] = []
    var classNames: [UInt32] = []
    /// Slices of ``bytes``.
    var strings: [Slice] = []
    var bytes: [UInt8] = []

    func string(_ index: UInt32) -> String {
        String(decoding: bytes[strings[Int(index)].range], as: UTF8.self)
    }

    /// Whether a string is `text`, which is ASCII.
    func isString(_ index: UInt32, _ text: String) -> Bool {
        let slice = strings[Int(index)]
        return Int(slice.count) == text.utf8.count && bytes[slice.range].elementsEqual(text.utf8)
    }
}
