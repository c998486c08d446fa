import Lexicon
import Segmentation

@testable import Dragoman

/// Entity resolution said as simply as possible, every name against every other: what the fast one is compared with.
struct NaiveResolver {
    struct Group: Equatable {
        var label: Label
        var name: String
        var ids: [String]
        var members: [Int]
    }

    let text: TokenBuffer
    let hits: HitBuffer
    let lexicon: Lexicon
    let anchor: String?

    func resolve(_ names: [NameSpan]) -> [Group] {
        func indices(_ label: Label) -> [Int] {
            names.indices.filter { names[$0].kind == label }
        }
        let groups =
            people(names, indices(.person)) + places(names, indices(.place))
            + organizations(names, indices(.organization))
        return groups.map { group in
            var group = group
            group.members.sort()
            return group
        }.sorted { $0.members[0] < $1.members[0] }
    }

    private func group(
        _ label: Label, _ sense: Sense?, _ tokens: Range<Int>, _ index: Int
    ) -> Group {
        let written = text.text(of: tokens).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        return Group(
            label: label, name: sense.map(lexicon.name) ?? written,
            ids: sense.map { lexicon.ids(in: lexicon.attributes(of: $0)).map(\.value) } ?? [],
            members: [index])
    }

    private func places(_ names: [NameSpan], _ indices: [Int]) -> [Group] {
        let countries = lexicon.classes(matching: "place.country")
            .union(lexicon.classes(matching: "place.former"))
        var groups: [Group] = []
        var byRecord: [UInt64: Int] = [:]
        var byForm: [UInt64: Int] = [:]
        for index in indices {
            let tokens = names[index].tokens
            let form = text.phraseHash(tokens)
            let senses = lexicon.senses(
                over: tokens, in: lexicon.classes(matching: "place"), text, hits)
            let sense = senses.first { countries.contains($0.classID) } ?? senses.first
            if let known = byForm[form] ?? sense?.recordKey.flatMap({ byRecord[$0] }) {
                groups[known].members.append(index)
                byForm[form] = known
                continue
            }
            byForm[form] = groups.count
            if let record = sense?.recordKey { byRecord[record] = groups.count }
            groups.append(group(.place, sense, tokens, index))
        }
        return groups
    }

    private func organizations(_ names: [NameSpan], _ indices: [Int]) -> [Group] {
        var groups: [Group] = []
        var byRecord: [UInt64: Int] = [:]
        var byForm: [UInt64: Int] = [:]
        let order = indices.sorted {
            (names[$1].tokens.count, $0) < (names[$0].tokens.count, $1)
        }
        for index in order {
            let tokens = names[index].tokens
            let form = text.phraseHash(tokens)
            let sense = lexicon.senses(
                over: tokens, in: lexicon.classes(matching: "org"), text, hits
            ).first
            if let known = byForm[form] ?? sense?.recordKey.flatMap({ byRecord[$0] }) {
                groups[known].members.append(index)
                continue
            }
            for key in shortForms(tokens) + [form] where byForm[key] == nil {
                byForm[key] = groups.count
            }
            if let record = sense?.recordKey { byRecord[record] = groups.count }
            groups.append(group(.organization, sense, tokens, index))
        }
        return groups
    }

    private func shortForms(_ tokens: Range<Int>) -> [UInt64] {
        guard tokens.count > 1 else { return [] }
        let initials = tokens.filter { text.tokens[$0].shape.startsWithCapital }
            .map { text.text(at: $0).prefix(1) }.joined()
        var forms = initials.count > 1 ? [TokenHash.of(initials)] : []
        let suffixes = lexicon.classes(matching: "org.suffix")
        let suffix = tokens.dropFirst().first { start in
            hits.startingAt(start).contains {
                Int($0.end) >= tokens.upperBound - 1 && !$0.classes.isDisjoint(with: suffixes)
            }
        }
        if let suffix { forms.append(text.phraseHash(tokens.lowerBound..<suffix)) }
        return forms
    }

    private struct Person {
        var group: Group
        var parts: [UInt64]
        var latest: Int
    }

    private func parts(_ tokens: Range<Int>) -> [UInt64] {
        tokens.filter { text.tokens[$0].kind != .symbol && text.tokens[$0].shape != .initial }
            .map { text.tokens[$0].hash }
    }

    private func people(_ names: [NameSpan], _ indices: [Int]) -> [Group] {
        var people: [Person] = []
        for index in indices where parts(names[index].tokens).count > 1 {
            let tokens = names[index].tokens
            let parts = parts(tokens)
            if let known = people.firstIndex(where: { isSame($0.parts, parts) }) {
                people[known].group.members.append(index)
                if parts.count > people[known].parts.count {
                    people[known].parts = parts
                    people[known].group.name = group(.person, nil, tokens, index).name
                }
                continue
            }
            let sense = senses(tokens).first
            people.append(person(sense, tokens, parts, index))
        }
        for index in indices where parts(names[index].tokens).count == 1 {
            let tokens = names[index].tokens
            let part = parts(tokens)[0]
            let bySurname = people.indices.filter { people[$0].parts.last == part }
            let byGiven = people.indices.filter { people[$0].parts.first == part }
            let candidates = bySurname.isEmpty ? byGiven : bySurname
            let before = candidates.filter { people[$0].latest < tokens.lowerBound }
            let chosen =
                before.max { people[$0].latest < people[$1].latest } ?? candidates.first
            if let chosen {
                people[chosen].group.members.append(index)
                people[chosen].latest = max(people[chosen].latest, tokens.lowerBound)
                continue
            }
            let inOffice = senses(tokens).filter { sense in
                guard let anchor, let from = lexicon.attribute("from", of: sense) else {
                    return false
                }
                return from <= anchor && anchor <= lexicon.attribute("to", of: sense) ?? "9999"
            }
            let isOne = Set(inOffice.map(lexicon.name)).count == 1
            people.append(person(isOne ? inOffice.first : nil, tokens, [part], index))
        }
        return people.map(\.group)
    }

    private func senses(_ tokens: Range<Int>) -> [Sense] {
        lexicon.senses(over: tokens, in: lexicon.classes(matching: "person.known"), text, hits)
    }

    private func person(
        _ sense: Sense?, _ tokens: Range<Int>, _ parts: [UInt64], _ index: Int
    ) -> Person {
        var group = group(.person, sense, tokens, index)
        group.ids =
            sense.map {
                lexicon.ids(in: lexicon.attributes(of: $0)).filter { $0.scheme == "wikidata" }.map(
                    \.value)
            } ?? []
        return Person(group: group, parts: parts, latest: tokens.lowerBound)
    }

    private func isSame(_ a: [UInt64], _ b: [UInt64]) -> Bool {
        if a == b { return true }
        guard a.last == b.last, a.first == b.first else { return false }
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        return short.allSatisfy(long.contains)
    }
}
