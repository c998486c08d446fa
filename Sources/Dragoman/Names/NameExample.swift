import Lexicon
import Segmentation

/// One text prepared for fitting: what the model would see of it.
package struct NameExample {
    package let text: TokenBuffer
    let hits: HitBuffer
    let blocked: Set<Int>
    let ruleEvidence: [Range<Int>: [Float]]

    /// The tokens that cover exactly the bytes of `range`.
    package func tokens(covering range: Range<Int>) -> Range<Int>? {
        guard let first = text.tokens.firstIndex(where: { Int($0.start) == range.lowerBound }),
            let last = text.tokens[first...].firstIndex(where: { Int($0.end) == range.upperBound })
        else { return nil }
        return first..<last + 1
    }

    /// The scorer of the first pass, or of the second.
    package func scorer(_ finder: NameFinder, readsDocument: Bool) -> NameScorer {
        var facts = DocumentFacts(lowerTokensOf: text)
        if readsDocument {
            let first = finder.pass(text, hits, facts, blocked, ruleEvidence)
            finder.learn(from: first.spans, text, &facts)
        }
        return NameScorer(
            text: text, hits: hits, lexicon: finder.lexicon, analyzer: finder.analyzer,
            facts: facts, ruleEvidence: ruleEvidence)
    }

    package func windows(_ scorer: NameScorer) -> [Range<Int>] {
        NameWindows.find(text, scorer.properties, scorer.analyzer, blocked: blocked)
    }

    /// What the finder finds.
    package func find(_ finder: NameFinder) -> [(tokens: Range<Int>, label: Int)] {
        finder.find(text, hits: hits, blocked: blocked, ruleEvidence: ruleEvidence).spans
            .map { ($0.tokens, $0.label) }
    }
}

extension Extractor {
    /// Prepares a text for fitting, as an extraction would see it.
    package func nameExample(_ text: String, date: String?) -> NameExample {
        let extraction = extraction(of: text, date: date)
        return NameExample(
            text: extraction.tokens, hits: extraction.hits,
            blocked: Set(extraction.dates().found.flatMap(\.tokens)),
            ruleEvidence: extraction.ruleEvidence)
    }

    /// The name finder with other weights.
    package func nameFinder(weights: NameWeights) -> NameFinder {
        NameFinder(lexicon: lexicon, analyzer: pipeline.names.analyzer, weights: weights)
    }
}
