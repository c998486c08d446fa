import Lexicon
import Segmentation

/// The names of a user's own lexicons: each is what its class says, whatever the model makes of it.
struct UserNames: Sendable {
    /// By kind (``NameTag/labels``).
    private let kinds: [ClassSet]
    /// Whether there are no such lexicons.
    let isEmpty: Bool

    /// Classes of words that stand in names and are none.
    private static let parts = [
        "org.head", "org.suffix", "org.seat", "place.head", "place.head-before",
    ]

    init(_ lexicon: Lexicon) {
        // The first image is the built-in one, or stands in its place.
        isEmpty = lexicon.images.count < 2
        let parts = Self.parts.reduce(into: ClassSet()) {
            $0.formUnion(lexicon.classes(matching: $1))
        }
        kinds = ["person", "org", "place"].map { name in
            ClassSet(lexicon.classes(matching: name).members.filter { !parts.contains($0) })
        }
    }

    /// What the lexicons say of spans of a text, by first token; of spans that overlap, the first and longest counts.
    func evidence(_ hits: HitBuffer) -> [NameEvidence] {
        if isEmpty { return [] }
        var evidence: [NameEvidence] = []
        var free = 0
        for hit in hits.all() where hit.phrase.image > 0 && hit.tokens.lowerBound >= free {
            guard let kind = kinds.firstIndex(where: { !$0.isDisjoint(with: hit.classes) }),
                let name = hit.classes.intersection(kinds[kind]).members.first
            else { continue }
            evidence.append(
                NameEvidence(
                    tokens: hit.tokens, label: kind, weight: NameEvidence.markWeight,
                    reason: .lexicon(name)))
            free = hit.tokens.upperBound
        }
        return evidence
    }
}
