extension Extraction {
    /// The treaties of the document.
    func treaties(
        names: [NameSpan], dates: [FoundDate], anchor: Anchor?
    ) -> (found: [FoundTreaty], entities: [FoundTreatyEntity]) {
        guard pipeline.labels.contains(.treaty) else { return ([], []) }
        let resolver = TreatyResolver(
            text: tokens, hits: hits, catalogue: pipeline.treaties, rules: pipeline.treatyRules)
        return resolver.resolve(
            matches, dates: dates, names: names,
            year: anchor.flatMap { Int($0.value.prefix(4)) }, resolution.treaties)
    }
}
