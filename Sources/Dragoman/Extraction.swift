import Grammar
import Lexicon
import Segmentation

/// One document on its way through the rooms.
struct Extraction {
    let options: Extractor.Options
    let pipeline: Pipeline
    let tokens: TokenBuffer
    let hits: HitBuffer
    let matches: [RuleMatches]
    /// Document creation time as the caller gave it.
    let date: String?

    init(
        utf8: UnsafeBufferPointer<UInt8>, date: String?, options: Extractor.Options,
        pipeline: Pipeline,
        workspace: Workspace
    ) {
        self.options = options
        self.pipeline = pipeline
        self.date = date
        workspace.segmenter.segment(utf8, into: &workspace.text)
        pipeline.lexicon.findHits(
            in: workspace.text, into: &workspace.hits, workspace.memory)
        tokens = workspace.text
        hits = workspace.hits
        matches = workspace.matchers.map { matcher in
            var matches = RuleMatches(matcher.rules)
            matcher.match(workspace.text, hits: workspace.hits, into: &matches)
            return matches
        }
    }

    /// What the rules say for and against spans as names, per label of ``NameWeights/labels``.
    var ruleEvidence: [Range<Int>: [Float]] {
        var evidence: [Range<Int>: [Float]] = [:]
        for matches in matches {
            for match in matches {
                let rule = matches.rule(of: match)
                guard let label = Label(rawValue: rule.label),
                    let index = NameWeights.labels.firstIndex(of: label)
                else { continue }
                let weight = rule.evidence.map { Float($0) } ?? Self.markWeight
                guard weight != 0 else { continue }
                evidence[match.span, default: [0, 0, 0]][index] += weight
            }
        }
        return evidence
    }

    /// What a rule that marks a name adds to the sum: more than any context can take away.
    private static let markWeight: Float = 20
}

extension Extraction {
    /// What was found.
    func document() -> Document {
        let dates = dates()
        let blocked = Set(dates.found.flatMap(\.tokens))
        let (spans, scorer) = pipeline.names.find(
            tokens, hits: hits, blocked: blocked, ruleEvidence: ruleEvidence)
        let names = spans.map { span in
            FoundName(
                tokens: span.tokens, label: NameWeights.labels[span.label],
                rule: "names.\(NameWeights.labels[span.label].rawValue.lowercased())",
                score: span.score)
        }
        let groups = EntityResolver(text: tokens, hits: hits, lexicon: pipeline.lexicon)
            .resolve(names, anchor: dates.anchor?.value)
        let treaties = treaties(names: names, dates: dates.found, anchor: dates.anchor)
        let assembler = DocumentAssembler(
            text: tokens, labels: options.labels, nested: options.nested)
        let input = DocumentAssembler.Input(
            names: names, groups: groups, roles: roles(names, groups), dates: dates.found,
            treaties: treaties.found, treatyEntities: treaties.entities,
            explanations: options.explain ? explanations(spans, scorer) : [:])
        let (mentions, entities) = assembler.assemble(input)
        return Document(
            text: "", anchor: dates.anchor, mentions: mentions, entities: entities)
    }

    /// Roles by the number of the person's group.
    private func roles(
        _ names: [FoundName], _ groups: [EntityResolver.Group]
    ) -> [Int: [FoundRole]] {
        let byStart = RoleFinder(text: tokens, hits: hits, lexicon: pipeline.lexicon)
            .roles(in: matches, names: names)
        var result: [Int: [FoundRole]] = [:]
        for (number, group) in groups.enumerated() where group.label == .person {
            let roles = group.members.flatMap { byStart[names[$0].tokens.lowerBound] ?? [] }
            if !roles.isEmpty { result[number] = roles }
        }
        return result
    }

    /// Per name, what the model added up.
    private func explanations(_ spans: [NameSpan], _ scorer: NameScorer) -> [Int: [Evidence]] {
        var result: [Int: [Evidence]] = [:]
        for (index, span) in spans.enumerated() {
            result[index] = scorer.explanation(of: span, pipeline.names.weights)
        }
        return result
    }
}
