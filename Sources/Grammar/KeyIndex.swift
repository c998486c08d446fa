import Lexicon

/// Numbers by key: one flat list after another.
struct FlatLists {
    private var offsets: [UInt32] = [0]
    private var values: [UInt32] = []

    init(_ lists: [[UInt32]]) {
        for list in lists {
            values += list
            offsets.append(UInt32(values.count))
        }
    }

    @inline(__always)
    func forEach(_ key: Int, _ body: (Int) -> Void) {
        for place in Int(offsets[key])..<Int(offsets[key + 1]) { body(Int(values[place])) }
    }
}

/// Rules by the texts and the classes of the tokens that they need.
struct KeyIndex {
    private let byClass: FlatLists
    private let byText: FlatLists
    /// All classes that are keys.
    private let classes: ClassSet
    private let classList: [ClassID]
    /// Open addressing; 0 is an empty place, so a text whose hash is 0 is never found.
    private let keys: [UInt64]
    private let values: [UInt32]

    /// What one rule is found by.
    struct Keys {
        var texts = Set<UInt64>()
        var classes = ClassSet()

        /// Adds what a test by text or class asks for.
        mutating func add(_ test: Instruction, _ tables: Tables, _ classSets: [ClassSet]) {
            switch test.operation {
            case .text: texts.insert(test.wide)
            case .textSet: texts.formUnion(tables.hashes[tables.sets[Int(test.a)].range])
            case .exact:
                texts.formUnion(tables.exact[tables.exactLists[Int(test.a)].range].map(\.hash))
            default: classes.formUnion(classSets[Int(test.a)])
            }
        }
    }

    /// - Parameter keys: those of each rule.
    init(_ keysOfRules: [Keys]) {
        var classLists = Array(repeating: [UInt32](), count: ClassSet.capacity)
        var texts: [UInt64: [UInt32]] = [:]
        var classes = ClassSet()
        for (rule, keys) in keysOfRules.enumerated() {
            for text in keys.texts { texts[text, default: []].append(UInt32(rule)) }
            for id in keys.classes.members { classLists[Int(id.rawValue)].append(UInt32(rule)) }
            classes.formUnion(keys.classes)
        }
        byClass = FlatLists(classLists)
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
        byText = FlatLists(sorted.map(\.value))
    }

    /// Hands the rules of a token to `body`, some of them more than once.
    @inline(__always)
    func forEachRule(at index: Int, _ text: MatchText, _ body: (Int) -> Void) {
        let hash = text.tokens[index].hash
        var slot = Int(truncatingIfNeeded: hash) & (keys.count - 1)
        while keys[slot] != 0 {
            if keys[slot] == hash {
                byText.forEach(Int(values[slot]), body)
                break
            }
            slot = (slot + 1) & (keys.count - 1)
        }
        for hit in text.hits(startingAt: index) {
            let found = text.hits[hit].classes
            guard !found.isDisjoint(with: classes) else { continue }
            for id in classList where found.contains(id) {
                byClass.forEach(Int(id.rawValue), body)
            }
        }
    }
}
