import Segmentation

/// What a treaty is about, or where it was made.
extension TreatyLinker {
    /// What stands after `on`, `of` or `concerning` in a description or title.
    func about(_ candidate: TreatyCandidate) -> (text: String, isPlace: Bool)? {
        let tokens = candidate.tokens
        guard
            let preposition = tokens.dropFirst().first(where: {
                TreatyWords.subject.contains(text.tokens[$0].hash)
            })
        else { return nil }
        let rest = (preposition + 1..<tokens.upperBound).drop {
            TreatyWords.lead.contains(text.tokens[$0].hash)
                || TreatyWords.pointing.contains(text.tokens[$0].hash)
        }
        guard let start = rest.first else { return nil }
        let isPlace =
            text.tokens[preposition].hash == TreatyWords.of
            && catalogue.isPlace(start..<tokens.upperBound, text, hits)
        return (text.name(of: start..<tokens.upperBound), isPlace)
    }
}
