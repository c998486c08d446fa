import Grammar
import Lexicon
import Segmentation

/// A match of a rule of ``Label/treaty`` before overlaps are settled.
struct TreatySpan {
    var tokens: Range<Int>
    /// Number of the rules' set, and of the match there.
    var set: Int32
    var match: Int32
    var priority: Int32
    var mention: TreatyMention
    /// Whether the catalogue has a treaty of this name.
    var isKnown: Bool
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
        memory.spans.removeAll(keepingCapacity: true)
        for set in matches.indices { addSpans(set, matches[set], rules[set], &memory.spans) }
        if memory.spans.isEmpty { return [] }
        memory.prepare(for: text)
        // Matches are in order by where they start, which may be before their spans.
        let isOrdered = memory.spans.indices.dropFirst().allSatisfy {
            memory.spans[$0 - 1].tokens.lowerBound <= memory.spans[$0].tokens.lowerBound
        }
        if !isOrdered {
            memory.spans.sort {
                ($0.tokens.lowerBound, $0.set, $0.match) < ($1.tokens.lowerBound, $1.set, $1.match)
            }
        }
        var candidates: [TreatyCandidate] = []
        let settled = memory.overlaps.settled(memory.spans, text) {
            catalogue.isPlace($0, text, hits)
        }
        for index in settled {
            let span = memory.spans[index]
            let set = Int(span.set)
            let match = matches[set][Int(span.match)]
            guard let rule = rules[set].facts[match.rule] else { continue }
            let noun = rules[set].noun.flatMap { matches[set][match, $0]?.tokens }
            let candidate = candidate(span, rule, noun, &memory)
            if !isSomethingElse(candidate, noun) { candidates.append(candidate) }
        }
        return TreatyAbbreviations(text: text).added(to: candidates)
    }

    private func addSpans(
        _ set: Int, _ matches: RuleMatches, _ rules: TreatyRules, _ spans: inout [TreatySpan]
    ) {
        for index in matches.indices where rules.isTreaty[matches[index].rule] {
            let match = matches[index]
            guard let rule = rules.facts[match.rule], !isHeadline(match.span) else { continue }
            let tokens = withoutYear(match.span)
            let isKnown = hits.hasPhrase(over: tokens, of: catalogue.names)
            if !isKnown, hits.hasPhrase(over: tokens, of: catalogue.none) { continue }
            spans.append(
                TreatySpan(
                    tokens: tokens, set: Int32(set), match: Int32(index),
                    priority: Int32(rule.priority), mention: isKnown ? .name : rule.mention,
                    isKnown: isKnown))
        }
    }

    /// `Algiers Agreement` of `Algiers Agreement of 1975`: the year is no part of the name where the rest is a name.
    private func withoutYear(_ tokens: Range<Int>) -> Range<Int> {
        let end = tokens.upperBound - 2
        guard end > tokens.lowerBound, 1_000...2_999 ~= text.tokens[end + 1].number,
            text.tokens[end].hash == TreatyWords.of,
            hits.hasPhrase(over: tokens.lowerBound..<end, of: catalogue.names)
        else { return tokens }
        return tokens.lowerBound..<end
    }

    private func candidate(
        _ span: TreatySpan, _ rule: TreatyRules.Facts, _ noun: Range<Int>?,
        _ memory: inout TreatyMemory
    ) -> TreatyCandidate {
        let tokens = span.tokens
        let known = known(span, &memory)
        var kind = known.first?.kind ?? "treaty"
        if let noun, let named = memory.kind(of: noun, text, hits, catalogue) {
            kind = named
            let before = noun.lowerBound - 1
            if before >= tokens.lowerBound, named != "framework convention",
                TreatyWords.theme.contains(text.tokens[before].hash)
            {
                kind = Folding.folded(text.text(at: before)) + " " + named
            } else if before >= tokens.lowerBound, named == "declaration",
                text.tokens[before].hash == Self.joint
            {
                kind = "joint declaration"
            }
        }
        // `the final act of the opera`
        let isAct = kind.hasSuffix(" act") && text.tokens[tokens.lowerBound].shape == .lower
        return TreatyCandidate(
            tokens: tokens, mention: span.mention, rule: rule.id, kind: kind, known: known,
            implied: rule.mention == .anaphor
                ? memory.implied(tokens, text, hits, catalogue) : nil,
            standsAlone: rule.standsAlone, isBare: rule.isBare,
            needsState: rule.needsState || isAct)
    }

    /// What the catalogue has under a name, or under its start: `Ottawa Convention on anti-personnel mines`.
    private func known(_ span: TreatySpan, _ memory: inout TreatyMemory) -> [KnownTreaty] {
        if span.isKnown { return memory.treaties(named: span.tokens, text, hits, catalogue) }
        guard span.mention == .name, span.tokens.count > 3 else { return [] }
        for hit in hits.startingAt(span.tokens.lowerBound)
        where !hit.classes.isDisjoint(with: catalogue.names) && hit.tokens.count > 1
            && Int(hit.end) < span.tokens.upperBound
        {
            guard TreatyWords.subject.contains(text.tokens[Int(hit.end)].hash) else { continue }
            let known = memory.treaties(named: hit.tokens, text, hits, catalogue)
            return known.count == 1 ? known : []
        }
        return []
    }

    private static let joint = TokenHash.of("joint")

    /// Whether what stands before the noun makes it something else than a treaty: `constitutional convention`.
    private func isSomethingElse(_ candidate: TreatyCandidate, _ noun: Range<Int>?) -> Bool {
        guard let noun, candidate.mention == .description, candidate.kind != "treaty" else {
            return false
        }
        let before = noun.lowerBound - 1
        return before >= candidate.tokens.lowerBound
            && hits.hasPhrase(over: before..<before + 1, of: catalogue.others)
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
