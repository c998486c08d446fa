import Lexicon
import Segmentation

/// Finds people, organizations and places: sure mentions first, then the rest of the document by what they taught.
///
/// Two passes, after Mikheev, Moens and Grover (LTG at MUC-7, 1999): the first reads every window on its own, the
/// second again with what the sure readings of the first say of the same forms elsewhere.
package struct NameFinder: Sendable {
    let lexicon: Lexicon
    let analyzer: NameAnalyzer
    let weights: NameWeights
    /// A reading is sure, and teaches, when it is this far ahead of any other.
    static let sureMargin: Float = 2.5

    init(lexicon: Lexicon, weights: NameWeights) {
        self.lexicon = lexicon
        self.weights = weights
        analyzer = NameAnalyzer(lexicon: lexicon)
    }

    init(lexicon: Lexicon, analyzer: NameAnalyzer, weights: NameWeights) {
        self.lexicon = lexicon
        self.analyzer = analyzer
        self.weights = weights
    }

    func find(
        _ text: TokenBuffer, hits: HitBuffer, blocked: Set<Int>,
        ruleEvidence: [Range<Int>: [Float]]
    ) -> (spans: [NameSpan], scorer: NameScorer) {
        var facts = DocumentFacts(lowerTokensOf: text)
        let first = pass(text, hits, facts, blocked, ruleEvidence)
        learn(from: first.spans, text, &facts)
        return pass(text, hits, facts, blocked, ruleEvidence)
    }

    func pass(
        _ text: TokenBuffer, _ hits: HitBuffer, _ facts: DocumentFacts, _ blocked: Set<Int>,
        _ ruleEvidence: [Range<Int>: [Float]]
    ) -> (spans: [NameSpan], scorer: NameScorer) {
        let scorer = NameScorer(
            text: text, hits: hits, lexicon: lexicon, analyzer: analyzer, facts: facts,
            ruleEvidence: ruleEvidence)
        let search = NameSearch(scorer: scorer, weights: weights)
        let windows = NameWindows.find(text, scorer.properties, analyzer, blocked: blocked)
        return (windows.flatMap { search.best(in: $0) }, scorer)
    }

    /// Keeps what the sure readings teach.
    func learn(from spans: [NameSpan], _ text: TokenBuffer, _ facts: inout DocumentFacts) {
        var counts: [UInt64: Int] = [:]
        var margins: [UInt64: [Float]] = [:]
        for span in spans {
            let form = text.phraseHash(span.tokens)
            counts[form, default: 0] += 1
            guard span.margin >= Self.sureMargin else { continue }
            margins[form, default: [0, 0, 0]][span.label] += span.margin
            if span.label == 0, span.tokens.count > 1 {
                facts.surnames.insert(text.tokens[span.tokens.upperBound - 1].hash)
                for token in span.tokens where text.tokens[token].shape == .capitalized {
                    facts.personParts.insert(text.tokens[token].hash)
                }
            }
            if span.label == 1, span.tokens.count > 2 {
                facts.acronyms.insert(acronym(span.tokens, text))
            }
        }
        for (form, sums) in margins {
            let best = sums.indices.reduce(0) { sums[$1] > sums[$0] ? $1 : $0 }
            facts.known[form] = best
        }
        facts.repeated = Set(counts.filter { $0.value > 1 }.keys)
    }

    /// Hash of the initials of a name's capitalised words.
    private func acronym(_ span: Range<Int>, _ text: TokenBuffer) -> UInt64 {
        TokenHash.of(
            span.compactMap { index in
                text.tokens[index].shape.startsWithCapital
                    ? text.utf8[Int(text.tokens[index].start)] : nil
            })
    }
}
