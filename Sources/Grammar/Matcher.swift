import Lexicon
import Segmentation

/// Finds the matches of rules in a text.
///
/// It holds buffers that are used again from text to text, so one worker keeps one matcher;
/// it is not `Sendable`, ``LinkedRules`` is. Work is bounded: from each token a rule runs each of its
/// instructions at most twice for each of the next 64 tokens.
public final class Matcher {
    public let rules: LinkedRules
    private var main: Machine
    private var context: Machine
    private var endings = HitEndings()
    private var hasEndings = false
    private var candidates: [Int] = []
    /// The token for which a rule was last made a candidate, plus one.
    private var lastCandidacy: [Int]

    public init(_ rules: LinkedRules) {
        self.rules = rules
        main = Machine(for: rules)
        context = Machine(for: rules)
        lastCandidacy = Array(repeating: 0, count: rules.rules.count)
    }

    /// Instructions run since the matcher was made: the measure of its work.
    public var steps: Int { main.steps + context.steps }

    /// Finds each rule's best match from each token of a text.
    ///
    /// - Parameters:
    ///   - tokens: the text.
    ///   - hits: what the lexicon found in it.
    ///   - matches: gets the matches instead of those it had.
    public func match(_ tokens: TokenBuffer, hits: HitBuffer, into matches: inout RuleMatches) {
        precondition(matches.rules === rules, "matches of other rules")
        matches.removeAll()
        hasEndings = false
        for rule in lastCandidacy.indices { lastCandidacy[rule] = 0 }
        let text = Machine.Text(tokens: tokens, hits: hits, rules: rules)
        for index in tokens.tokens.indices {
            collectCandidates(text, at: index)
            for rule in candidates { tryRule(rule, text, at: index, &matches) }
        }
    }

    private func collectCandidates(_ text: Machine.Text, at index: Int) {
        candidates.removeAll(keepingCapacity: true)
        rules.index.forEachRule(
            at: text.tokens.tokens[index], hits: text.hits.startingAt(index)
        ) { rule in
            if lastCandidacy[rule] != index + 1 {
                lastCandidacy[rule] = index + 1
                candidates.append(rule)
            }
        }
        if candidates.count > 1 { candidates.sort() }
    }

    private func tryRule(
        _ number: Int, _ text: Machine.Text, at start: Int, _ matches: inout RuleMatches
    ) {
        let rule = rules.runnables[number]
        for left in rule.left where !holds(left, isLeft: true, rule, text, at: start) { return }
        let end = main.longestMatch(
            text, rule: rule, entry: rule.code.lowerBound, from: start, origin: start,
            stopsAtFirst: false
        ) { end in
            rule.right.allSatisfy { holds($0, isLeft: false, rule, text, at: end) }
        }
        guard let end, end > start else { return }
        var span = start..<end
        if let slot = rule.spanSlot {
            guard let tokens = main.best[slot].tokens else { return }
            span = tokens
        }
        let firstCapture = matches.captures.count
        for (slot, name) in rule.slots.enumerated() {
            guard let tokens = main.best[slot].tokens else { continue }
            let hit = main.best[slot].hit
            matches.append(
                Capture(
                    name: CaptureID(rawValue: rules.program.tables.slotNames[name]),
                    tokens: tokens, hit: hit < 0 ? nil : Int(hit)))
        }
        matches.append(
            RuleMatch(
                rule: number, span: span, whole: start..<end,
                captures: firstCapture..<matches.captures.count))
    }

    private func holds(
        _ condition: LinkedRules.Context, isLeft: Bool, _ rule: LinkedRules.Runnable,
        _ text: Machine.Text, at position: Int
    ) -> Bool {
        if isLeft && !hasEndings {
            endings.fill(text.hits, tokenCount: text.tokens.tokens.count)
            hasEndings = true
        }
        let end = context.longestMatch(
            text, rule: rule, entry: condition.entry, from: position, origin: nil,
            endings: isLeft ? endings : nil, stopsAtFirst: true
        ) { _ in true }
        return (end != nil) != condition.isNegative
    }
}
