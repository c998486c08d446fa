import Segmentation

/// Compiles rule files into a ``RuleProgram``.
public struct RuleCompiler {
    /// The tokens of a piece of text, as strings.
    public typealias Cut = (String) -> [String]

    private let cut: Cut
    private var tables = Tables()
    private var strings: [String: UInt32] = [:]
    private var errors: [GrammarError] = []
    private var ids: [String: String] = [:]

    /// - Parameter cut: cuts the quoted text of patterns into tokens, as the text that is matched will be cut.
    public init(cutting cut: @escaping Cut) { self.cut = cut }

    /// A compiler that cuts quoted text with ICU's word rules.
    public init(segmenter: Segmenter) {
        self.init { text in
            var buffer = TokenBuffer()
            segmenter.segment(text, into: &buffer)
            return buffer.tokens.indices.map { buffer.text(at: $0) }
        }
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
        if tables.code.count - start > Limits.code {
            complain(
                "rule `\(rule.id)`: the pattern is too large (repeats are written out when compiled)",
                rule, rule.position)
            tables.code.removeSubrange((start + 1)...)
        }
        appendEntry(
            rule, slots: slots, code: slice(from: start, to: tables.code.count),
            contexts: slice(from: contextStart, to: tables.contexts.count))
    }

    private mutating func appendEntry(
        _ rule: RuleDefinition, slots: [String], code: Tables.Slice, contexts: Tables.Slice
    ) {
        var flags: UInt32 = rule.acrossSentences ? Tables.RuleEntry.crossesSentences : 0
        var weight = 0.0
        if case .evidence(let value) = rule.action {
            flags |= Tables.RuleEntry.isEvidence
            weight = value
        }
        let slotStart = tables.slotNames.count
        for slot in slots { tables.slotNames.append(intern(slot)) }
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

    private func slice(from start: Int, to end: Int) -> Tables.Slice {
        Tables.Slice(start: UInt32(start), count: UInt32(end - start))
    }

    private mutating func intern(_ string: String) -> UInt32 {
        if let index = strings[string] { return index }
        let index = UInt32(tables.strings.count)
        let start = tables.bytes.count
        tables.bytes += Array(string.utf8)
        tables.strings.append(slice(from: start, to: tables.bytes.count))
        strings[string] = index
        return index
    }

    private mutating func complain(
        _ message: String, _ rule: RuleDefinition, _ position: SourcePosition
    ) {
        errors.append(GrammarError(file: rule.file, position: position, message: message))
    }
}

/// Patterns to instructions.
extension RuleCompiler {
    /// - Parameter backward: the pattern is matched from its last token to its first, as left contexts are.
    private mutating func emit(
        _ pattern: Pattern, _ rule: RuleDefinition, _ slots: [String], backward: Bool = false
    ) {
        // A rule that has grown too large is reported; there is no need to write it out to the end.
        guard tables.code.count - codeStart(of: rule) <= Limits.code else { return }
        switch pattern {
        case .text, .lexicon, .token: append(tests(of: pattern, rule, backward: backward))
        case .gap(let gap): tables.code.append(gap.instruction)
        case .not(let inner, let position): emitNegation(of: inner, rule, position)
        case .sequence(let parts):
            for part in backward ? parts.reversed() : parts {
                emit(part, rule, slots, backward: backward)
            }
        case .choice(let parts): emitChoice(parts[...], rule, slots, backward)
        case .repeated(let inner, let times):
            for _ in 0..<times.lowerBound { emit(inner, rule, slots, backward: backward) }
            var forks: [Int] = []
            for _ in 0..<times.count - 1 {
                forks.append(tables.code.count)
                tables.code.append(
                    Instruction(operation: .fork, a: UInt32(tables.code.count + 1)))
                emit(inner, rule, slots, backward: backward)
            }
            for fork in forks { tables.code[fork].b = UInt32(tables.code.count) }
        case .capture(let name, let inner):
            let slot = UInt32(slots.firstIndex(of: name) ?? 0)
            tables.code.append(Instruction(operation: .open, a: slot))
            emit(inner, rule, slots, backward: backward)
            tables.code.append(Instruction(operation: .close, a: slot))
        }
    }

    private mutating func emitChoice(
        _ parts: ArraySlice<Pattern>, _ rule: RuleDefinition, _ slots: [String], _ backward: Bool
    ) {
        var jumps: [Int] = []
        for (index, part) in zip(parts.indices, parts) {
            let fork = tables.code.count
            let isLast = index == parts.endIndex - 1
            if !isLast {
                tables.code.append(Instruction(operation: .fork, a: UInt32(fork + 1)))
            }
            emit(part, rule, slots, backward: backward)
            if !isLast {
                jumps.append(tables.code.count)
                tables.code.append(Instruction(operation: .jump))
                tables.code[fork].b = UInt32(tables.code.count)
            }
        }
        for jump in jumps { tables.code[jump].a = UInt32(tables.code.count) }
    }

    /// `not (a | b)`: neither holds here, and any token is taken.
    private mutating func emitNegation(
        of inner: Pattern, _ rule: RuleDefinition, _ position: SourcePosition
    ) {
        for part in inner.alternatives {
            var negated: [Instruction]
            switch part {
            case .text, .lexicon, .token: negated = tests(of: part, rule, backward: false)
            case .gap(let gap) where inner.isGap: negated = [gap.instruction]
            default: negated = []
            }
            guard negated.count == 1 else {
                complain(
                    "expected an element of one token, or a choice of such, after `not`", rule,
                    position)
                return
            }
            negated[0].isNegated = true
            append(negated)
        }
        if !inner.isGap { tables.code.append(Instruction(operation: .any)) }
    }

    /// The instructions of an element without parts.
    private mutating func tests(of pattern: Pattern, _ rule: RuleDefinition, backward: Bool)
        -> [Instruction]
    {
        switch pattern {
        case .token(let test):
            return [test.instruction { intern($0) }]
        case .lexicon(let names):
            let start = tables.classNames.count
            for name in names { tables.classNames.append(intern(name)) }
            tables.classLists.append(slice(from: start, to: tables.classNames.count))
            return [Instruction(operation: .hit, a: UInt32(tables.classLists.count - 1))]
        case .text(let text, let isExact, let position):
            let tokens = cut(text)
            if tokens.isEmpty { complain("the text holds no token", rule, position) }
            let instructions = tokens.map { token in
                let hash = TokenHash.of(token)
                guard isExact else {
                    return Instruction(
                        operation: .text, a: UInt32(truncatingIfNeeded: hash),
                        b: UInt32(truncatingIfNeeded: hash >> 32))
                }
                tables.exact.append(.init(hash: hash, text: intern(token)))
                return Instruction(operation: .exact, a: UInt32(tables.exact.count - 1))
            }
            return backward ? instructions.reversed() : instructions
        default:
            return []
        }
    }

    private mutating func append(_ instructions: [Instruction]) { tables.code += instructions }

    private func codeStart(of rule: RuleDefinition) -> Int {
        tables.rules.last.map { $0.code.range.upperBound } ?? 0
    }
}
