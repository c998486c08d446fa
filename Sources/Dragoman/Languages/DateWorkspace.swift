import Grammar
import Lexicon
import Segmentation

/// What one worker needs to find the dates of one language in text after text.
final class DateWorkspace {
    let knowledge: DateKnowledge
    let memory = DateMemory()
    private(set) var hits = HitBuffer()
    /// What each program's rules found in the text.
    private(set) var matches: [RuleMatches]
    private let matchers: [Matcher]
    /// The measure of the work of its matchers and of what reads their matches.
    var steps: Int { matchers.map(\.steps).reduce(memory.steps, +) }

    init(_ knowledge: DateKnowledge) {
        self.knowledge = knowledge
        matchers = knowledge.rules.map { Matcher($0) }
        matches = knowledge.rules.map { RuleMatches($0) }
    }

    func read(_ text: TokenBuffer) {
        knowledge.lexicon.findHits(in: text, into: &hits)
        for (number, matcher) in matchers.enumerated() {
            matcher.match(text, hits: hits, into: &matches[number])
        }
    }
}
