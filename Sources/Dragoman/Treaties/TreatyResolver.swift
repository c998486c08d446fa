import Grammar
import Lexicon
import Segmentation

/// Finds the treaties of a document: mentions, which of them are one treaty, and what is known of each.
struct TreatyResolver {
    let text: TokenBuffer
    let hits: HitBuffer
    let catalogue: TreatyCatalogue

    /// The treaty mentions, in order, and the treaties that they are mentions of.
    ///
    /// - Parameters:
    ///   - matches: of all rules; those that mark ``Label/treaty`` count.
    ///   - dates: the temporal expressions of the text.
    ///   - names: spans that are people or organizations: states named in them are no parties.
    ///   - year: when the document was written, if known: a treaty of a later year is not meant.
    func resolve(
        _ matches: [RuleMatches], dates: [FoundDate], names: [Range<Int>] = [], year: Int? = nil
    ) -> (found: [FoundTreaty], entities: [FoundTreatyEntity]) {
        var candidates = TreatyCandidates(text, hits, catalogue).settled(matches)
        if candidates.isEmpty { return ([], []) }
        let parties = TreatyParties(text, hits, catalogue.lexicon, except: names)
        for index in candidates.indices where candidates[index].needsState {
            let sentence = text.sentence(of: candidates[index].tokens.lowerBound)
            if candidates[index].kind != "treaty", parties.states(in: sentence).isEmpty {
                candidates[index].mention = .anaphor
            }
        }
        let calendar = dates.filter { $0.value.timex.first?.isNumber == true }
        let events = TreatyEvents(text: text, dates: calendar, parties: parties)
        let facts = events.facts(of: candidates)
        var linker = TreatyLinker(
            text: text, hits: hits, catalogue: catalogue, parties: parties, dates: calendar,
            year: year)
        var found: [FoundTreaty] = []
        for (candidate, facts) in zip(candidates, facts) {
            guard let record = linker.link(candidate, facts) else { continue }
            found.append(
                FoundTreaty(
                    tokens: candidate.tokens, mention: linker.mention(of: candidate),
                    rule: candidate.rule, record: record))
        }
        return (found, linker.entities(negotiators: negotiators(parties)))
    }

    /// The two sides of the talks that the document is about, if it speaks of one pair only.
    private func negotiators(_ parties: TreatyParties) -> (codes: [String], tokens: [Range<Int>]) {
        var result: (codes: [String], tokens: [Range<Int>]) = ([], [])
        for index in text.tokens.indices
        where TreatyWords.negotiate.contains(text.tokens[index].hash) {
            let sentence = text.sentence(of: index)
            let between = (index + 1..<min(index + 3, sentence.upperBound)).first {
                text.tokens[$0].hash == TreatyWords.between
            }
            guard let between, let pair = parties.between(between, limit: sentence.upperBound)
            else { continue }
            if result.codes.isEmpty {
                let states = parties.states(in: pair.tokens).map(\.tokens)
                result = (pair.codes, states)
            } else if Set(pair.codes) != Set(result.codes) {
                return ([], [])
            }
        }
        return result
    }
}
