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
    private(set) var chooser = PlaceChooser()
    private var organizations = OrganizationLinker()
    /// By name, the number of what is known of it.
    private let numbers = GrowingBuffer<Int32>()
    /// Names that wait for the others.
    private let surnames = GrowingBuffer<Int32>()
    private let firms = GrowingBuffer<Int32>()
    private let firmOrder = FirmOrder()

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
        chooser.reset()
        organizations.reset()
        surnames.removeAll()
        firms.removeAll()
        names.withUnsafeBufferPointer { names in
            numbers.removeAll()
            memory.number(
                names, into: numbers.append(count: names.count), text, hits, known)
            linkMost(names, text)
            linkDoubtful(names, text)
            for name in surnames.elements {
                let start = names[Int(name)].tokens.lowerBound
                people.linkSingle(
                    Int(name), start, Int(numbers[Int(name)]), memory, anchor, &groups)
            }
            // Longer names first, so that an acronym or a short form finds its name wherever it stands.
            for name in firmOrder.order(firms.elements, names) {
                link(firm: Int(name), names, text, hits, known)
            }
        }
    }

    /// Links places and people of more than one name.
    private mutating func linkMost(_ names: UnsafeBufferPointer<NameSpan>, _ text: TokenBuffer) {
        for index in names.indices {
            let number = Int(numbers[index])
            switch names[index].kind {
            case .place:
                if let group = memory.group(of: number) {
                    groups.join(index, to: group)
                } else if memory.keys(of: number).parts.count > 1 {
                    chooser.doubtful.append(Int32(truncatingIfNeeded: index))
                } else {
                    places.link(index, number, memory.keys(of: number), &groups)
                    memory.settle(number, on: groups.ofName[index])
                }
            case .person:
                switch memory.keys(of: number).parts.count {
                case 0: break
                case 1: surnames.append(Int32(truncatingIfNeeded: index))
                // Full names first, so that a surname in the headline finds the name in the lead.
                default:
                    people.linkFull(index, names[index].tokens, number, memory, text, &groups)
                }
            default: firms.append(Int32(truncatingIfNeeded: index))
            }
        }
    }

    /// Links places of which there are several of the name.
    private mutating func linkDoubtful(
        _ names: UnsafeBufferPointer<NameSpan>, _ text: TokenBuffer
    ) {
        chooser.choose(names, numbers.start, memory, groups, text)
        for (index, name) in chooser.doubtful.elements.enumerated() {
            let (name, choice) = (Int(name), Int(chooser.chosen[index]))
            let number = Int(numbers[name])
            let candidates = memory.candidates(of: number)
            let place = candidates[candidates.startIndex + choice]
            var keys = memory.keys(of: number)
            keys.record = place.record
            keys.form &+= UInt64(choice)
            let count = groups.count
            places.link(name, number, keys, &groups)
            if groups.count > count, let facts = memory.facts(of: place) {
                groups.correct(count, facts)
            }
        }
    }

    private mutating func link(
        firm index: Int, _ names: UnsafeBufferPointer<NameSpan>, _ text: TokenBuffer,
        _ hits: HitBuffer, _ known: ResolutionFacts
    ) {
        let number = Int(numbers[index])
        if let group = memory.group(of: number) {
            groups.join(index, to: group)
            return
        }
        let isSettled = organizations.link(
            index, names[index].tokens, number, memory.keys(of: number), text, hits, known, &groups)
        if isSettled { memory.settle(number, on: groups.ofName[index]) }
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
            let first = found.count
            forEachSense(of: hit.phrase) { sense in
                if classes.contains(sense.classID), fits(sense, text, tokens) {
                    found.append(sense)
                }
            }
            // Swift's sort keeps the order of equals.
            if found.count > first + 1 { found[first...].sort { $0.weight > $1.weight } }
        }
        return found
    }

    /// The attributes that are ids or codes, in the order in which they are printed.
    func ids(in attributes: [LexiconEntry.Attribute]) -> [(scheme: String, value: String)] {
        var ids: [(rank: Int, scheme: String, value: String)] = []
        for attribute in attributes {
            guard let rank = idRank(attribute.key), attribute.value.utf8.count <= Self.longestID,
                !ids.contains(where: { $0.rank == rank })
            else {
                continue
            }
            ids.append((rank, attribute.key, attribute.value))
        }
        if ids.count > 1 { ids.sort { $0.rank < $1.rank } }
        return ids.map { ($0.scheme, $0.value) }
    }

    /// In bytes. What is longer is no id, and formats have it at each mention.
    private static let longestID = 200

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
