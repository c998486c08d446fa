extension Extraction {
    /// The treaties of the document.
    func treaties(
        names: [FoundName], dates: [FoundDate], anchor: Anchor?
    ) -> (found: [FoundTreaty], entities: [FoundTreatyEntity]) {
        guard options.labels.contains(.treaty) else { return ([], []) }
        let resolver = TreatyResolver(text: tokens, hits: hits, catalogue: pipeline.treaties)
        let actors = names.filter { $0.label != .place }.map(\.tokens)
        return resolver.resolve(
            matches, dates: dates, names: actors, year: anchor.flatMap { Int($0.value.prefix(4)) })
    }
}
