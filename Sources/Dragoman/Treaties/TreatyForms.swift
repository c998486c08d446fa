import Segmentation

/// What the spelled forms of texts are among ``TreatyWords``, by their numbers.
///
/// It holds for one ``TokenBuffer/generation``, and changes nothing but the time that a look takes.
final class TreatyForms {
    private let words = GrowingBuffer<UInt64>()
    private var generation = -1

    /// Set for forms that were looked at.
    private static let known: UInt64 = 1 << 63

    func prepare(for text: TokenBuffer) {
        if text.generation != generation {
            generation = text.generation
            words.removeAll()
        }
        let missing = text.formCount - words.count
        if missing > 0 { words.append(count: missing).initialize(repeating: 0, count: missing) }
    }

    /// All that a token is.
    @inline(__always)
    func words(of token: Token) -> TreatyWords {
        let found = words[Int(token.form)]
        return TreatyWords(rawValue: found != 0 ? found : look(token))
    }

    @inline(never)
    private func look(_ token: Token) -> UInt64 {
        let found = TreatyWords.of(token.hash).rawValue | Self.known
        words[Int(token.form)] = found
        return found
    }
}
