import Lexicon
import Segmentation

/// What a worker keeps of the treaties from document to document: what spans mean, by how they are spelled.
///
/// Accesses are not checked for exclusivity: what makes an entry of one of these asks for none of the same.
final class TreatyMemory {
    @exclusivity(unchecked) private var known = SpelledMemo<[KnownTreaty]>(limit: 1 << 12)
    @exclusivity(unchecked) private var implied = SpelledMemo<KnownTreaty?>(limit: 1 << 12)
    @exclusivity(unchecked) private var nouns = SpelledMemo<TreatyKind?>(limit: 1 << 12)
    @exclusivity(unchecked) private var states = SpelledMemo<String?>(limit: 1 << 12)
    @exclusivity(unchecked) private var titles = SpelledMemo<TreatyTitle>(limit: 1 << 13)
    @exclusivity(unchecked) private var stateNames: ClassFilter?
    let kinds = TreatyKinds()
    let forms = TreatyForms()
    /// The matches of a text.
    @exclusivity(unchecked) var spans: [TreatySpan] = []
    @exclusivity(unchecked) var overlaps = TreatyOverlaps()
    @exclusivity(unchecked) private var tables = TreatyTables()
    /// Treaties of which the text says no more than a title.
    @exclusivity(unchecked) var plain = PlainTreaties()
    /// Treaties looked at for mentions: the measure of the work.
    @exclusivity(unchecked) var steps = 0

    func prepare(for text: TokenBuffer) {
        _ = known.prepare(for: text)
        _ = implied.prepare(for: text)
        _ = nouns.prepare(for: text)
        _ = states.prepare(for: text)
        if titles.prepare(for: text) { plain.removeAll() }
        forms.prepare(for: text)
    }

    /// Lends the linker's tables out.
    func takeTables() -> TreatyTables {
        let taken = tables
        tables = TreatyTables()
        return taken
    }

    func give(back tables: TreatyTables) { self.tables = tables }

    /// The number of what a span says as a treaty's title.
    func title(_ tokens: Range<Int>, _ source: TreatySource) -> Int {
        titles.number(of: tokens, 0, source.text) { TreatyTitle(tokens, source) }
    }

    func title(_ number: Int) -> TreatyTitle { titles[number] }

    /// The treaties that the phrase over exactly `tokens` may name.
    func treaties(named tokens: Range<Int>, _ source: TreatySource) -> [KnownTreaty] {
        let number = known.number(of: tokens, 0, source.text) {
            source.catalogue.treaties(named: tokens, source.text, source.hits)
        }
        return known[number]
    }

    /// What a noun with a capital means where it points back to nothing.
    func implied(_ tokens: Range<Int>, _ source: TreatySource) -> KnownTreaty? {
        guard source.hits.hasPhrase(over: tokens, of: source.catalogue.impliedNouns) else {
            return nil
        }
        let number = implied.number(of: tokens, 0, source.text) {
            source.catalogue.implied(tokens, source.text, source.hits)
        }
        return implied[number]
    }

    /// The kind of instrument that a noun means.
    func kind(of noun: Range<Int>, _ source: TreatySource) -> TreatyKind? {
        let number = nouns.number(of: noun, 0, source.text) {
            source.catalogue.kind(ofNoun: noun, source.text, source.hits).map {
                kinds.kind(named: $0)
            }
        }
        return nouns[number]
    }

    /// What finds the tokens at which names and adjectives of states may start.
    func stateNames(_ catalogue: TreatyCatalogue) -> ClassFilter {
        if let stateNames { return stateNames }
        let made = ClassFilter(catalogue.states)
        stateNames = made
        return made
    }

    /// The ISO 3166 code of a state's name or adjective.
    func state(_ tokens: Range<Int>, _ source: TreatySource) -> String? {
        let number = states.number(of: tokens, 0, source.text) {
            source.catalogue.state(tokens, source.text, source.hits)
        }
        return states[number]
    }
}

extension HitBuffer {
    /// Whether a phrase of `classes` stands over exactly `tokens`.
    func hasPhrase(over tokens: Range<Int>, of classes: ClassSet) -> Bool {
        withView { view in
            for hit in view.startingAt(tokens.lowerBound)
            where Int(hit.end) == tokens.upperBound && !hit.classes.isDisjoint(with: classes) {
                return true
            }
            return false
        }
    }
}
