import Lexicon
import Segmentation

/// What a worker keeps of the treaties from document to document: what spans mean, by how they are spelled.
struct TreatyMemory {
    private var known = SpelledMemo<[KnownTreaty]>(limit: 1 << 12)
    private var implied = SpelledMemo<KnownTreaty?>(limit: 1 << 12)
    private var kinds = SpelledMemo<String?>(limit: 1 << 12)
    private var states = SpelledMemo<String?>(limit: 1 << 12)
    /// The matches of a text.
    var spans: [TreatySpan] = []
    var overlaps = TreatyOverlaps()
    private var tables = TreatyTables()
    /// Treaties looked at for mentions: the measure of the work.
    var steps = 0

    mutating func prepare(for text: TokenBuffer) {
        _ = known.prepare(for: text)
        _ = implied.prepare(for: text)
        _ = kinds.prepare(for: text)
        _ = states.prepare(for: text)
    }

    /// Lends the linker's tables out.
    mutating func takeTables() -> TreatyTables {
        let taken = tables
        tables = TreatyTables()
        return taken
    }

    mutating func give(back tables: TreatyTables) { self.tables = tables }

    /// The treaties that the phrase over exactly `tokens` may name.
    mutating func treaties(
        named tokens: Range<Int>, _ text: TokenBuffer, _ hits: HitBuffer,
        _ catalogue: TreatyCatalogue
    ) -> [KnownTreaty] {
        let number = known.number(of: tokens, 0, text) {
            catalogue.treaties(named: tokens, text, hits)
        }
        return known[number]
    }

    /// What a noun with a capital means where it points back to nothing.
    mutating func implied(
        _ tokens: Range<Int>, _ text: TokenBuffer, _ hits: HitBuffer,
        _ catalogue: TreatyCatalogue
    ) -> KnownTreaty? {
        guard hits.hasPhrase(over: tokens, of: catalogue.impliedNouns) else { return nil }
        let number = implied.number(of: tokens, 0, text) {
            catalogue.implied(tokens, text, hits)
        }
        return implied[number]
    }

    /// The kind of instrument that a noun means.
    mutating func kind(
        of noun: Range<Int>, _ text: TokenBuffer, _ hits: HitBuffer, _ catalogue: TreatyCatalogue
    ) -> String? {
        let number = kinds.number(of: noun, 0, text) {
            catalogue.kind(ofNoun: noun, text, hits)
        }
        return kinds[number]
    }

    /// The ISO 3166 code of a state's name or adjective.
    mutating func state(
        _ tokens: Range<Int>, _ text: TokenBuffer, _ hits: HitBuffer, _ catalogue: TreatyCatalogue
    ) -> String? {
        let number = states.number(of: tokens, 0, text) {
            catalogue.state(tokens, text, hits)
        }
        return states[number]
    }
}

extension HitBuffer {
    /// Whether a phrase of `classes` stands over exactly `tokens`.
    func hasPhrase(over tokens: Range<Int>, of classes: ClassSet) -> Bool {
        for index in indices(startingAt: tokens.lowerBound)
        where Int(self[index].end) == tokens.upperBound
            && !self[index].classes.isDisjoint(with: classes)
        {
            return true
        }
        return false
    }
}
