import Grammar
import Lexicon

/// What speaks for or against a span as a name of a kind, besides the model.
struct NameEvidence {
    var tokens: Range<Int>
    /// Index into ``NameTag/labels``.
    var label: Int
    /// In hundredths, for every token of the span.
    var weight: Int16
    var reason: Reason

    var isOfLexicon: Bool {
        if case .lexicon = reason { true } else { false }
    }

    /// Who says so: a rule, by the number of its program and its own, or a user's lexicon.
    enum Reason {
        case rule(program: Int, number: Int)
        case lexicon(ClassID)
    }

    /// What a rule that marks a name adds, or a user's lexicon: more than any context can take away.
    static let markWeight: Int16 = 3_000

    /// What the rules of a program say, by the number of the rule; a weight of 0 for nothing.
    struct Table: Sendable {
        fileprivate let entries: [(label: Int, weight: Int16)]
        /// Whether some rule says something.
        fileprivate let isEmpty: Bool

        init(_ rules: LinkedRules) {
            entries = rules.rules.map { rule in
                guard let label = Label(rawValue: rule.label),
                    let index = NameTag.labels.firstIndex(of: label)
                else { return (0, 0) }
                return (
                    index, rule.evidence.map { Int16(clamping: Int($0 * 100)) } ?? markWeight
                )
            }
            isEmpty = entries.allSatisfy { $0.weight == 0 }
        }
    }

    /// What the matches of rules say and what a user's lexicons do, by first token.
    static func read(
        _ matches: [RuleMatches], _ tables: [Table], and user: [NameEvidence]
    ) -> [NameEvidence] {
        var evidence = user
        for (program, (matches, table)) in zip(matches, tables).enumerated() where !table.isEmpty {
            for match in matches {
                let entry = table.entries[match.rule]
                if entry.weight == 0 { continue }
                evidence.append(
                    NameEvidence(
                        tokens: match.span, label: entry.label, weight: entry.weight,
                        reason: .rule(program: program, number: match.rule)))
            }
        }
        if evidence.count > 1 {
            evidence.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        }
        return evidence
    }
}
