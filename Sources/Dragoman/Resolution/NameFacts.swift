import Lexicon
import Segmentation

/// What lexicon and spelling tell of a name, wherever it stands: what linking reads.
struct NameKeys {
    /// The document in which it is known which group the name joins when it comes again, and that group: what is asked
    /// first stands first, near the spelling.
    fileprivate var stamp: UInt32 = 0
    fileprivate var group: Int32 = 0
    private var firstPart: UInt32 = 0
    private var endPart: UInt32 = 0
    /// Hash of the folded form.
    var form: UInt64
    /// Number of the lexicon's record, or `none`.
    var record: UInt64
    /// Hash of an organization's initials, if it has several, or `none`.
    var acronym = Self.none

    init(form: UInt64, record: UInt64 = Self.none, parts: Range<Int> = 0..<0) {
        self.form = form
        self.record = record
        firstPart = UInt32(parts.lowerBound)
        endPart = UInt32(parts.upperBound)
    }

    /// Where the parts of a person's name stand in ``NameMemory/parts``, or what a place's name may mean in
    /// ``NameStore/candidates``.
    var parts: Range<Int> { Int(firstPart)..<Int(endPart) }

    static let none = UInt64.max
}

/// What an entity takes from its name.
package struct NameFacts {
    /// The lexicon's name, or that of the text.
    package var name: String
    package var ids: [(scheme: String, value: String)] = []
    package var inLexicon = false
    /// Where a place is, if the lexicon knows.
    package var coordinates: Coordinates?
    /// The office-holders of a lone surname.
    var holders: [OfficeHolder] = []
}

/// Someone of the lexicon and the time in office: ISO 8601 dates.
struct OfficeHolder {
    var from: String
    var to: String
    var name: String
    var ids: [(scheme: String, value: String)]

    func isInOffice(on date: String) -> Bool { from <= date && date <= to }
}

/// The names that a worker has met, by numbers that hold for a document.
struct NameMemory {
    private var memo = SpelledMemo<NameKeys>(limit: 1 << 15)
    private var store = NameStore()
    /// Counts how often the names, and so their numbers, were forgotten.
    private(set) var generation = 0
    /// Counts documents.
    private var stamp: UInt32 = 0

    var facts: [NameFacts] { store.facts }
    /// What the name of a place may mean, the likeliest first.
    func candidates(of number: Int) -> ArraySlice<PlaceCandidate> {
        store.candidates[memo[number].parts]
    }

    /// What is known of the place that a candidate is, where it is not the name's first.
    func facts(of candidate: PlaceCandidate) -> NameFacts? {
        candidate.other < 0 ? nil : store.others[Int(candidate.other)]
    }

    /// Hashes of the tokens that are names, of all people.
    var parts: [UInt64] { store.parts }

    mutating func prepare(for text: TokenBuffer) {
        stamp &+= 1
        // Groups that were noted four billion documents ago must not come back.
        if memo.prepare(for: text, anew: stamp == 0) {
            generation += 1
            stamp = 1
            store.removeAll()
        }
    }

    func keys(of number: Int) -> NameKeys { memo[number] }

    /// The group that a name joins when it comes again in the document, if that is sure.
    @inline(__always)
    func group(of number: Int) -> Int? {
        let keys = memo[number]
        return keys.stamp == stamp ? Int(keys.group) : nil
    }

    mutating func settle(_ number: Int, on group: Int32) {
        memo[number].stamp = stamp
        memo[number].group = group
    }

    /// The numbers of names; what is met for the first time is found out.
    mutating func number(
        _ names: UnsafeBufferPointer<NameSpan>, into numbers: UnsafeMutablePointer<Int32>,
        _ text: TokenBuffer, _ hits: HitBuffer, _ known: ResolutionFacts
    ) {
        text.tokens.withUnsafeBufferPointer { tokens in
            text.utf8.withUnsafeBufferPointer { utf8 in
                memo.find(count: names.count, in: tokens, utf8, into: numbers) {
                    (names[$0].tokens, UInt32(truncatingIfNeeded: names[$0].label))
                }
                for index in names.indices where numbers[index] < 0 {
                    let name = names[index]
                    let salt = UInt32(truncatingIfNeeded: name.label)
                    let number = memo.number(of: name.tokens, salt, tokens, utf8) {
                        store.learn(name, text, hits, known)
                    }
                    numbers[index] = Int32(truncatingIfNeeded: number)
                }
            }
        }
    }
}

/// What is known of the names of a ``NameMemory``, by their numbers.
struct NameStore {
    private(set) var facts: [NameFacts] = []
    private(set) var parts: [UInt64] = []
    /// Of places, name after name.
    private(set) var candidates: [PlaceCandidate] = []
    /// What is known of candidates that are not the first of their name.
    private(set) var others: [NameFacts] = []

    mutating func removeAll() {
        facts.removeAll(keepingCapacity: true)
        parts.removeAll(keepingCapacity: true)
        candidates.removeAll(keepingCapacity: true)
        others.removeAll(keepingCapacity: true)
    }

    /// Finds out what is known of the next name.
    @inline(never)
    mutating func learn(
        _ name: NameSpan, _ text: TokenBuffer, _ hits: HitBuffer, _ known: ResolutionFacts
    ) -> NameKeys {
        switch name.kind {
        case .person: person(name.tokens, text, hits, known)
        case .place: place(name.tokens, text, hits, known)
        default: organization(name.tokens, text, hits, known)
        }
    }

    private mutating func person(
        _ tokens: Range<Int>, _ text: TokenBuffer, _ hits: HitBuffer, _ known: ResolutionFacts
    ) -> NameKeys {
        let start = parts.count
        // Initials and punctuation are no parts.
        for index in tokens
        where text.tokens[index].kind != .symbol && text.tokens[index].shape != .initial {
            parts.append(text.tokens[index].hash)
        }
        var person = NameFacts(name: text.name(of: tokens))
        let lexicon = known.lexicon
        let senses = lexicon.senses(over: tokens, in: known.people, text, hits)
        if parts.count == start + 1 {
            person.holders = senses.compactMap { lexicon.holder($0) }
        } else if let sense = senses.first {
            person.name = lexicon.name(of: sense)
            person.ids = lexicon.wikidata(of: sense)
            person.inLexicon = true
        }
        facts.append(person)
        return NameKeys(form: text.phraseHash(tokens), parts: start..<parts.count)
    }

    private mutating func place(
        _ tokens: Range<Int>, _ text: TokenBuffer, _ hits: HitBuffer, _ known: ResolutionFacts
    ) -> NameKeys {
        let senses = known.lexicon.senses(over: tokens, in: known.places, text, hits)
        // Countries before anything else of the name, then by weight.
        let best = senses.first { known.countries.contains($0.classID) } ?? senses.first
        let attributes = best.map { known.lexicon.attributes(of: $0) } ?? []
        facts.append(Self.facts(best, attributes, tokens, text, known))
        let start = candidates.count
        candidates += known.candidates(senses, best: best.map { ($0, attributes) }) {
            others.append(Self.facts($0, $1, tokens, text, known))
            return Int32(others.count - 1)
        }
        return NameKeys(
            form: text.phraseHash(tokens), record: best?.recordKey ?? NameKeys.none,
            parts: start..<candidates.count)
    }

    private mutating func organization(
        _ tokens: Range<Int>, _ text: TokenBuffer, _ hits: HitBuffer, _ known: ResolutionFacts
    ) -> NameKeys {
        let senses = known.lexicon.senses(over: tokens, in: known.organizations, text, hits)
        let attributes = senses.first.map { known.lexicon.attributes(of: $0) } ?? []
        facts.append(Self.facts(senses.first, attributes, tokens, text, known))
        var keys = NameKeys(
            form: text.phraseHash(tokens), record: senses.first?.recordKey ?? NameKeys.none)
        let initials = tokens.compactMap { index in
            text.tokens[index].shape.startsWithCapital
                ? text.utf8[Int(text.tokens[index].start)] : nil
        }
        // Of letters beyond ASCII there is only the first byte: no acronym of a text is like that.
        if initials.count > 1, initials.allSatisfy({ $0 < 0x80 }) {
            keys.acronym = TokenHash.of(initials)
        }
        return keys
    }

    private static func facts(
        _ sense: Sense?, _ attributes: [LexiconEntry.Attribute], _ tokens: Range<Int>,
        _ text: TokenBuffer, _ known: ResolutionFacts
    ) -> NameFacts {
        guard let sense else { return NameFacts(name: text.name(of: tokens)) }
        return NameFacts(
            name: known.lexicon.name(of: sense), ids: known.lexicon.ids(in: attributes),
            inLexicon: true, coordinates: known.lexicon.coordinates(in: attributes))
    }
}

extension Lexicon {
    /// A person's time in office; nil where none is known.
    fileprivate func holder(_ sense: Sense) -> OfficeHolder? {
        guard let from = attribute("from", of: sense) else { return nil }
        return OfficeHolder(
            from: from, to: attribute("to", of: sense) ?? "9999", name: name(of: sense),
            ids: wikidata(of: sense))
    }

    fileprivate func coordinates(in attributes: [LexiconEntry.Attribute]) -> Coordinates? {
        var latitude: Double?
        var longitude: Double?
        for attribute in attributes {
            switch attribute.key {
            case "lat": latitude = Double(attribute.value)
            case "lon": longitude = Double(attribute.value)
            default: break
            }
        }
        guard let latitude, let longitude else { return nil }
        return Coordinates(latitude: latitude, longitude: longitude)
    }

    fileprivate func wikidata(of sense: Sense) -> [(scheme: String, value: String)] {
        ids(in: attributes(of: sense)).filter { $0.scheme == "wikidata" }
    }
}
