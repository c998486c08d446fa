import Grammar
import Lexicon
import Segmentation

/// A span that a rule of ``Label/treaty`` marked.
struct TreatyCandidate {
    var tokens: Range<Int>
    var mention: TreatyMention
    var rule: String
    var priority: Int
    /// `treaty`, `joint declaration`: what the head noun means, with the theme where that is a kind of its own.
    var kind: String
    /// What the catalogue knows under this name.
    var known: [KnownTreaty]
    /// What the noun means where it points back to nothing.
    var implied: KnownTreaty?
    /// Whether an anaphor counts without anything that it points back to: `the Charter`.
    var standsAlone: Bool
    /// Whether a description is the noun alone: `a treaty`, `the agreement signed in Rome`.
    var isBare: Bool
    /// Whether it counts only in a sentence that names a state, or where it points back: companies sign agreements too.
    var needsState: Bool
    /// The long form that this abbreviation was introduced for in brackets.
    var abbreviates: Range<Int>?
}

/// Turns matches into candidates and settles which of those that overlap stay.
struct TreatyCandidates {
    let text: TokenBuffer
    let hits: HitBuffer
    let catalogue: TreatyCatalogue

    /// The candidates of a text, in order and without overlaps.
    func settled(
        _ matches: [RuleMatches], _ rules: [TreatyRules], _ memory: inout TreatyMemory
    ) -> [TreatyCandidate] {
        var candidates: [TreatyCandidate] = []
        for (matches, rules) in zip(matches, rules) {
            for match in matches where rules.isTreaty[match.rule] {
                guard let facts = rules.facts[match.rule], !isHeadline(match.span) else {
                    continue
                }
                if candidates.isEmpty { memory.prepare(for: text) }
                let noun = rules.noun.flatMap { matches[match, $0]?.tokens }
                candidates.append(candidate(match.span, facts, noun, &memory))
            }
        }
        if candidates.isEmpty { return [] }
        // Matches are in order by where they start, which may be before their spans.
        let isOrdered = candidates.indices.dropFirst().allSatisfy {
            candidates[$0 - 1].tokens.lowerBound <= candidates[$0].tokens.lowerBound
        }
        if !isOrdered {
            let order = candidates.indices.sorted {
                (candidates[$0].tokens.lowerBound, $0) < (candidates[$1].tokens.lowerBound, $1)
            }
            candidates = order.map { candidates[$0] }
        }
        return TreatyAbbreviations(text: text)
            .added(to: memory.overlaps.settled(candidates, text))
    }

    private func candidate(
        _ span: Range<Int>, _ rule: TreatyRules.Facts, _ noun: Range<Int>?,
        _ memory: inout TreatyMemory
    ) -> TreatyCandidate {
        let known = memory.treaties(named: span, text, hits, catalogue)
        var kind = known.first?.kind ?? "treaty"
        if let noun, let named = memory.kind(of: noun, text, hits, catalogue) {
            kind = named
            let before = noun.lowerBound - 1
            if before >= span.lowerBound, named != "framework convention",
                TreatyWords.theme.contains(text.tokens[before].hash)
            {
                kind = Folding.folded(text.text(at: before)) + " " + named
            }
        }
        return TreatyCandidate(
            tokens: span, mention: known.isEmpty ? rule.mention : .name, rule: rule.id,
            priority: rule.priority, kind: kind, known: known,
            implied: rule.mention == .anaphor
                ? memory.implied(span, text, hits, catalogue) : nil,
            standsAlone: rule.standsAlone, isBare: rule.isBare, needsState: rule.needsState)
    }

    /// Whether a lone abbreviation stands among words in capitals, where every word looks like one: `START HERE`.
    private func isHeadline(_ tokens: Range<Int>) -> Bool {
        guard tokens.count == 1, text.tokens[tokens.lowerBound].shape == .upper else {
            return false
        }
        var hasWord = false
        for index in [tokens.lowerBound - 1, tokens.upperBound]
        where text.tokens.indices.contains(index) && text.tokens[index].kind == .word {
            let token = text.tokens[index]
            guard token.shape == .upper, token.end - token.start > 3 else { return false }
            hasWord = true
        }
        return hasWord
    }
}
