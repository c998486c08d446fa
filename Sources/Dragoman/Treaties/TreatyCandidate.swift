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
    private let nouns: ClassSet
    private static let themes = TreatyWords.set(
        "peace framework ceasefire armistice trade security border interim")

    init(_ text: TokenBuffer, _ hits: HitBuffer, _ catalogue: TreatyCatalogue) {
        self.text = text
        self.hits = hits
        self.catalogue = catalogue
        nouns = ["treaty.noun", "treaty.plural", "treaty.head", "treaty.weakhead"]
            .reduce(into: ClassSet()) {
                $0.formUnion(catalogue.lexicon.classes(matching: $1))
            }
    }

    /// The candidates of a text, in order and without overlaps.
    func settled(_ matches: [RuleMatches]) -> [TreatyCandidate] {
        var candidates: [TreatyCandidate] = []
        for matches in matches {
            for match in matches {
                let rule = matches.rule(of: match)
                guard rule.label == Label.treaty.rawValue, rule.evidence == nil,
                    let mention = rule["mention"].flatMap(TreatyMention.init(rawValue:)),
                    !isHeadline(match.span)
                else { continue }
                candidates.append(candidate(match, rule, mention, matches[match, "noun"]?.tokens))
            }
        }
        return TreatyAbbreviations(text: text).added(to: TreatyOverlaps(text).settled(candidates))
    }

    private func candidate(
        _ match: RuleMatch, _ rule: Rule, _ mention: TreatyMention, _ noun: Range<Int>?
    ) -> TreatyCandidate {
        let known = catalogue.treaties(named: match.span, text, hits)
        var kind = known.first?.kind ?? "treaty"
        if let noun, let named = nounKind(noun) {
            kind = named
            let before = noun.lowerBound - 1
            if before >= match.span.lowerBound,
                Self.themes.contains(text.tokens[before].hash), named != "framework convention"
            {
                kind = Folding.folded(text.text(at: before)) + " " + named
            }
        }
        return TreatyCandidate(
            tokens: match.span, mention: known.isEmpty ? mention : .name, rule: rule.id,
            priority: rule.priority, kind: kind, known: known,
            implied: mention == .anaphor ? catalogue.implied(match.span, text, hits) : nil,
            standsAlone: rule["stands"] == "alone", isBare: rule["bare"] == "yes",
            needsState: rule["needs"] == "state")
    }

    private func nounKind(_ tokens: Range<Int>) -> String? {
        let lexicon = catalogue.lexicon
        return lexicon.senses(over: tokens, in: nouns, text, hits)
            .lazy.compactMap { lexicon.attribute("kind", of: $0) }.first
    }

    /// Whether a lone abbreviation stands among words in capitals, where every word looks like one: `START HERE`.
    private func isHeadline(_ tokens: Range<Int>) -> Bool {
        guard tokens.count == 1, text.tokens[tokens.lowerBound].shape == .upper else {
            return false
        }
        let around = [tokens.lowerBound - 1, tokens.upperBound].filter {
            text.tokens.indices.contains($0) && text.tokens[$0].kind == .word
        }
        return !around.isEmpty
            && around.allSatisfy {
                text.tokens[$0].shape == .upper && text.tokens[$0].end - text.tokens[$0].start > 3
            }
    }
}
