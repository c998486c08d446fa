import Lexicon
import Segmentation

/// A found name before it is a mention: tokens, label and why.
struct FoundName {
    var tokens: Range<Int>
    var label: Label
    var rule: String
    var score: Float
}

/// The things that the names of a document stand for.
struct EntityGroups {
    struct Group {
        var label: Label
        var name: String
        var ids: [(scheme: String, value: String)]
        var inLexicon: Bool
    }

    private(set) var groups: [Group] = []
    /// The group of each name by its number, -1 for one that stands for nothing.
    private(set) var ofName: [Int32] = []

    var count: Int { groups.count }

    mutating func reset(nameCount: Int) {
        groups.removeAll(keepingCapacity: true)
        ofName.removeAll(keepingCapacity: true)
        ofName.append(contentsOf: repeatElement(-1, count: nameCount))
    }

    /// A new group with a name as its first member.
    mutating func open(_ label: Label, _ facts: NameFacts, with name: Int) -> Int {
        groups.append(
            Group(
                label: label, name: facts.name, ids: facts.ids, inLexicon: facts.inLexicon))
        ofName[name] = Int32(groups.count - 1)
        return groups.count - 1
    }

    mutating func join(_ name: Int, to group: Int) { ofName[name] = Int32(group) }

    mutating func rename(_ group: Int, to name: String) { groups[group].name = name }

    mutating func identify(_ group: Int, as holder: OfficeHolder) {
        groups[group].name = holder.name
        groups[group].ids = holder.ids
        groups[group].inLexicon = true
    }
}

/// Joins the names of a document that stand for one thing.
///
/// One file a kind says when two names are the same: ``PersonLinker``, ``PlaceLinker``, ``OrganizationLinker``.
/// A worker keeps one for document after document. The work is linear in the number of names, but for sorting.
struct EntityResolver {
    private(set) var groups = EntityGroups()
    private var memory = NameMemory()
    private var people = PersonLinker()
    private var places = PlaceLinker()
    private var organizations = OrganizationLinker()
    /// Names that wait for the others: number, and number of what is known of them.
    private var surnames: [(name: Int, facts: Int)] = []
    private var firms: [(name: Int, facts: Int)] = []

    /// Puts every name into a group: ``groups``.
    ///
    /// - Parameters:
    ///   - names: in the order of the text.
    ///   - anchor: the document's date, ISO 8601: it tells which office-holder a lone surname means.
    mutating func resolve(
        _ names: [FoundName], anchor: String?, _ text: TokenBuffer, _ hits: HitBuffer,
        _ known: ResolutionFacts
    ) {
        groups.reset(nameCount: names.count)
        memory.prepare(for: text)
        people.reset()
        places.reset()
        organizations.reset()
        surnames.removeAll(keepingCapacity: true)
        firms.removeAll(keepingCapacity: true)
        for index in names.indices {
            let tokens = names[index].tokens
            switch names[index].label {
            case .place:
                let facts = memory.place(tokens, text, hits, known)
                places.link(index, memory[facts], &groups)
            case .person:
                let facts = memory.person(tokens, text, hits, known)
                switch memory[facts].parts.count {
                case 0: break
                case 1: surnames.append((index, facts))
                // Full names first, so that a surname in the headline finds the name in the lead.
                default: people.linkFull(index, tokens, facts, memory, text, &groups)
                }
            default:
                firms.append((index, memory.organization(tokens, text, hits, known)))
            }
        }
        for (name, facts) in surnames {
            let start = names[name].tokens.lowerBound
            people.linkSingle(name, start, memory[facts], memory.parts, anchor, &groups)
        }
        // Longer names first, so that an acronym or a short form finds its name wherever it stands.
        firms.sort { a, b in
            let (first, second) = (names[a.name].tokens.count, names[b.name].tokens.count)
            return first != second ? first > second : a.name < b.name
        }
        for (name, facts) in firms {
            organizations.link(
                name, names[name].tokens, memory[facts], text, hits, known, &groups)
        }
    }
}

extension TokenBuffer {
    /// The text of a span with runs of white space as one blank, as a name is written.
    func name(of tokens: Range<Int>) -> String {
        if tokens.count == 1 { return text(at: tokens.lowerBound) }
        return text(of: tokens).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension Lexicon {
    /// The senses of the phrase over exactly `tokens` that lie in `classes` and whose case the text fits, the heaviest first.
    func senses(
        over tokens: Range<Int>, in classes: ClassSet, _ text: TokenBuffer, _ hits: HitBuffer
    ) -> [Sense] {
        var found: [Sense] = []
        for hit in hits.startingAt(tokens.lowerBound)
        where Int(hit.end) == tokens.upperBound && !hit.classes.isDisjoint(with: classes) {
            for sense in senses(of: hit.phrase)
            where classes.contains(sense.classID) && fits(sense, text, tokens) {
                found.append(sense)
            }
        }
        return found
    }

    /// The attributes of a sense that are ids or codes, in the order in which they are printed.
    func ids(of sense: Sense) -> [(scheme: String, value: String)] {
        let attributes = attributes(of: sense)
        return ["iso3166", "iso3166-2", "geonames", "wikidata"].compactMap { scheme in
            attributes.first { $0.key == scheme }.map { (scheme, $0.value) }
        }
    }
}
