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
    private let source: TreatySource
    private let text: TokenBuffer
    private let hits: HitBuffer
    private let catalogue: TreatyCatalogue
    private let memory: TreatyMemory

    init(_ source: TreatySource) {
        self.source = source
        text = source.text
        hits = source.hits
        catalogue = source.catalogue
        memory = source.memory
    }

    /// The candidates of a text, in order and without overlaps.
    func settled(_ matches: [RuleMatches], _ rules: [TreatyRules]) -> [TreatyCandidate] {
        memory.spans.removeAll(keepingCapacity: true)
        for set in matches.indices { addSpans(set, matches[set], rules[set], &memory.spans) }
        if memory.spans.isEmpty { return [] }
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
        var sentence = SentenceWalk(text)
        for index in memory.overlaps.settled(memory.spans, source) {
            let span = memory.spans[index]
            let set = Int(span.set)
            let match = matches[set][Int(span.match)]
            guard let rule = rules[set].facts[match.rule] else { continue }
            let noun = rules[set].noun.flatMap { matches[set][match, $0]?.tokens }
            sentence.move(to: span.tokens.lowerBound)
            let candidate = candidate(span, rule, noun, sentence)
            if !isSomethingElse(candidate, noun) { candidates.append(candidate) }
        }
        return TreatyAbbreviations(source).added(to: candidates)
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
        guard end > tokens.lowerBound, 1_000...2_999 ~= text.number(at: end + 1),
            source.isAny(.of, end),
            hits.hasPhrase(over: tokens.lowerBound..<end, of: catalogue.names)
        else { return tokens }
        return tokens.lowerBound..<end
    }

    private func candidate(
        _ span: TreatySpan, _ rule: TreatyRules.Facts, _ noun: Range<Int>?,
        _ sentence: SentenceWalk
    ) -> TreatyCandidate {
        let tokens = span.tokens
        let known = known(span)
        var kind = known.first.map { memory.kinds.kind(of: $0) } ?? .treaty
        if let noun, let named = memory.kind(of: noun, source) {
            kind = self.kind(named, noun, in: tokens)
        }
        // `the final act of the opera`
        let isAct =
            memory.kinds.isAct(kind) && text.tokens[tokens.lowerBound].shape == .lower
        return TreatyCandidate(
            tokens: tokens, sentence: sentence.tokens, sentenceNumber: sentence.number,
            mention: span.mention, rule: rule.id, kind: kind, known: known,
            implied: rule.mention == .anaphor ? memory.implied(tokens, source) : nil,
            standsAlone: rule.standsAlone, isBare: rule.isBare,
            needsState: rule.needsState || isAct)
    }

    /// The kind of a noun, with what stands before it: `peace treaty`, `joint declaration`.
    private func kind(_ noun: TreatyKind, _ span: Range<Int>, in tokens: Range<Int>) -> TreatyKind {
        let before = span.lowerBound - 1
        guard before >= tokens.lowerBound else { return noun }
        let words = source.words(at: before)
        if noun != .frameworkConvention, words.contains(.theme) {
            return memory.kinds.kind(noun, hash: text.tokens[before].hash) {
                Folding.folded(text.text(at: before))
            }
        }
        return noun == .declaration && words.contains(.joint) ? .jointDeclaration : noun
    }

    /// What the catalogue has under a name, or under its start: `Ottawa Convention on anti-personnel mines`.
    private func known(_ span: TreatySpan) -> [KnownTreaty] {
        if span.isKnown { return memory.treaties(named: span.tokens, source) }
        guard span.mention == .name, span.tokens.count > 3 else { return [] }
        for hit in hits.startingAt(span.tokens.lowerBound)
        where !hit.classes.isDisjoint(with: catalogue.names) && hit.tokens.count > 1
            && Int(hit.end) < span.tokens.upperBound
        {
            guard source.isAny(.subject, Int(hit.end)) else { continue }
            let known = memory.treaties(named: hit.tokens, source)
            return known.count == 1 ? known : []
        }
        return []
    }

    /// Whether what stands before the noun makes it something else than a treaty: `constitutional convention`.
    private func isSomethingElse(_ candidate: TreatyCandidate, _ noun: Range<Int>?) -> Bool {
        guard let noun, candidate.mention == .description, candidate.kind != .treaty else {
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
