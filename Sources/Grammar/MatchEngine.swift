import Lexicon
import Segmentation

/// The buffers of a ``Matcher`` and what it does with them, as one value: one check of exclusive access a text.
struct MatchEngine {
    private var main: Machine
    private var context: Machine
    private let letters: Letters
    private let starts: StartTable
    private var matches = ScratchStack(
        filledWith: RuleMatch(rule: 0, span: 0..<0, whole: 0..<0, captures: 0..<0))
    private var captures = ScratchStack(
        filledWith: Capture(name: CaptureID(rawValue: 0), Machine.Slot()))

    /// Whether notes on forms are the letters of this matcher.
    private let hasNotes: Bool

    init(_ rules: LinkedRules, _ letters: Letters, triesAll: Bool, hasNotes: Bool) {
        self.hasNotes = hasNotes
        main = Machine(for: rules)
        context = Machine(for: rules)
        self.letters = letters
        starts = StartTable(letters, rules, triesAll: triesAll)
    }

    /// Branches followed so far.
    var steps: Int { main.steps + context.steps }

    mutating func match(
        _ buffer: TokenBuffer, hits: HitBuffer, rules: LinkedRules, into found: inout RuleMatches
    ) {
        letters.prepare(for: buffer)
        let tables = rules.tables
        let (runnables, contexts) = (tables.rules.elements, tables.contexts.elements)
        let slotNames = tables.slotNames.elements
        matches.removeAll()
        captures.removeAll()
        MatchText.withSource(buffer, hits, hasNotes: hasNotes) { source in
            starts.fill(source)
            let text = MatchText(source, starts, letters, tables)
            starts.forEachRule(source) { number, token in
                let rule = runnables[number]
                if let end = end(of: rule, at: token, text, contexts) {
                    report(number, rule, token..<end, slotNames)
                }
            }
            let digits = starts.digits.elements[0..<(source.tokens.count + 63) / 64]
            found.set(matches.all, captures.all, digits: UnsafeBufferPointer(rebasing: digits))
        }
    }

    /// Where the longest match of a rule ends that its contexts allow.
    private mutating func end(
        of rule: LinkedTables.Runnable, at start: Int, _ text: MatchText,
        _ contexts: UnsafeBufferPointer<LinkedTables.Context>
    ) -> Int? {
        for left in rule.left
        where !holds(Int(left), contexts, rule, text, at: start, isBackward: true) {
            return nil
        }
        if rule.hitClasses >= 0 { return endOfHit(of: rule, at: start, text, contexts) }
        main.begin(rule, from: start)
        var longest = start
        search: while let end = main.next(text) {
            guard end > longest else { continue }
            for right in rule.right
            where !holds(Int(right), contexts, rule, text, at: end, isBackward: false) {
                continue search
            }
            longest = end
            main.keep(text)
        }
        return longest > start ? longest : nil
    }

    /// The same for a rule whose pattern is one hit.
    private mutating func endOfHit(
        of rule: LinkedTables.Runnable, at start: Int, _ text: MatchText,
        _ contexts: UnsafeBufferPointer<LinkedTables.Context>
    ) -> Int? {
        let classes = text.classSets[Int(rule.hitClasses)]
        search: for hit in text.hits(startingAt: start)
        where !text.hits[hit].classes.isDisjoint(with: classes) {
            let end = Int(text.hits[hit].end)
            for right in rule.right
            where !holds(Int(right), contexts, rule, text, at: end, isBackward: false) {
                continue search
            }
            main.keep(hit: hit, start..<end, in: rule)
            return end
        }
        return nil
    }

    private mutating func holds(
        _ number: Int, _ contexts: UnsafeBufferPointer<LinkedTables.Context>,
        _ rule: LinkedTables.Runnable, _ text: MatchText, at position: Int, isBackward: Bool
    ) -> Bool {
        let condition = contexts[number]
        if let holds = text.holds(
            number, at: position, isBackward: isBackward, rule.boundaries)
        {
            return holds != condition.isNegative
        }
        context.begin(rule, condition, from: position, isBackward: isBackward)
        return (context.next(text) != nil) != condition.isNegative
    }

    private mutating func report(
        _ number: Int, _ rule: LinkedTables.Runnable, _ whole: Range<Int>,
        _ slotNames: UnsafeBufferPointer<CaptureID>
    ) {
        var span = whole
        if rule.spanSlot >= 0 {
            guard let tokens = main.best[Int(rule.spanSlot)].tokens else { return }
            span = tokens
        }
        let firstCapture = captures.count
        for slot in 0..<Int(rule.slotCount) where main.best[slot].tokens != nil {
            captures.push(
                Capture(name: slotNames[Int(rule.firstSlot) &+ slot], main.best[slot]))
        }
        matches.push(
            RuleMatch(
                rule: number, span: span, whole: whole, captures: firstCapture..<captures.count))
    }
}
