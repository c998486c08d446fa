import Lexicon
import Segmentation

/// Joins the names of a document that stand for one thing.
///
/// One file a kind says when two names are the same: ``PersonLinker``, ``PlaceLinker``, ``OrganizationLinker``.
/// A worker keeps one for document after document. The work is linear in the number of names, but for sorting.
struct EntityResolver {
    private(set) var groups = EntityGroups()
    private(set) var memory = NameMemory()
    private(set) var people = PersonLinker()
    private var places = PlaceLinker()
    private var organizations = OrganizationLinker()
    /// Names that wait for the others: number, and number of what is known of them.
    private var surnames: [(name: Int, facts: Int)] = []
    private var firms: [(name: Int, facts: Int)] = []
    /// The firms in the order in which they are linked.
    private var firmOrder: [UInt64] = []

    /// Puts every name into a group: ``groups``.
    ///
    /// - Parameters:
    ///   - names: in the order of the text.
    ///   - anchor: the document's date, ISO 8601: it tells which office-holder a lone surname means.
    mutating func resolve(
        _ names: [NameSpan], anchor: String?, _ text: TokenBuffer, _ hits: HitBuffer,
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
            switch names[index].kind {
            case .place:
                let facts = memory.place(tokens, text, hits, known)
                places.link(index, facts, memory.keys(of: facts), &groups)
            case .person:
                let facts = memory.person(tokens, text, hits, known)
                switch memory.keys(of: facts).parts.count {
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
            people.linkSingle(name, start, facts, memory, anchor, &groups)
        }
        // Longer names first, so that an acronym or a short form finds its name wherever it stands.
        firmOrder.removeAll(keepingCapacity: true)
        for (number, firm) in firms.enumerated() {
            let length = 0xFFFF - UInt64(min(names[firm.name].tokens.count, 0xFFFF))
            firmOrder.append(length << 48 | UInt64(number))
        }
        firmOrder.sort()
        for entry in firmOrder {
            let (name, facts) = firms[Int(entry & 0xFFFF_FFFF)]
            organizations.link(
                name, names[name].tokens, facts, memory.keys(of: facts), text, hits, known, &groups)
        }
    }
}

extension EntityResolver {
    /// Hands out what is known of names, by their spelling and as the document says.
    func withFacts<Result>(
        _ body: (
            _ known: UnsafeBufferPointer<NameFacts>, _ corrections: UnsafeBufferPointer<NameFacts>
        ) -> Result
    ) -> Result {
        memory.facts.withUnsafeBufferPointer { known in
            groups.corrections.withUnsafeBufferPointer { body(known, $0) }
        }
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
        var ids: [(rank: Int, scheme: String, value: String)] = []
        for attribute in attributes(of: sense) {
            guard let rank = idRank(attribute.key), !ids.contains(where: { $0.rank == rank }) else {
                continue
            }
            ids.append((rank, attribute.key, attribute.value))
        }
        if ids.count > 1 { ids.sort { $0.rank < $1.rank } }
        return ids.map { ($0.scheme, $0.value) }
    }

    private func idRank(_ key: String) -> Int? {
        switch key {
        case "iso3166": 0
        case "iso3166-2": 1
        case "geonames": 2
        case "wikidata": 3
        default: nil
        }
    }
}
