import Lexicon
import Segmentation

/// Finds the matches of rules in a text.
///
/// It holds buffers that are used again from text to text, so one worker keeps one matcher;
/// it is not `Sendable`, ``LinkedRules`` is. It keeps what it learns of spelled forms, so all its texts come from one
/// segmenter, and their hits from the lexicon that the rules were linked with. Work is bounded: from each token a rule comes to each of its
/// junctions at most twice for each of the next 64 tokens, and so does each of its contexts.
public final class Matcher {
    /// The rules that it tries.
    public let rules: LinkedRules
    private var engine: MatchEngine
    private let letters: Letters
    private let hasNotes: Bool

    /// - Parameter hasNotes: whether ``FormNote/grammar`` is what ``note(of:)`` gave, and not another matcher's.
    public convenience init(_ rules: LinkedRules, hasNotes: Bool = false) {
        self.init(rules, triesAll: false, hasNotes: hasNotes)
    }

    /// - Parameter triesAll: whether to try every rule from every token, which finds nothing more.
    init(_ rules: LinkedRules, triesAll: Bool, hasNotes: Bool = false) {
        self.rules = rules
        self.hasNotes = hasNotes
        letters = Letters(rules.tests, rules.starting)
        engine = MatchEngine(rules, letters, triesAll: triesAll, hasNotes: hasNotes)
    }

    /// What is known of a form of the last text, for ``FormNote/grammar``.
    public func note(of form: Int) -> UInt32 {
        hasNotes && form < letters.byForm.elements.count ? letters.byForm.elements[form] : 0
    }

    /// Branches followed since the matcher was made: the measure of its work.
    public var steps: Int { engine.steps }

    /// Finds each rule's best match from each token of a text.
    ///
    /// - Parameters:
    ///   - tokens: the text.
    ///   - hits: what the lexicon found in it.
    ///   - matches: gets the matches instead of those it had; made for the same rules.
    public func match(_ tokens: TokenBuffer, hits: HitBuffer, into matches: inout RuleMatches) {
        precondition(matches.rules === rules, "matches of other rules")
        engine.match(tokens, hits: hits, rules: rules, into: &matches)
    }
}
