import Lexicon
import Segmentation

/// One text as the search for treaties reads it.
final class TreatySource {
    let text: TokenBuffer
    let hits: HitBuffer
    let catalogue: TreatyCatalogue
    let memory: TreatyMemory
    /// Dates with a calendar value, in the order of the text.
    let dates: [TreatyDate]
    private let forms: TreatyForms

    init(
        _ text: TokenBuffer, _ hits: HitBuffer, _ catalogue: TreatyCatalogue,
        _ memory: TreatyMemory, dates: [FoundDate]
    ) {
        self.text = text
        self.hits = hits
        self.catalogue = catalogue
        self.memory = memory
        self.dates = [TreatyDate](dates)
        forms = memory.forms
    }

    /// All that a token is.
    @inline(__always)
    func words(at token: Int) -> TreatyWords { forms.words(of: text.tokens[token]) }

    /// Whether a token is one of these words.
    @inline(__always)
    func isAny(_ words: TreatyWords, _ token: Int) -> Bool {
        !self.words(at: token).isDisjoint(with: words)
    }

    /// Whether one of some tokens is one of these words.
    @inline(__always)
    func hasAny(_ words: TreatyWords, in tokens: Range<Int>) -> Bool {
        for token in tokens where isAny(words, token) { return true }
        return false
    }

    /// Whether the phrase over exactly `tokens` names a place.
    func isPlace(_ tokens: Range<Int>) -> Bool {
        hits.hasPhrase(over: tokens, of: catalogue.places)
    }

    /// TIMEX3 value of a date by its number; -1 for none.
    func value(_ date: Int32) -> String? { date < 0 ? nil : dates[Int(date)].value }

    /// Whether two dates can be one: equal, one less exact than the other, or one not known.
    func isSame(_ a: Int32, _ b: Int32) -> Bool {
        a == b || TreatyFacts.isSame(value(a), value(b))
    }
}
