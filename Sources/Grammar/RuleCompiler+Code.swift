import Segmentation

/// Patterns to instructions.
extension RuleCompiler {
    /// - Parameter backward: the pattern is matched from its last token to its first, as left contexts are.
    mutating func emit(
        _ pattern: Pattern, _ rule: RuleDefinition, _ slots: [String], backward: Bool = false
    ) {
        // A rule that has grown too large is reported; there is no need to write it out to the end.
        guard tables.code.count - codeStart <= Limits.code else { return }
        switch pattern {
        case .text, .lexicon, .token: tables.code += tests(of: pattern, rule, backward: backward)
        case .gap(let gap): tables.code.append(gap.instruction)
        case .not(let inner, let position): emitNegation(of: inner, rule, position)
        case .sequence(let parts):
            for part in backward ? parts.reversed() : parts {
                emit(part, rule, slots, backward: backward)
            }
        case .choice(let parts): emitChoice(parts, rule, slots, backward)
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
        _ parts: [Pattern], _ rule: RuleDefinition, _ slots: [String], _ backward: Bool
    ) {
        // Neighbours that take one token each become one test; the order of preference stays.
        var groups: [(tests: OneToken, other: Pattern?)] = []
        for part in Pattern.choice(parts).alternatives {
            if groups.last.map({ $0.other == nil }) != true { groups.append((OneToken(), nil)) }
            if !gather(part, in: &groups[groups.count - 1].tests) {
                groups[groups.count - 1].other = part
            }
        }
        var choices: [(inout RuleCompiler) -> Void] = []
        for group in groups {
            for test in tests(of: group.tests) { choices.append { $0.tables.code.append(test) } }
            if let other = group.other {
                choices.append { $0.emit(other, rule, slots, backward: backward) }
            }
        }
        var jumps: [Int] = []
        for (index, choice) in choices.enumerated() {
            let fork = tables.code.count
            let isLast = index == choices.count - 1
            if !isLast {
                tables.code.append(Instruction(operation: .fork, a: UInt32(fork + 1)))
            }
            choice(&self)
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
        var gathered = OneToken()
        var others: [Instruction] = []
        for part in inner.alternatives where !gather(part, in: &gathered) {
            let tests: [Instruction]
            switch part {
            case .text, .lexicon, .token: tests = self.tests(of: part, rule, backward: false)
            case .gap(let gap) where inner.isGap: tests = [gap.instruction]
            default: tests = []
            }
            guard tests.count == 1 else {
                complain(
                    "expected an element of one token, or a choice of such, after `not`", rule,
                    position)
                return
            }
            others += tests
        }
        // Categories that are excluded need no test of their own where nothing else is asked.
        let excluded = gathered.categories
        if gathered.words.isEmpty, gathered.exact.isEmpty, others.isEmpty {
            gathered.categories = .none
        }
        for var test in tests(of: gathered) + others {
            test.isNegated = true
            tables.code.append(test)
        }
        if !inner.isGap {
            tables.code.append(Instruction(operation: .category, wide: excluded.inverse.bits))
        }
    }

    /// The instructions of an element without parts.
    mutating func tests(of pattern: Pattern, _ rule: RuleDefinition?, backward: Bool)
        -> [Instruction]
    {
        switch pattern {
        case .token(let test):
            return [test.instruction { intern($0) }]
        case .lexicon(let names):
            return [Instruction(operation: .hit, a: classList(names))]
        case .text(let text, let isExact, let position):
            let tokens = cut(text)
            if let rule, tokens.isEmpty { complain("the text holds no token", rule, position) }
            let instructions = tokens.map { token in
                isExact
                    ? Instruction(operation: .exact, a: exactList([token]))
                    : Instruction(operation: .text, wide: TokenHash.of(token))
            }
            return backward ? instructions.reversed() : instructions
        default:
            return []
        }
    }

    /// What can be asked of one token at once.
    private struct OneToken {
        var categories = CategorySet.none
        var words = Set<UInt64>()
        var exact = Set<String>()
    }

    /// Adds an element that takes one token by its category or text; false if it is another.
    private func gather(_ pattern: Pattern, in tests: inout OneToken) -> Bool {
        switch pattern {
        case .token(let test):
            guard let categories = CategorySet(test) else { return false }
            tests.categories.formUnion(categories)
        case .text(let text, let isExact, _):
            let tokens = cut(text)
            guard tokens.count == 1 else { return false }
            if isExact {
                tests.exact.insert(tokens[0])
            } else {
                tests.words.insert(TokenHash.of(tokens[0]))
            }
        default: return false
        }
        return true
    }

    /// The cheapest first.
    private mutating func tests(of gathered: OneToken) -> [Instruction] {
        var tests: [Instruction] = []
        if gathered.categories != .none {
            tests.append(Instruction(operation: .category, wide: gathered.categories.bits))
        }
        let hashes = gathered.words.sorted()
        if hashes.count == 1 {
            tests.append(Instruction(operation: .text, wide: hashes[0]))
        } else if !hashes.isEmpty {
            tests.append(Instruction(operation: .textSet, a: textSet(hashes)))
        }
        if !gathered.exact.isEmpty {
            tests.append(Instruction(operation: .exact, a: exactList(gathered.exact.sorted())))
        }
        return tests
    }

    private mutating func textSet(_ hashes: [UInt64]) -> UInt32 {
        if let set = sets[hashes] { return set }
        let set = UInt32(tables.sets.count)
        let start = tables.hashes.count
        tables.hashes += hashes
        tables.sets.append(slice(from: start, to: tables.hashes.count))
        sets[hashes] = set
        return set
    }

    private mutating func classList(_ names: [String]) -> UInt32 {
        let names = Set(names).sorted()
        if let list = classLists[names] { return list }
        let list = UInt32(tables.classLists.count)
        let start = tables.classNames.count
        for name in names { tables.classNames.append(intern(name)) }
        tables.classLists.append(slice(from: start, to: tables.classNames.count))
        classLists[names] = list
        return list
    }

    private mutating func exactList(_ tokens: [String]) -> UInt32 {
        if let list = exactLists[tokens] { return list }
        let list = UInt32(tables.exactLists.count)
        let start = tables.exact.count
        for token in tokens {
            tables.exact.append(.init(hash: TokenHash.of(token), text: intern(token)))
        }
        tables.exactLists.append(slice(from: start, to: tables.exact.count))
        exactLists[tokens] = list
        return list
    }

    private var codeStart: Int { tables.rules.last.map { $0.code.range.upperBound } ?? 0 }
}
