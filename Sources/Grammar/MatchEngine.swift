import Lexicon
import Segmentation

/// The buffers of a ``Matcher`` and what it does with them, as one value: one check of exclusive access a text.
struct MatchEngine {
    private var main: Machine
    private var context: Machine
    private var table = TextTable()
    private var anchors: AnchorTable
    private var candidates: Candidates

    init(_ rules: LinkedRules) {
        main = Machine(for: rules)
        context = Machine(for: rules)
        anchors = AnchorTable(ruleCount: rules.rules.count)
        candidates = Candidates(ruleCount: rules.rules.count)
        stepMemory = Scratch(repeating: 0, count: rules.rules.count)
    }

    /// Instructions run so far, by rule.
    var stepsByRule: [Int] { Array(stepMemory.elements) }
    private let stepMemory: Scratch<Int>

    /// Instructions run so far.
    var steps: Int { main.steps + context.steps }

    mutating func match(
        _ buffer: TokenBuffer, hits: HitBuffer, rules: LinkedRules, into matches: inout RuleMatches
    ) {
        table.fill(buffer.tokens, hits.hits, withEndings: rules.looksBack)
        candidates.begin()
        // Copies, so that they are read without counting references; that of the table is given up before the next text.
        let (table, starts, tables) = (table, rules.starts, rules.tables)
        MatchText.withPointers(to: buffer, hits, table, tables) { text in
            if let index = rules.anchors { anchors.fill(text, index) }
            let (runnables, contexts) = (tables.rules.elements, tables.contexts.elements)
            let slotNames = tables.slotNames.elements
            for token in text.tokens.indices {
                candidates.removeAll()
                starts.forEachRule(at: token, text) { candidates.add($0, at: token) }
                for candidate in 0..<candidates.count {
                    let number = candidates.rules[candidate]
                    let rule = runnables[number]
                    if rule.isAnchored, !anchors.hasAnchor(number, rule, from: token) { continue }
                    let before = steps
                    defer { stepMemory.elements[number] += steps - before }
                    if let end = end(of: rule, at: token, text, contexts) {
                        report(number, rule, token..<end, slotNames, into: &matches)
                    }
                }
            }
        }
    }

    /// Where the longest match of a rule ends that its contexts allow.
    private mutating func end(
        of rule: LinkedTables.Runnable, at start: Int, _ text: MatchText,
        _ contexts: UnsafeBufferPointer<LinkedTables.Context>
    ) -> Int? {
        for left in rule.left where !holds(contexts[left], rule, text, at: start, isBackward: true)
        {
            return nil
        }
        main.begin(rule, from: start, origin: start, isBackward: false, entry: rule.entry)
        var longest = start
        search: while let end = main.next(text) {
            guard end > longest else { continue }
            for right in rule.right
            where !holds(contexts[right], rule, text, at: end, isBackward: false) {
                continue search
            }
            longest = end
            main.keep()
        }
        return longest > start ? longest : nil
    }

    private mutating func holds(
        _ condition: LinkedTables.Context, _ rule: LinkedTables.Runnable,
        _ text: MatchText, at position: Int, isBackward: Bool
    ) -> Bool {
        context.begin(
            rule, from: position, origin: -1, isBackward: isBackward, entry: condition.entry)
        return (context.next(text) != nil) != condition.isNegative
    }

    private func report(
        _ number: Int, _ rule: LinkedTables.Runnable, _ whole: Range<Int>,
        _ slotNames: UnsafeBufferPointer<CaptureID>, into matches: inout RuleMatches
    ) {
        var span = whole
        if rule.spanSlot >= 0 {
            guard let tokens = main.best[rule.spanSlot].tokens else { return }
            span = tokens
        }
        let firstCapture = matches.captures.count
        for slot in 0..<rule.slotCount {
            guard let tokens = main.best[slot].tokens else { continue }
            let hit = Int(main.best[slot].hit)
            matches.append(
                Capture(
                    name: slotNames[rule.firstSlot + slot], tokens: tokens,
                    hit: hit < 0 ? nil : hit))
        }
        matches.append(
            RuleMatch(
                rule: number, span: span, whole: whole,
                captures: firstCapture..<matches.captures.count))
    }
}

/// The rules to be tried from one token, each once, in their order.
struct Candidates {
    private let ruleMemory: Scratch<Int>
    /// By rule: the token for which it was last added, plus one.
    private let lastToken: Scratch<Int>
    private(set) var count = 0

    init(ruleCount: Int) {
        ruleMemory = Scratch(repeating: 0, count: ruleCount)
        lastToken = Scratch(repeating: 0, count: ruleCount)
    }

    /// The rules, ``count`` of them.
    var rules: UnsafeMutableBufferPointer<Int> { ruleMemory.elements }

    /// Starts a text.
    mutating func begin() { lastToken.elements.update(repeating: 0) }

    mutating func removeAll() { count = 0 }

    @inline(__always)
    mutating func add(_ rule: Int, at token: Int) {
        guard lastToken.elements[rule] != token + 1 else { return }
        lastToken.elements[rule] = token + 1
        let rules = rules
        var place = count
        while place > 0, rules[place - 1] > rule {
            rules[place] = rules[place - 1]
            place -= 1
        }
        rules[place] = rule
        count += 1
    }
}
