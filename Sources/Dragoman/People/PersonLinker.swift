import Segmentation

/// Which names of people are one person: full names alike, and surnames or given names of someone named in full.
struct PersonLinker {
    private struct Person {
        var group: Int
        /// Of the fullest form, in ``NameMemory/parts``.
        var parts: Range<Int>
        /// First token of the latest mention.
        var latest: Int
        var surname: Int
        var given: Int
    }

    private var people: [Person] = []
    /// People looked at since the linker was made: the measure of its work.
    private(set) var steps = 0
    private var bySurname = PersonChains()
    private var byGivenName = PersonChains()
    /// Full names that start and end alike.
    private var byBoth = PersonChains()
    /// So many people who differ in their middle names only are compared.
    private static let mostCompared = 64

    mutating func reset() {
        people.removeAll(keepingCapacity: true)
        bySurname.reset()
        byGivenName.reset()
        byBoth.reset()
    }

    /// A name of two parts or more.
    mutating func linkFull(
        _ name: Int, _ tokens: Range<Int>, _ facts: Int, _ memory: NameMemory, _ text: TokenBuffer,
        _ groups: inout EntityGroups
    ) {
        let parts = memory.keys(of: facts).parts
        let first = memory.parts[parts.lowerBound]
        let last = memory.parts[parts.upperBound - 1]
        let both = byBoth.chain(of: TokenHash.extend(first, by: last))
        var next = byBoth.first(in: both)
        var compared = 0
        while let person = next, compared < Self.mostCompared {
            if Self.isSame(memory.parts[people[person].parts], memory.parts[parts]) {
                groups.join(name, to: people[person].group)
                if parts.count > people[person].parts.count {
                    people[person].parts = parts
                    var longer = groups.facts(of: people[person].group, memory)
                    longer.name = text.name(of: tokens)
                    groups.correct(people[person].group, longer)
                }
                return
            }
            next = byBoth.next(after: person)
            compared += 1
            steps += 1
        }
        let group = groups.open(.person, facts, with: name)
        add(group, parts, at: tokens.lowerBound, first: first, last: last, both: both)
    }

    /// A name of one part, after all full ones and in the order of the text.
    mutating func linkSingle(
        _ name: Int, _ start: Int, _ facts: Int, _ memory: NameMemory, _ anchor: String?,
        _ groups: inout EntityGroups
    ) {
        let parts = memory.keys(of: facts).parts
        let part = memory.parts[parts.lowerBound]
        let surname = bySurname.chain(of: part)
        let given = byGivenName.chain(of: part)
        let person =
            if bySurname.first(in: surname) != nil {
                bySurname.chosen(in: surname, before: start, &steps) { people[$0].latest }
            } else {
                byGivenName.chosen(in: given, before: start, &steps) { people[$0].latest }
            }
        if let person {
            groups.join(name, to: people[person].group)
            if people[person].latest < start { touch(person, at: start) }
            return
        }
        let group = groups.open(.person, facts, with: name)
        if let anchor, let holder = Self.onlyHolder(memory.facts[facts].holders, on: anchor) {
            groups.correct(
                group, NameFacts(name: holder.name, ids: holder.ids, inLexicon: true))
        }
        add(group, parts, at: start, first: part, last: part, both: nil)
    }

    private mutating func add(
        _ group: Int, _ parts: Range<Int>, at start: Int, first: UInt64, last: UInt64, both: Int?
    ) {
        let surname = bySurname.chain(of: last)
        let given = byGivenName.chain(of: first)
        people.append(
            Person(group: group, parts: parts, latest: start, surname: surname, given: given))
        bySurname.append(people.count - 1, to: surname)
        byGivenName.append(people.count - 1, to: given)
        if let both {
            byBoth.append(people.count - 1, to: both)
        } else {
            byBoth.skip()
            touch(people.count - 1, at: start)
        }
    }

    private mutating func touch(_ person: Int, at start: Int) {
        people[person].latest = start
        bySurname.touch(person, in: people[person].surname)
        byGivenName.touch(person, in: people[person].given)
    }

    /// Whom a lone surname means: the only one in office on the document's date.
    private static func onlyHolder(_ holders: [OfficeHolder], on date: String) -> OfficeHolder? {
        var only: OfficeHolder?
        for holder in holders where holder.isInOffice(on: date) {
            if let only, only.name != holder.name { return nil }
            only = only ?? holder
        }
        return only
    }

    /// Whether two full names that start and end alike can be one: no part of the shorter is missing in the longer.
    private static func isSame(_ a: ArraySlice<UInt64>, _ b: ArraySlice<UInt64>) -> Bool {
        if a.elementsEqual(b) { return true }
        guard a.last == b.last, a.first == b.first else { return false }
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        return short.allSatisfy(long.contains)
    }
}
