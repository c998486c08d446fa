import Lexicon
import Segmentation

/// Which names of people are one person: full names alike, and surnames or given names of someone named in full.
struct PersonLinker {
    let text: TokenBuffer
    let hits: HitBuffer
    let lexicon: Lexicon
    /// ISO 8601 date of the document.
    let anchor: String?

    private struct Person {
        var group: EntityResolver.Group
        /// Hashes of the tokens of the fullest form.
        var parts: [UInt64]
        /// First token of the latest mention.
        var latest: Int
    }

    func link(_ names: [FoundName], _ indices: [Int]) -> [EntityResolver.Group] {
        var people: [Person] = []
        // Full names first, so that a surname in the headline finds the name in the lead.
        for index in indices where parts(names[index].tokens).count > 1 {
            add(index, names[index].tokens, &people)
        }
        for index in indices where parts(names[index].tokens).count == 1 {
            addSingle(index, names[index].tokens, &people)
        }
        return people.map {
            var group = $0.group
            group.members.sort()
            return group
        }
    }

    /// Hashes of the tokens that are names, without initials and punctuation.
    private func parts(_ tokens: Range<Int>) -> [UInt64] {
        tokens.filter { text.tokens[$0].kind != .symbol && text.tokens[$0].shape != .initial }
            .map { text.tokens[$0].hash }
    }

    private func add(_ index: Int, _ tokens: Range<Int>, _ people: inout [Person]) {
        let parts = parts(tokens)
        if let known = people.firstIndex(where: { isSame($0.parts, parts) }) {
            people[known].group.members.append(index)
            if parts.count > people[known].parts.count {
                people[known].parts = parts
                people[known].group.name = text.name(of: tokens)
            }
            return
        }
        people.append(person(index, tokens, parts))
    }

    private func addSingle(_ index: Int, _ tokens: Range<Int>, _ people: inout [Person]) {
        guard let part = parts(tokens).first ?? text.tokens[tokens].first?.hash else { return }
        let bySurname = people.indices.filter { people[$0].parts.last == part }
        let byGiven = people.indices.filter { people[$0].parts.first == part }
        let candidates = bySurname.isEmpty ? byGiven : bySurname
        // Of several with one surname, the one named last before here.
        let before = candidates.filter { people[$0].latest < tokens.lowerBound }
        let chosen =
            before.max { people[$0].latest < people[$1].latest } ?? candidates.first
        if let chosen {
            people[chosen].group.members.append(index)
            people[chosen].latest = max(people[chosen].latest, tokens.lowerBound)
        } else {
            people.append(person(index, tokens, [part]))
        }
    }

    private func person(_ index: Int, _ tokens: Range<Int>, _ parts: [UInt64]) -> Person {
        var group = EntityResolver.Group(
            label: .person, name: text.name(of: tokens), members: [index])
        if let sense = knownPerson(tokens, isSurname: parts.count == 1) {
            group.name = lexicon.name(of: sense)
            group.ids = lexicon.ids(of: sense).filter { $0.scheme == "wikidata" }
            group.inLexicon = true
        }
        return Person(group: group, parts: parts, latest: tokens.lowerBound)
    }

    /// The person of the lexicon that a name means; for a lone surname the only one in office on the document's date.
    private func knownPerson(_ tokens: Range<Int>, isSurname: Bool) -> Sense? {
        let classes = lexicon.classes(matching: "person.known")
        let senses = lexicon.senses(over: tokens, in: classes, text, hits)
        guard isSurname else { return senses.first }
        guard let anchor else { return nil }
        let inOffice = senses.filter { isInOffice($0, on: anchor) }
        let names = Set(inOffice.map(lexicon.name(of:)))
        return names.count == 1 ? inOffice.first : nil
    }

    private func isInOffice(_ sense: Sense, on date: String) -> Bool {
        guard let from = lexicon.attribute("from", of: sense) else { return false }
        let to = lexicon.attribute("to", of: sense) ?? "9999"
        return from <= date && date <= to
    }

    /// Whether two full names can be one: the same last part, and no other part that differs where both have one.
    private func isSame(_ a: [UInt64], _ b: [UInt64]) -> Bool {
        if a == b { return true }
        guard a.count > 1, b.count > 1, a.last == b.last, a.first == b.first else { return false }
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        return short.allSatisfy(long.contains)
    }
}
