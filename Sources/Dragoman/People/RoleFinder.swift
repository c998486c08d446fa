import Grammar
import Lexicon
import Segmentation

/// A person's office as the text says it.
struct FoundRole: Equatable {
    /// Number of the name that stands beside the office.
    var person: Int
    var title: String
    /// ISO 3166 code of the country, or name of the organization.
    var of: String?
    /// ``Role/tenure``.
    var tenure: String?
}

/// Which rules tell of offices, and how their captures are called.
struct RoleRules: Sendable {
    let isRole: [Bool]
    let role: CaptureID?
    let name: CaptureID?
    let country: CaptureID?
    let tenure: CaptureID?

    init(_ rules: LinkedRules) {
        isRole = rules.rules.map {
            $0.label == Label.person.rawValue && $0.captures.contains("role")
                && $0.captures.contains("name")
        }
        role = rules.captureID("role")
        name = rules.captureID("name")
        country = rules.captureID("of")
        tenure = rules.captureID("tenure")
    }
}

/// Reads offices from the rules of `people.rules`: `Japanese Minister of Foreign Affairs Taro Kono`.
struct RoleFinder {
    /// In the order of the names, and of the matches for each.
    private(set) var roles: [FoundRole] = []
    /// The same as they were read, some of them twice.
    private var read: [FoundRole] = []
    /// Roles looked at: the measure of the work.
    private(set) var steps = 0
    private var countries = SpelledMemo<String?>()

    mutating func find(
        in matches: [RuleMatches], names: [NameSpan], _ text: TokenBuffer, _ hits: HitBuffer,
        _ known: ResolutionFacts
    ) {
        roles.removeAll(keepingCapacity: true)
        read.removeAll(keepingCapacity: true)
        _ = countries.prepare(for: text)
        for (matches, rules) in zip(matches, known.roles) {
            guard let role = rules.role, let name = rules.name else { continue }
            for match in matches where rules.isRole[match.rule] {
                guard let role = matches[match, role], let name = matches[match, name],
                    let person = person(at: name.tokens.lowerBound, names)
                else { continue }
                let title = text.name(of: role.tokens)
                let country = rules.country.flatMap { matches[match, $0] }
                    .flatMap { code(of: $0.tokens, text, hits, known) }
                let tenure = rules.tenure.flatMap { matches[match, $0] }
                    .map { text.name(of: $0.tokens).lowercased() }
                read.append(
                    FoundRole(
                        person: person, title: title,
                        of: country ?? organization(beside: role.tokens, names, text),
                        tenure: tenure ?? (title.hasSuffix("-elect") ? "elect" : nil)))
            }
        }
        // Each program's matches come in the order of the text. Swift's sort keeps the order of equals.
        if matches.count > 1 { read.sort { $0.person < $1.person } }
        for role in read { add(role) }
    }

    /// Two rules, or one from two starts: the match that says more of the country or of the title stays.
    private mutating func add(_ found: FoundRole) {
        var place = roles.count
        while place > 0, roles[place - 1].person > found.person { place -= 1 }
        var first = place
        while first > 0, roles[first - 1].person == found.person { first -= 1 }
        steps += roles.count - first + 1
        for known in (first..<place).reversed() where covers(found, roles[known]) {
            roles.remove(at: known)
            place -= 1
        }
        if !(first..<place).contains(where: { covers(roles[$0], found) }) {
            roles.insert(found, at: place)
        }
    }

    private func covers(_ a: FoundRole, _ b: FoundRole) -> Bool {
        a.title.hasSuffix(b.title) && (a.of != nil || b.of == nil)
            && (a.tenure != nil || b.tenure == nil)
    }

    /// The organization whose name stands right before an office or, after a preposition, behind it: `[Apple]'s chief
    /// executive`, `chairman of the [African Union]`.
    private func organization(
        beside role: Range<Int>, _ names: [NameSpan], _ text: TokenBuffer
    ) -> String? {
        var end = role.lowerBound
        if end > 0, text.tokens[end - 1].flags.contains(.clitic) { end -= 1 }
        let before = names.partitioningIndex { $0.tokens.upperBound >= end }
        if before < names.count, names[before].tokens.upperBound == end,
            names[before].kind == .organization
        {
            return text.name(of: names[before].tokens)
        }
        var start = role.upperBound
        guard start + 1 < text.tokens.count, Self.prepositions.contains(text.tokens[start].hash)
        else { return nil }
        start += 1
        if text.tokens[start].hash == Self.article { start += 1 }
        let behind = names.partitioningIndex { $0.tokens.lowerBound >= start }
        guard behind < names.count, names[behind].tokens.lowerBound == start,
            names[behind].kind == .organization
        else { return nil }
        return text.name(of: names[behind].tokens)
    }

    private static let prepositions = Set(["of", "at", "for"].map { TokenHash.of($0) })
    private static let article = TokenHash.of("the")

    /// The number of the person whose name starts with a token.
    private func person(at token: Int, _ names: [NameSpan]) -> Int? {
        let index = names.partitioningIndex { $0.tokens.lowerBound >= token }
        guard index < names.count, names[index].tokens.lowerBound == token,
            names[index].kind == .person
        else { return nil }
        return index
    }

    /// The ISO 3166 code that the lexicon has for a country or a demonym.
    private mutating func code(
        of tokens: Range<Int>, _ text: TokenBuffer, _ hits: HitBuffer, _ known: ResolutionFacts
    ) -> String? {
        let number = countries.number(of: tokens, 0, text) {
            known.lexicon.senses(over: tokens, in: known.states, text, hits).lazy
                .compactMap { known.lexicon.attribute("iso3166", of: $0) }.first
        }
        return countries[number]
    }
}
