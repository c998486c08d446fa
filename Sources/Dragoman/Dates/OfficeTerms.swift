import Chronology
import Lexicon
import Segmentation

/// The terms of the office-holders whom a text names with their office: `Japanese Foreign Minister Taro Kono`.
struct OfficeTerms {
    let source: DateText

    private var text: TokenBuffer { source.text }
    private var lexicon: Lexicon { source.lexicon }

    /// One list for each person: the terms of the office that the text names.
    func terms() -> [[YearInference.Term]] {
        var result = TermLists()
        for (matches, program) in zip(source.matches, source.rules.programs) {
            guard let roleID = matches.rules.captureID("role"),
                let nameID = matches.rules.captureID("name")
            else { continue }
            for match in matches where program.marksPerson[match.rule] {
                guard let role = matches[match, roleID], let name = matches[match, nameID],
                    !isPast(match.whole)
                else { continue }
                source.memory.steps += match.whole.count
                result.add(terms(of: name.tokens.lowerBound, role: role.tokens))
            }
        }
        return result.lists
    }

    /// `former`, `then`, `late`: the person no longer holds the office.
    private func isPast(_ tokens: Range<Int>) -> Bool {
        let before = tokens.lowerBound - 1
        if before > 0, text.says("-", at: before), text.says("ex", at: before - 1) { return true }
        return (max(0, before)..<tokens.upperBound).contains {
            text.says(anyOf: Self.past, at: $0)
        }
    }

    private static let past: [StaticString] = ["former", "ex", "late", "then", "outgoing", "elect"]

    /// For each person known by a full name in the text: the terms of all offices, whatever the text calls them.
    func named() -> [[YearInference.Term]] {
        var result = TermLists()
        for start in source.hits.phraseStarts {
            source.memory.steps += 1
            for hit in source.hits.startingAt(Int(start))
            where hit.end - hit.start > 1
                && !hit.classes.isDisjoint(with: source.rules.knownPeople)
            {
                result.add(terms(hit.phrase) { _ in true })
            }
        }
        return result.lists
    }

    private func terms(of name: Int, role: Range<Int>) -> [YearInference.Term] {
        let offices = offices(role)
        guard !offices.isEmpty else { return [] }
        for hit in source.hits.startingAt(name)
        where !hit.classes.isDisjoint(with: source.rules.knownPeople) {
            let terms = terms(hit.phrase) { offices.contains($0.lowercased()) }
            if !terms.isEmpty { return terms }
        }
        return []
    }

    private func terms(
        _ phrase: PhraseID, _ isMeant: (_ office: String) -> Bool
    ) -> [YearInference.Term] {
        lexicon.senses(of: phrase).compactMap { sense -> YearInference.Term? in
            guard let office = lexicon.attribute("office", of: sense), isMeant(office),
                let from = lexicon.attribute("from", of: sense).flatMap(Self.day)
            else { return nil }
            return YearInference.Term(
                person: lexicon.name(of: sense), office: office,
                country: lexicon.attribute("of", of: sense), from: from,
                to: lexicon.attribute("to", of: sense).flatMap(Self.lastDay))
        }.sorted { $0.from < $1.from }
    }

    /// The offices that a role stands for: its own words, and what the lexicon says.
    private func offices(_ role: Range<Int>) -> Set<String> {
        var names: Set<String> = [text.text(of: role).lowercased()]
        for hit in source.hits.startingAt(role.lowerBound) where Int(hit.end) == role.upperBound {
            for sense in lexicon.senses(of: hit.phrase) {
                if let office = lexicon.attribute("office", of: sense) {
                    names.insert(office.lowercased())
                }
            }
        }
        return names
    }

    private static func day(_ text: String) -> Day? { DatePoint(text)?.days?.lowerBound }
    private static func lastDay(_ text: String) -> Day? { DatePoint(text)?.days?.upperBound }
}

/// Lists of terms, each once, in the order in which they were found.
struct TermLists {
    private(set) var lists: [[YearInference.Term]] = []
    private var known: Set<[YearInference.Term]> = []

    mutating func add(_ terms: [YearInference.Term]) {
        if !terms.isEmpty, known.insert(terms).inserted { lists.append(terms) }
    }
}
