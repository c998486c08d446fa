import Grammar
import Lexicon
import Segmentation

/// A person's office as the text says it.
struct FoundRole: Equatable {
    /// Tokens of the name that stands beside the office.
    var person: Range<Int>
    var title: String
    /// ISO 3166 code of the country.
    var of: String?
}

/// Reads offices from the rules of `people.rules`: `Japanese Minister of Foreign Affairs Taro Kono`.
struct RoleFinder {
    let text: TokenBuffer
    let hits: HitBuffer
    let lexicon: Lexicon

    /// The roles by the first token of the name that has them.
    func roles(in matches: [RuleMatches], names: [FoundName]) -> [Int: [FoundRole]] {
        let people = names.filter { $0.label == .person }
        var byStart: [Int: Range<Int>] = [:]
        for person in people { byStart[person.tokens.lowerBound] = person.tokens }
        var result: [Int: [FoundRole]] = [:]
        for matches in matches {
            for match in matches where matches.rule(of: match).label == Label.person.rawValue {
                guard let role = matches[match, "role"], let name = matches[match, "name"],
                    let person = byStart[name.tokens.lowerBound]
                else { continue }
                let country = matches[match, "of"].flatMap { code(of: $0) }
                let found = FoundRole(
                    person: person, title: text.name(of: role.tokens), of: country)
                // Two rules, or one from two starts: the match that says more of the country or of the title stays.
                var known = result[person.lowerBound, default: []]
                known.removeAll { covers(found, $0) }
                if !known.contains(where: { covers($0, found) }) { known.append(found) }
                result[person.lowerBound] = known
            }
        }
        return result
    }

    private func covers(_ a: FoundRole, _ b: FoundRole) -> Bool {
        a.title.hasSuffix(b.title) && (a.of != nil || b.of == nil)
    }

    /// The ISO 3166 code that the lexicon has for a country or a demonym.
    private func code(of capture: Capture) -> String? {
        let classes = lexicon.classes(matching: "place.country")
            .union(lexicon.classes(matching: "place.former"))
            .union(lexicon.classes(matching: "demonym"))
        return lexicon.senses(over: capture.tokens, in: classes, text, hits)
            .compactMap { lexicon.attribute("iso3166", of: $0) }.first
    }
}
