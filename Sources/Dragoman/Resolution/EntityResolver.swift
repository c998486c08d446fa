import Lexicon
import Segmentation

/// A found name before it is a mention: tokens, label and why.
struct FoundName {
    var tokens: Range<Int>
    var label: Label
    var rule: String
    var score: Float
}

/// Joins the names of a document that stand for one thing.
///
/// One file a kind says when two names are the same: ``PersonLinker``, ``PlaceLinker``, ``OrganizationLinker``.
struct EntityResolver {
    let text: TokenBuffer
    let hits: HitBuffer
    let lexicon: Lexicon

    /// An entity and the names that are its mentions, by index.
    struct Group {
        var label: Label
        var name: String
        var ids: [(scheme: String, value: String)] = []
        var inLexicon = false
        var members: [Int]
    }

    /// Groups in the order of their first members.
    ///
    /// - Parameter anchor: the document's date, ISO 8601: it tells which office-holder a lone surname means.
    func resolve(_ names: [FoundName], anchor: String?) -> [Group] {
        let people = PersonLinker(text: text, hits: hits, lexicon: lexicon, anchor: anchor)
        let places = PlaceLinker(text: text, hits: hits, lexicon: lexicon)
        let organizations = OrganizationLinker(text: text, hits: hits, lexicon: lexicon)
        var groups: [Group] = []
        func indices(_ label: Label) -> [Int] { names.indices.filter { names[$0].label == label } }
        groups += people.link(names, indices(.person))
        groups += places.link(names, indices(.place))
        groups += organizations.link(names, indices(.organization))
        return groups.sorted { $0.members[0] < $1.members[0] }
    }
}

extension TokenBuffer {
    /// The text of a span with runs of white space as one blank, as a name is written.
    func name(of tokens: Range<Int>) -> String {
        text(of: tokens).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension Lexicon {
    /// The senses of the phrase over exactly `tokens` that lie in `classes` and whose case the text fits, the heaviest first.
    func senses(
        over tokens: Range<Int>, in classes: ClassSet, _ text: TokenBuffer, _ hits: HitBuffer
    ) -> [Sense] {
        hits.startingAt(tokens.lowerBound).filter { Int($0.end) == tokens.upperBound }
            .flatMap { senses(of: $0.phrase) }
            .filter { classes.contains($0.classID) && fits($0, text, tokens) }
    }

    /// The attributes of a sense that are ids or codes, in the order in which they are printed.
    func ids(of sense: Sense) -> [(scheme: String, value: String)] {
        let attributes = attributes(of: sense)
        return ["iso3166", "iso3166-2", "geonames", "wikidata"].compactMap { scheme in
            attributes.first { $0.key == scheme }.map { (scheme, $0.value) }
        }
    }
}
