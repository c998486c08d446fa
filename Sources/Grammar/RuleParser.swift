/// Reads a rule file into definitions and collects every mistake that it finds.
struct RuleParser {
    var reader: RuleReader
    var macros: [String: Pattern] = [:]
    private(set) var rules: [RuleDefinition] = []
    private(set) var errors: [GrammarError] = []
    private var current: RuleDefinition?

    init(_ source: RuleSource) { reader = RuleReader(source) }

    /// The rules of `source` and its mistakes.
    static func parse(_ source: RuleSource) -> (rules: [RuleDefinition], errors: [GrammarError]) {
        var parser = RuleParser(source)
        parser.file()
        return (parser.rules, parser.errors)
    }

    private mutating func file() {
        while reader.nextLine() {
            do throws(GrammarError) {
                try line()
            } catch {
                errors.append(error)
                reader.skipLine()
            }
        }
        finishRule()
        errors.sort {
            ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column)
        }
    }

    private mutating func line() throws(GrammarError) {
        let start = reader.position
        let isIndented = reader.indent > 0
        if !isIndented { finishRule() }
        let keyword = reader.takeName()
        reader.isContinued = keyword != "rule"
        reader.skip()
        switch (keyword, isIndented) {
        case ("rule", false): try rule(at: start)
        case ("macro", false): try macro()
        case (_, false):
            throw reader.error(
                "expected `rule` or `macro` at the start of a line without indentation", at: start)
        default:
            guard current != nil else {
                throw reader.error(
                    "expected `rule` or `macro` without indentation before this line", at: start)
            }
            try property(keyword, at: start)
        }
        reader.skip()
        guard reader.next == nil else {
            throw reader.error("expected the end of the line, found \(reader.nextDescription)")
        }
    }

    private mutating func rule(at start: SourcePosition) throws(GrammarError) {
        let position = reader.position
        let id = reader.takeName(extra: ".")
        // A rule whose id is bad still takes its lines, so that they are checked too.
        current = RuleDefinition(id: id, file: reader.file, position: start)
        guard !id.isEmpty, !id.hasPrefix("."), !id.hasSuffix("."), !id.contains("..") else {
            throw reader.error("expected an id such as `date.month-day`", at: position)
        }
        guard id.utf8.count <= Limits.id else {
            throw reader.error("an id of more than \(Limits.id) bytes", at: position)
        }
    }

    private mutating func macro() throws(GrammarError) {
        let start = reader.position
        let name = reader.takeName()
        guard !name.isEmpty else {
            throw reader.error("expected the name of the macro, found \(reader.nextDescription)")
        }
        guard !RuleParser.reserved.contains(name) else {
            throw reader.error("`\(name)` is a predicate; expected another name", at: start)
        }
        guard macros[name] == nil else {
            throw reader.error("the macro `\(name)` is already defined in this file", at: start)
        }
        reader.skip()
        guard reader.take("=") else {
            throw reader.error("expected `=`, found \(reader.nextDescription)")
        }
        // A macro that cannot be read is defined all the same: one mistake, one message.
        macros[name] = .token(.any)
        macros[name] = try wholePattern()
    }

    private mutating func property(_ keyword: String, at start: SourcePosition)
        throws(GrammarError)
    {
        switch keyword {
        case "pattern":
            let pattern = try wholePattern()
            current?.patterns.append(pattern)
        case "left", "right": try context(isLeft: keyword == "left", at: start)
        case "mark", "evidence": try action(keyword, at: start)
        case "example":
            let examples = try examples(haveSpans: true)
            current?.examples += examples
        case "counter":
            let examples = try examples(haveSpans: false)
            current?.counters += examples
        case "set": try constants()
        case "priority":
            guard current?.priority == nil else {
                throw reader.error("the rule already has a priority", at: start)
            }
            let position = reader.position
            let priority = try reader.integer(signed: true)
            guard Int32(exactly: priority) != nil else {
                throw reader.error("expected a 32-bit number", at: position)
            }
            current?.priority = priority
        case "across":
            guard reader.takeName() == "sentences" else {
                throw reader.error("expected `across sentences`", at: start)
            }
            current?.acrossSentences = true
        default:
            throw reader.error(
                "expected `pattern`, `left`, `right`, `mark`, `evidence`, `set`, `priority`, `across sentences`, `example` or `counter`",
                at: start)
        }
    }

    private mutating func context(isLeft: Bool, at start: SourcePosition) throws(GrammarError) {
        var ahead = reader
        let isNegative = ahead.takeName() == "not" && ahead.next != ":"
        if isNegative { reader = ahead }
        let pattern = try wholePattern()
        if let capture = pattern.captures.first {
            throw reader.error("a context cannot capture (`\(capture)`)", at: start)
        }
        current?.contexts.append(
            .init(isLeft: isLeft, isNegative: isNegative, pattern: pattern, position: start))
    }

    private mutating func action(_ keyword: String, at start: SourcePosition)
        throws(GrammarError)
    {
        guard current?.action == nil else {
            throw reader.error("the rule already has a `mark` or `evidence`", at: start)
        }
        let label = reader.takeName()
        guard !label.isEmpty else {
            throw reader.error("expected a label, found \(reader.nextDescription)")
        }
        reader.skip()
        let action: RuleDefinition.Action =
            keyword == "mark" ? .mark : .evidence(try reader.decimal())
        reader.skip()
        let capture = reader.takeName()
        current?.action = action
        current?.label = label
        current?.span = capture.isEmpty ? nil : capture
        current?.actionPosition = start
    }

    private mutating func constants() throws(GrammarError) {
        repeat {
            let start = reader.position
            let key = reader.takeName()
            guard !key.isEmpty, reader.take("=") else {
                throw reader.error("expected `key=value`", at: start)
            }
            let value =
                reader.next == "\""
                ? try reader.text("\"")
                : reader.takeWhile { $0 != " " && $0 != "\t" && $0 != "\r" }
            guard !value.isEmpty else {
                throw reader.error("expected a value for `\(key)`", at: start)
            }
            guard current?.constants.contains(where: { $0.key == key }) != true else {
                throw reader.error("`\(key)` is already set", at: start)
            }
            current?.constants.append(.init(key: key, value: value))
            reader.skip()
        } while reader.next != nil
    }

    /// Checks what only the whole rule can tell, and keeps it.
    private mutating func finishRule() {
        guard let rule = current else { return }
        current = nil
        func complain(_ message: String, _ position: SourcePosition) {
            errors.append(
                GrammarError(
                    file: rule.file, position: position, message: "rule `\(rule.id)`: \(message)"))
        }
        if rule.patterns.isEmpty { complain("expected a `pattern`", rule.position) }
        if rule.action == nil { complain("expected `mark` or `evidence`", rule.position) }
        if rule.examples.isEmpty { complain("expected at least one `example`", rule.position) }
        if rule.counters.isEmpty { complain("expected at least one `counter`", rule.position) }
        if let span = rule.span, let position = rule.actionPosition,
            !rule.patterns.flatMap(\.captures).contains(span)
        {
            complain("no capture `\(span)` in the pattern", position)
        }
        if rules.contains(where: { $0.id == rule.id }) {
            complain("the id is already taken in this file", rule.position)
        }
        rules.append(rule)
    }
}
