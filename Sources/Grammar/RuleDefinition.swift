/// A rule file: its name, for messages, and its text.
public struct RuleSource: Sendable {
    /// What errors and proofs call it.
    public var file: String
    /// The rules; ``Rule`` describes their language.
    public var text: String

    /// The text of a file.
    public init(file: String, text: String) {
        self.file = file
        self.text = text
    }
}

/// One rule as parsed.
struct RuleDefinition: Equatable {
    enum Action: Equatable {
        case mark
        case evidence(Double)
    }

    struct Context: Equatable {
        var isLeft: Bool
        var isNegative: Bool
        var pattern: Pattern
        var position: SourcePosition
    }

    var id: String
    var file: String
    var position: SourcePosition
    var patterns: [Pattern] = []
    var contexts: [Context] = []
    var action: Action?
    var label = ""
    /// The capture that is marked; the whole match when nil.
    var span: String?
    var actionPosition: SourcePosition?
    var constants: [Rule.Constant] = []
    var priority: Int?
    var acrossSentences = false
    var examples: [Rule.Example] = []
    var counters: [Rule.Example] = []
}
