import Segmentation

extension Extraction {
    /// Labels for which names must be found: the parties of treaties are names too.
    private static let named: LabelSet = LabelSet([.person, .organization, .place, .treaty])

    /// Hands out what was found.
    func findings<Result>(_ body: (Findings) -> Result) -> Result {
        var dates = dates()
        let references = TreatyReferences(text: tokens)
        dates.found.removeAll { references.isPart($0.tokens) }
        let needsNames = !pipeline.labels.isDisjoint(with: Self.named)
        let spans = options.explain ? dates.found.map { $0.tokens } : []
        let names = needsNames ? findNames(dates: dates.found) : []
        let known = pipeline.resolution
        resolution.entities.resolve(names, anchor: dates.anchor?.value, tokens, hits, known)
        resolution.roles.find(in: matches, names: names, tokens, hits, known)
        let treaties = treaties(names: names, dates: dates.found, anchor: dates.anchor)
        let input = DocumentAssembler.Input(
            names: names, dates: dates.found, treaties: treaties.found,
            treatyEntities: treaties.entities, labels: pipeline.labels, nested: options.nested)
        resolution.assembler.assemble(
            input, resolution.entities.groups, roles: resolution.roles.roles, tokens)
        return resolution.findings(
            tokens, language: language, dates: dates.found, treaties: treaties.found,
            anchor: dates.anchor,
            explanations: options.explain ? explanations(names, dates: spans) : [:],
            confidences: pipeline.confidence.map { confidences(names, $0) } ?? [], body)
    }

    /// The names of the text.
    func findNames(dates: [FoundDate]) -> [NameSpan] {
        Array(
            names.find(
                tokens, hits, dates: dates.map { $0.tokens },
                evidence: nameEvidence))
    }

    /// What rules and the user's lexicons say of names.
    private var nameEvidence: [NameEvidence] {
        NameEvidence.read(matches, pipeline.evidence, and: pipeline.userNames.evidence(hits))
    }

    /// Per name, how often names were right of which the model was as sure.
    private func confidences(_ spans: [NameSpan], _ known: NameConfidence) -> [Double?] {
        zip(spans, names.margins()).map { known.confidence($0.label, margin: $1) }
    }

    /// Per name, what the model added up, and what rules and the user's lexicons did.
    private func explanations(_ spans: [NameSpan], dates: [Range<Int>]) -> [Int: [Evidence]] {
        MarkedText.with(tokens, hits, dates: dates) { marked in
            let explainer = NameExplainer(
                text: marked, knowledge: pipeline.names, isSport: names.isSport,
                windows: names.windows)
            let others = nameEvidence
            var result: [Int: [Evidence]] = [:]
            for (index, span) in spans.enumerated() {
                result[index] =
                    others.filter { $0.tokens.overlaps(span.tokens) && $0.label == span.label }
                    .map { Evidence(source: source(of: $0), weight: Double($0.weight) / 100) }
                    + explainer.evidence(of: span)
            }
            return result
        }
    }
}

extension Extraction {
    /// `rule:person.share-button`, `lexicon:org.company`
    private func source(of evidence: NameEvidence) -> String {
        switch evidence.reason {
        case .rule(let program, let number): "rule:\(pipeline.rules[program].rules[number].id)"
        case .lexicon(let name): "lexicon:\(pipeline.lexicon.classNames[Int(name.rawValue)])"
        }
    }
}

extension ResolutionMemory {
    /// Hands out the findings that the assembler put together.
    fileprivate func findings<Result>(
        _ text: TokenBuffer, language: Language, dates: [FoundDate], treaties: [FoundTreaty],
        anchor: Anchor?, explanations: [Int: [Evidence]], confidences: [Double?],
        _ body: (Findings) -> Result
    ) -> Result {
        dates.withUnsafeBufferPointer { dates in
            treaties.withUnsafeBufferPointer { treaties in
                assembler.roles.withUnsafeBufferPointer { roles in
                    assembler.treaties.withUnsafeBufferPointer { treatyEntities in
                        entities.withFacts { known, corrections in
                            body(
                                Findings(
                                    text: text, language: language, anchor: anchor,
                                    mentions: assembler.mentions.elements,
                                    entities: assembler.entities.elements,
                                    members: assembler.members.elements, roles: roles,
                                    dates: dates, treaties: treaties,
                                    treatyEntities: treatyEntities, known: known,
                                    corrections: corrections, explanations: explanations,
                                    confidences: confidences,
                                    generation: entities.memory.generation, desk: desk))
                        }
                    }
                }
            }
        }
    }
}
