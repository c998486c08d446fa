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
    let names: NameFinder
    let dateMemory: DateMemory
    let resolution: ResolutionMemory
    /// Document creation time as the caller gave it.
    let date: String?

    init(
        utf8: UnsafeBufferPointer<UInt8>, date: String?, options: Extractor.Options,
        pipeline: Pipeline, workspace: Workspace
    ) {
        self.options = options
        self.pipeline = pipeline
        self.date = date
        resolution = workspace.resolution
        workspace.segmenter.segment(utf8, into: &workspace.text)
        pipeline.lexicon.findHits(
            in: workspace.text, into: &workspace.hits, workspace.memory)
        tokens = workspace.text
        names = workspace.names
        hits = workspace.hits
        dateMemory = workspace.dateMemory
        for (number, matcher) in workspace.matchers.enumerated() {
            matcher.match(
                workspace.text, hits: workspace.hits, into: &workspace.matches[number])
        }
        matches = workspace.matches
    }
}

extension Extraction {
    /// Labels for which names must be found: the parties of treaties are names too.
    private static let named: LabelSet = LabelSet([.person, .organization, .place, .treaty])

    /// What was found.
    func document() -> Document {
        var dates = dates()
        let references = TreatyReferences(text: tokens)
        dates.found.removeAll { references.isPart($0.tokens) }
        let spans =
            pipeline.labels.isDisjoint(with: Self.named)
            ? UnsafeBufferPointer(start: nil, count: 0)
            : names.find(
                tokens, hits, dates: dates.found.map(\.tokens),
                evidence: NameEvidence.read(matches, pipeline.evidence))
        let names = spans.map { span in
            FoundName(
                tokens: span.tokens, label: NameTag.labels[span.label],
                rule: NameTag.rules[span.label])
        }
        let known = pipeline.resolution
        resolution.entities.resolve(
            names, anchor: dates.anchor?.value, tokens, hits, known)
        resolution.roles.find(in: matches, names: names, tokens, hits, known)
        let treaties = treaties(names: names, dates: dates.found, anchor: dates.anchor)
        let input = DocumentAssembler.Input(
            names: names, dates: dates.found, treaties: treaties.found,
            treatyEntities: treaties.entities,
            explanations: options.explain
                ? explanations(spans, dates: dates.found.map(\.tokens)) : [:],
            labels: pipeline.labels, nested: options.nested)
        let (mentions, entities) = resolution.assembler.assemble(
            input, resolution.entities.groups, resolution.entities.memory,
            roles: resolution.roles.roles, tokens)
        return Document(
            text: "", anchor: dates.anchor, mentions: mentions, entities: entities)
    }

    /// Per name, what the model added up.
    private func explanations(
        _ spans: UnsafeBufferPointer<NameSpan>, dates: [Range<Int>]
    ) -> [Int: [Evidence]] {
        MarkedText.with(tokens, hits, dates: dates) { marked in
            let explainer = NameExplainer(
                text: marked, knowledge: pipeline.names, isSport: names.isSport)
            var result: [Int: [Evidence]] = [:]
            for (index, span) in spans.enumerated() { result[index] = explainer.evidence(of: span) }
            return result
        }
    }
}
