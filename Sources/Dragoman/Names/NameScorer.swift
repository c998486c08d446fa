import Lexicon
import Segmentation

/// One text as the model sees it: properties of tokens and what they add to the sum of a span.
package struct NameScorer {
    let text: TokenBuffer
    let hits: HitBuffer
    let analyzer: NameAnalyzer
    let facts: DocumentFacts
    let properties: [TokenProperties]
    let categories: [TokenCategory]
    /// Evidence from rules: for exact spans, per label.
    let ruleEvidence: [Range<Int>: [Float]]

    /// What it adds for a lone surname that the document has named someone in full by it.
    private static let surnameEvidence: Float = 25

    private static let outside: TokenProperties = {
        var p = TokenProperties()
        p.insert(.edge)
        return p
    }()

    init(
        text: TokenBuffer, hits: HitBuffer, lexicon: Lexicon, analyzer: NameAnalyzer,
        facts: DocumentFacts, ruleEvidence: [Range<Int>: [Float]]
    ) {
        self.text = text
        self.hits = hits
        self.analyzer = analyzer
        self.facts = facts
        self.ruleEvidence = ruleEvidence
        properties = analyzer.properties(of: text, hits: hits, lexicon: lexicon, facts: facts)
        categories = properties.map(TokenCategory.of)
    }

    /// Properties of a token beside a span; those of an edge outside the sentence.
    private func neighbour(_ index: Int, of span: Range<Int>) -> TokenProperties {
        guard properties.indices.contains(index) else { return Self.outside }
        let later = max(index, span.upperBound - 1)
        let earlier = min(index, span.lowerBound)
        if later > earlier {
            let boundary =
                index < span.lowerBound ? earlier + 1...span.lowerBound : span.upperBound...index
            for token in boundary where text.tokens[token].flags.contains(.sentenceStart) {
                return Self.outside
            }
        }
        return properties[index]
    }

    /// Calls `body` with every feature of a span.
    package func features(_ span: Range<Int>, _ body: (Int) -> Void) {
        let first = properties[span.lowerBound]
        let last = properties[span.upperBound - 1]
        func emit(_ template: Int, _ p: TokenProperties) {
            p.forEachMember { body(NameFeatures.property(template, $0)) }
        }
        if span.count == 1 {
            emit(0, first)
        } else {
            emit(1, first)
            emit(2, last)
            var inner = TokenProperties()
            for index in span.dropFirst().dropLast() { inner.formUnion(properties[index]) }
            emit(3, inner)
            var all = first
            for index in span.dropFirst() { all.formIntersection(properties[index]) }
            emit(4, all)
        }
        let before = neighbour(span.lowerBound - 1, of: span)
        let after = neighbour(span.upperBound, of: span)
        emit(5, before)
        emit(6, neighbour(span.lowerBound - 2, of: span))
        emit(7, after)
        emit(8, neighbour(span.upperBound + 1, of: span))

        let firstCategory = categories[span.lowerBound]
        let lastCategory = categories[span.upperBound - 1]
        let beforeCategory = TokenCategory.of(before)
        let afterCategory = TokenCategory.of(after)
        if span.count > 1 { body(NameFeatures.pair(0, firstCategory, lastCategory)) }
        body(NameFeatures.pair(1, beforeCategory, firstCategory))
        body(NameFeatures.pair(2, lastCategory, afterCategory))
        body(NameFeatures.pair(3, beforeCategory, afterCategory))

        analyzer.classFeatures(span, hits: hits, body)
        body(NameFeatures.lengthBase + min(span.count, NameFeatures.lengths) - 1)
        documentFeatures(span, body)
        body(NameFeatures.bias)
    }

    private func documentFeatures(_ span: Range<Int>, _ body: (Int) -> Void) {
        let form = formHash(span)
        if let label = facts.known[form] { body(NameFeatures.documentBase + label) }
        if span.count == 1 {
            if facts.surnames.contains(form) { body(NameFeatures.documentBase + 3) }
            if facts.acronyms.contains(form) { body(NameFeatures.documentBase + 4) }
        }
        if facts.repeated.contains(form) { body(NameFeatures.documentBase + 6) }
    }

    /// Hash of the folded form of a span.
    func formHash(_ span: Range<Int>) -> UInt64 { text.phraseHash(span) }

    /// Sums per label.
    func scores(_ span: Range<Int>, _ weights: NameWeights) -> (Float, Float, Float) {
        var person: Float = 0
        var organization: Float = 0
        var place: Float = 0
        weights.values.withUnsafeBufferPointer { values in
            features(span) { feature in
                person += values[feature * 3]
                organization += values[feature * 3 + 1]
                place += values[feature * 3 + 2]
            }
        }
        if span.count == 1, facts.surnames.contains(text.tokens[span.lowerBound].hash),
            properties[span.lowerBound].contains(.capitalized)
        {
            person += Self.surnameEvidence
        }
        if let evidence = ruleEvidence[span] {
            person += evidence[0]
            organization += evidence[1]
            place += evidence[2]
        }
        return (person, organization, place)
    }
}

extension NameScorer {
    /// What each feature adds to the sum of a span for its label, the strongest first.
    func explanation(of span: NameSpan, _ weights: NameWeights) -> [Evidence] {
        var sums: [Int: Float] = [:]
        features(span.tokens) { sums[$0, default: 0] += weights.values[$0 * 3 + span.label] }
        var evidence = sums.filter { $0.value != 0 }.map {
            Evidence(source: "feature:\(NameFeatures.name($0.key))", weight: Double($0.value))
        }
        if let rules = ruleEvidence[span.tokens], rules[span.label] != 0 {
            evidence.append(Evidence(source: "rules", weight: Double(rules[span.label])))
        }
        return evidence.sorted {
            ($1.weight.magnitude, $0.source) < ($0.weight.magnitude, $1.source)
        }
    }
}

extension TokenBuffer {
    /// Hash of the folded form of a span, as the lexicon's phrases have it.
    func phraseHash(_ span: Range<Int>) -> UInt64 {
        span.dropFirst().reduce(tokens[span.lowerBound].hash) {
            TokenHash.extend($0, by: tokens[$1].hash)
        }
    }
}
