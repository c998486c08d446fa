import Lexicon
import Segmentation

/// Which rules can start at a token: by its text, by the classes of its hits and by how it is written.
struct StartIndex {
    private let byKey: KeyIndex
    private let byCategory: FlatLists

    init(_ tables: Tables, _ classSets: [ClassSet]) {
        var keys: [KeyIndex.Keys] = []
        var categories = Array(repeating: [UInt32](), count: TokenCategory.count)
        for (rule, entry) in tables.rules.enumerated() {
            var keysOfRule = KeyIndex.Keys()
            var categoriesOfRule = CategorySet.none
            for (test, allowed) in StartIndex.firstTests(
                of: tables.code, from: entry.code.range.lowerBound)
            {
                switch test.operation {
                case let operation where operation.isKey: keysOfRule.add(test, tables, classSets)
                case .category:
                    categoriesOfRule.formUnion(allowed.intersection(.init(bits: test.wide)))
                case .num, .digits, .ordinal, .decade:
                    categoriesOfRule.formUnion(allowed.intersection(.withDigit))
                case .prefix, .suffix:
                    let affix = CategorySet.holding(tables.string(test.a))
                    categoriesOfRule.formUnion(allowed.intersection(affix))
                default: categoriesOfRule.formUnion(allowed)
                }
            }
            keys.append(keysOfRule)
            for index in categories.indices
            where categoriesOfRule.bits >> UInt64(index) & 1 != 0 {
                categories[index].append(UInt32(rule))
            }
        }
        byKey = KeyIndex(keys)
        byCategory = FlatLists(categories)
    }

    /// Hands every rule that can start at a token to `body`, some of them more than once.
    @inline(__always)
    func forEachRule(at index: Int, _ text: MatchText, _ body: (Int) -> Void) {
        byCategory.forEach(Int(text.categories[index]), body)
        byKey.forEachRule(at: index, text, body)
    }

    /// The tests that can take the first token, and of which categories it can be when they are reached.
    private static func firstTests(of code: [Instruction], from entry: Int)
        -> [(Instruction, CategorySet)]
    {
        var reached: [Int: CategorySet] = [:]
        var waiting = [(entry, CategorySet.all)]
        while let (pc, allowed) = waiting.popLast() {
            var all = reached[pc] ?? .none
            all.formUnion(allowed)
            guard all != reached[pc] else { continue }
            reached[pc] = all
            let step = code[pc]
            switch step.operation {
            case .match: break
            case .fork: waiting += [(Int(step.a), all), (Int(step.b), all)]
            case .jump: waiting.append((Int(step.a), all))
            case .category where step.isNegated:
                let excluded = CategorySet(bits: step.wide)
                waiting.append((pc + 1, all.intersection(excluded.inverse)))
            case let operation where operation.takesTokens && !step.isNegated: break
            default: waiting.append((pc + 1, all))
            }
        }
        return reached.compactMap { pc, allowed in
            let step = code[pc]
            guard step.operation.takesTokens, !step.isNegated else { return nil }
            return (step, allowed)
        }
    }
}
