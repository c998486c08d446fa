import Grammar
import Lexicon
import Segmentation

/// One document on its way through the rooms.
struct Extraction {
    let options: Extractor.Options
    let pipeline: Pipeline
    let text: String
    let tokens: TokenBuffer
    let hits: HitBuffer
    let matches: [RuleMatches]
    let resolution: ResolutionMemory
    /// Document creation time as the caller gave it.
    let date: String?

    init(
        text: String, date: String?, options: Extractor.Options, pipeline: Pipeline,
        workspace: Workspace
    ) {
        self.options = options
        self.pipeline = pipeline
        self.text = text
        self.date = date
        resolution = workspace.resolution
        workspace.segmenter.segment(text, into: &workspace.text)
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
        let known = pipeline.resolution
        resolution.entities.resolve(
            names, anchor: dates.anchor?.value, tokens, hits, known)
        resolution.roles.find(in: matches, names: names, tokens, hits, known)
        let treaties = treaties(names: names, dates: dates.found, anchor: dates.anchor)
        let input = DocumentAssembler.Input(
            names: names, dates: dates.found, treaties: treaties.found,
            treatyEntities: treaties.entities,
            explanations: options.explain ? explanations(spans, scorer) : [:],
            labels: pipeline.labels, nested: options.nested)
        let (mentions, entities) = resolution.assembler.assemble(
            input, resolution.entities.groups, resolution.entities.memory,
            roles: resolution.roles.roles, tokens)
        return Document(
            text: text, anchor: dates.anchor, mentions: mentions, entities: entities)
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
