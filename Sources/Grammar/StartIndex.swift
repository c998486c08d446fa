import Lexicon
import Segmentation

/// Which rules can start at a token: by its text, by how it is written and by the classes of its hits.
struct StartIndex {
    /// Rules by number, key after key.
    private struct Lists {
        var offsets: [UInt32] = []
        var rules: [UInt32] = []

        init(_ lists: [[UInt32]]) {
            for list in lists {
                offsets.append(UInt32(rules.count))
                rules += list
            }
            offsets.append(UInt32(rules.count))
        }

        func range(_ key: Int) -> Range<Int> { Int(offsets[key])..<Int(offsets[key + 1]) }
    }

    private let byCategory: Lists
    private let byClass: Lists
    private let byText: Lists
    /// All classes with which a rule can start.
    private let classes: ClassSet
    private let classList: [ClassID]
    /// Open addressing; the key 0 is an empty place, and a text whose hash is 0 is looked up in vain.
    private let keys: [UInt64]
    private let values: [UInt32]

    init(
        code: [Instruction], entries: [Int], exactHashes: [UInt64], classSets: [ClassSet]
    ) {
        var categories = Array(repeating: [UInt32](), count: TokenCategory.count)
        var classLists = Array(repeating: [UInt32](), count: ClassSet.capacity)
        var texts: [UInt64: [UInt32]] = [:]
        var classes = ClassSet()
        for (rule, entry) in entries.enumerated() {
            var textsOfRule = Set<UInt64>()
            var classesOfRule = ClassSet()
            var categoriesOfRule = Set<Int>()
            for pc in StartIndex.firstTokens(of: code, from: entry) {
                let step = code[pc]
                switch step.operation {
                case .text: textsOfRule.insert(UInt64(step.b) << 32 | UInt64(step.a))
                case .exact: textsOfRule.insert(exactHashes[Int(step.a)])
                case .hit: classesOfRule.formUnion(classSets[Int(step.a)])
                default:
                    categoriesOfRule.formUnion(
                        TokenCategory.all.filter { $0.mayMatch(step.operation) }.map(\.index))
                }
            }
            for text in textsOfRule { texts[text, default: []].append(UInt32(rule)) }
            for id in classesOfRule.members { classLists[Int(id.rawValue)].append(UInt32(rule)) }
            for category in categoriesOfRule { categories[category].append(UInt32(rule)) }
            classes.formUnion(classesOfRule)
        }
        byCategory = Lists(categories)
        byClass = Lists(classLists)
        self.classes = classes
        classList = classes.members

        var capacity = 16
        while capacity < texts.count * 2 { capacity *= 2 }
        var keys = Array(repeating: UInt64(0), count: capacity)
        var values = Array(repeating: UInt32(0), count: capacity)
        let sorted = texts.sorted { $0.key < $1.key }
        for (number, text) in sorted.enumerated() where text.key != 0 {
            var place = Int(truncatingIfNeeded: text.key) & (capacity - 1)
            while keys[place] != 0 { place = (place + 1) & (capacity - 1) }
            keys[place] = text.key
            values[place] = UInt32(number)
        }
        self.keys = keys
        self.values = values
        byText = Lists(sorted.map(\.value))
    }

    /// Hands every rule that can start at a token to `body`, some of them more than once.
    @inline(__always)
    func forEachRule(at token: Token, hits: ArraySlice<Hit>, _ body: (Int) -> Void) {
        for place in byCategory.range(TokenCategory(token).index) {
            body(Int(byCategory.rules[place]))
        }
        var slot = Int(truncatingIfNeeded: token.hash) & (keys.count - 1)
        while keys[slot] != 0 {
            if keys[slot] == token.hash {
                for place in byText.range(Int(values[slot])) { body(Int(byText.rules[place])) }
                break
            }
            slot = (slot + 1) & (keys.count - 1)
        }
        for hit in hits where !hit.classes.isDisjoint(with: classes) {
            for id in classList where hit.classes.contains(id) {
                for place in byClass.range(Int(id.rawValue)) { body(Int(byClass.rules[place])) }
            }
        }
    }

    /// The instructions that can take the first token.
    private static func firstTokens(of code: [Instruction], from entry: Int) -> [Int] {
        var seen = Set<Int>()
        var first: [Int] = []
        var waiting = [entry]
        while let pc = waiting.popLast() {
            guard seen.insert(pc).inserted else { continue }
            let step = code[pc]
            switch step.operation {
            case .match: break
            case .fork: waiting += [Int(step.a), Int(step.b)]
            case .jump: waiting.append(Int(step.a))
            case let operation where operation.takesTokens && !step.isNegated: first.append(pc)
            default: waiting.append(pc + 1)
            }
        }
        return first
    }
}

/// What can be told of a token without its text.
struct TokenCategory {
    var kind: TokenKind
    var shape: TokenShape
    var hasDigit: Bool

    init(_ token: Token) {
        kind = token.kind
        shape = token.shape
        hasDigit = token.flags.contains(.hasDigit)
    }

    private init?(index: Int) {
        guard let kind = TokenKind(rawValue: UInt8(index / 12)),
            let shape = TokenShape(rawValue: UInt8(index / 2 % 6))
        else { return nil }
        self.kind = kind
        self.shape = shape
        hasDigit = index % 2 == 1
    }

    static let count = 60
    static var all: [TokenCategory] { (0..<count).compactMap(TokenCategory.init(index:)) }

    var index: Int { (Int(kind.rawValue) * 6 + Int(shape.rawValue)) * 2 + (hasDigit ? 1 : 0) }

    /// Whether a token of the category can pass the test.
    func mayMatch(_ operation: Instruction.Operation) -> Bool {
        switch operation {
        case .word: return kind != .symbol && kind != .number
        case .number: return kind == .number
        case .punct: return kind == .symbol
        case .cap: return shape.startsWithCapital
        case .upper: return shape == .upper
        case .lower: return shape == .lower
        case .initial: return shape == .initial
        case .capitalized: return shape == .capitalized
        case .mixed: return shape == .mixed
        case .num, .digits, .ordinal, .decade: return hasDigit
        default: return true
        }
    }
}
