import Grammar
import Lexicon

/// The words and rules by which the dates of one language are read.
final class DateKnowledge: Sendable {
    let lexicon: Lexicon
    /// The language's own rules, then the user's.
    let rules: [LinkedRules]
    let dates: DateRules

    init(lexicon: Lexicon, rules: [LinkedRules]) {
        self.lexicon = lexicon
        self.rules = rules
        dates = DateRules(rules, lexicon: lexicon)
    }
}
