import Segmentation

/// What a span says as the title of a treaty, wherever it stands.
struct TreatyTitle {
    var name: String
    /// Hash of its folded form.
    var form: UInt64
    /// Hash of its last token.
    var lastWord: UInt64
    /// What it is about: what stands after `on`, `of` or `concerning` in a description or title.
    var subject: String?
    /// Where it was made, if what stands there is a place: `Treaty of Versailles`.
    var place: String?

    init(_ tokens: Range<Int>, _ source: TreatySource) {
        name = source.text.name(of: tokens)
        form = source.text.phraseHash(tokens)
        lastWord = source.text.tokens[tokens.upperBound - 1].hash
        guard let preposition = tokens.dropFirst().first(where: { source.isAny(.subject, $0) })
        else { return }
        let rest = (preposition + 1..<tokens.upperBound).drop {
            source.isAny([.lead, .pointing], $0)
        }
        guard let start = rest.first else { return }
        let about = source.text.name(of: start..<tokens.upperBound)
        if source.isAny(.of, preposition), source.isPlace(start..<tokens.upperBound) {
            place = about
        } else {
            subject = about
        }
    }
}
