import Segmentation

/// Compiles rule files into a ``RuleProgram``.
public struct RuleCompiler {
    /// The tokens of a piece of text, as strings.
    public typealias Cut = (String) -> [String]

    let cut: Cut
    let commonness: Commonness
    var tables = Tables()
    var strings: [String: UInt32] = [:]
    private var errors: [GrammarError] = []
    private var ids: [String: String] = [:]
    /// Numbers of class lists, of sets of hashes and of lists of exact texts, so that each is written once.
    var classLists: [[String]: UInt32] = [:]
    var sets: [[UInt64]: UInt32] = [:]
    var exactLists: [[String]: UInt32] = [:]

    /// - Parameters:
    ///   - cut: cuts the quoted text of patterns into tokens, as the text that is matched will be cut.
    ///   - commonness: what is known of how often words are met.
    public init(cutting cut: @escaping Cut, commonness: Commonness = Commonness()) {
        self.cut = cut
        self.commonness = commonness
    }

    /// A compiler that cuts quoted text with ICU's word rules.
    public init(segmenter: Segmenter, commonness: Commonness = Commonness()) {
        let cut: Cut = { text in
            var buffer = TokenBuffer()
            // The possessive is a token of its own only behind a word.
            let isClitic = text.lowercased() == "'s" || text.lowercased() == "’s"
            segmenter.segment(isClitic ? "x" + text : text, into: &buffer)
            return buffer.tokens.indices.dropFirst(isClitic ? 1 : 0).map { buffer.text(at: $0) }
        }
        self.init(cutting: cut, commonness: commonness)
    }

    /// Compiles `sources` together; ids are unique over all of them.
    ///
    /// - Throws: ``GrammarErrors`` with every mistake of every file.
    public func compile(_ sources: [RuleSource]) throws(GrammarErrors) -> RuleProgram {
        var compiler = self
        for source in sources {
            let (rules, errors) = RuleParser.parse(source)
            compiler.errors += errors
            for rule in rules { compiler.add(rule) }
        }
        guard compiler.errors.isEmpty else { throw GrammarErrors(compiler.errors) }
        return RuleProgram(compiler.tables)
    }

    private mutating func add(_ rule: RuleDefinition) {
        if let file = ids.updateValue(rule.file, forKey: rule.id), file != rule.file {
            complain("rule `\(rule.id)`: the id is already taken in \(file)", rule, rule.position)
        }
        var seen = Set<String>()
        let slots = rule.patterns.flatMap(\.captures).filter { seen.insert($0).inserted }
        let body = Pattern.choice(rule.patterns)
        for pattern in rule.patterns where pattern.leastWidth == 0 {
            complain(
                "rule `\(rule.id)`: the pattern can match no token at all", rule, rule.position)
        }

        let start = tables.code.count
        emit(body, rule, slots)
        tables.code.append(Instruction(operation: .match))
        let contextStart = tables.contexts.count
        for context in rule.contexts {
            var flags: UInt32 = context.isLeft ? Tables.ContextEntry.isLeft : 0
            if context.isNegative { flags |= Tables.ContextEntry.isNegative }
            tables.contexts.append(.init(entry: UInt32(tables.code.count), flags: flags))
            emit(context.pattern, rule, [], backward: context.isLeft)
            tables.code.append(Instruction(operation: .match))
        }
        let anchor = anchor(of: body)
        if tables.code.count - start > Limits.code {
            complain(
                "rule `\(rule.id)`: the pattern is too large (repeats are written out when compiled)",
                rule, rule.position)
            tables.code.removeSubrange((start + 1)...)
        }
        appendEntry(
            rule, slots: slots, code: slice(from: start, to: tables.code.count),
            contexts: slice(from: contextStart, to: tables.contexts.count), anchor: anchor)
    }

    private mutating func appendEntry(
        _ rule: RuleDefinition, slots: [String], code: Tables.Slice, contexts: Tables.Slice,
        anchor: Anchor?
    ) {
        var flags: UInt32 = rule.acrossSentences ? Tables.RuleEntry.crossesSentences : 0
        var weight = 0.0
        if case .evidence(let value) = rule.action {
            flags |= Tables.RuleEntry.isEvidence
            weight = value
        }
        let slotStart = tables.slotNames.count
        for slot in slots { tables.slotNames.append(intern(slot)) }
        let anchorStart = tables.anchors.count
        tables.anchors += anchor?.tests ?? []
        let constantStart = tables.constants.count
        for constant in rule.constants {
            tables.constants.append(
                .init(start: intern(constant.key), count: intern(constant.value)))
        }
        tables.rules.append(
            Tables.RuleEntry(
                id: intern(rule.id), label: intern(rule.label), file: intern(rule.file),
                line: UInt32(rule.position.line), priority: Int32(rule.priority ?? 0),
                weight: weight, flags: flags,
                spanSlot: rule.span.flatMap(slots.firstIndex).map { UInt32($0) }
                    ?? Tables.RuleEntry.noSlot,
                code: code, slots: slice(from: slotStart, to: tables.slotNames.count),
                contexts: contexts,
                anchors: slice(from: anchorStart, to: tables.anchors.count),
                anchorLeast: UInt32(anchor?.offset.least ?? 0),
                anchorMost: UInt32(anchor?.offset.most ?? 0),
                anchorPhrases: UInt32(anchor?.offset.phrases ?? 0),
                constants: slice(from: constantStart, to: tables.constants.count),
                examples: appendExamples(rule.examples),
                counters: appendExamples(rule.counters)))
    }

    private mutating func appendExamples(_ examples: [Rule.Example]) -> Tables.Slice {
        let start = tables.examples.count
        for example in examples {
            let spanStart = tables.spans.count
            for span in example.spans {
                tables.spans.append(slice(from: span.lowerBound, to: span.upperBound))
            }
            tables.examples.append(
                .init(
                    text: intern(example.text), line: UInt32(example.line),
                    spans: slice(from: spanStart, to: tables.spans.count)))
        }
        return slice(from: start, to: tables.examples.count)
    }

    func slice(from start: Int, to end: Int) -> Tables.Slice {
        Tables.Slice(start: UInt32(start), count: UInt32(end - start))
    }

    mutating func intern(_ string: String) -> UInt32 {
        if let index = strings[string] { return index }
        let index = UInt32(tables.strings.count)
        let start = tables.bytes.count
        tables.bytes += Array(string.utf8)
        tables.strings.append(slice(from: start, to: tables.bytes.count))
        strings[string] = index
        return index
    }

    mutating func complain(
        _ message: String, _ rule: RuleDefinition, _ position: SourcePosition
    ) {
        errors.append(GrammarError(file: rule.file, position: position, message: message))
    }
}
