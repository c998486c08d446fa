import Grammar
import Lexicon
import Segmentation

/// Finds the treaties of a document: mentions, which of them are one treaty, and what is known of each.
struct TreatyResolver {
    let text: TokenBuffer
    let hits: HitBuffer
    let catalogue: TreatyCatalogue

    let rules: [TreatyRules]

    /// The treaty mentions, in order, and the treaties that they are mentions of.
    ///
    /// - Parameters:
    ///   - matches: of all rules; those that mark ``Label/treaty`` count.
    ///   - dates: the temporal expressions of the text.
    ///   - names: of people, organizations and places: states named in the first two are no parties.
    ///   - year: when the document was written, if known: a treaty of a later year is not meant.
    func resolve(
        _ matches: [RuleMatches], dates: [FoundDate], names: [NameSpan] = [], year: Int? = nil,
        _ memory: inout TreatyMemory
    ) -> (found: [FoundTreaty], entities: [FoundTreatyEntity]) {
        var candidates = TreatyCandidates(text: text, hits: hits, catalogue: catalogue)
            .settled(matches, rules, &memory)
        if candidates.isEmpty { return ([], []) }
        let parties = TreatyParties(
            in: sentences(of: candidates), text, hits, catalogue, except: names, &memory)
        for index in candidates.indices where candidates[index].needsState {
            let sentence = text.sentence(of: candidates[index].tokens.lowerBound)
            if candidates[index].kind != "treaty", candidates[index].kind != "armistice",
                parties.states(in: sentence).isEmpty
            {
                candidates[index].mention = .anaphor
            }
        }
        let calendar = [TreatyDate](dates)
        let events = TreatyEvents(text: text, dates: calendar, parties: parties)
        let facts = events.facts(of: candidates)
        // What the rest of the document names decides between several treaties, and where a date speaks against one.
        let isWide = candidates.indices.contains { index in
            let known = candidates[index].known
            return (known.count > 1 || facts[index].signed != nil)
                && known.contains { !$0.parties.isEmpty }
        }
        let everywhere =
            isWide
            ? TreatyParties(
                in: [text.tokens.indices], text, hits, catalogue, except: names, &memory
            ).codes(in: text.tokens.indices) : []
        let choice = TreatyChoice(
            text: text, parties: parties, dates: calendar, year: year,
            everywhere: everywhere)
        var linker = TreatyLinker(
            text: text, hits: hits, catalogue: catalogue, choice: choice,
            tables: memory.takeTables())
        var found: [FoundTreaty] = []
        found.reserveCapacity(candidates.count)
        for index in candidates.indices {
            guard let record = linker.link(candidates[index], facts[index]) else { continue }
            found.append(
                FoundTreaty(
                    tokens: candidates[index].tokens,
                    mention: linker.mention(of: candidates[index]),
                    rule: candidates[index].rule, record: record))
        }
        let references = TreatyReferences(text: text)
        for (index, mention) in found.enumerated() where mention.mention != .anaphor {
            let next = index + 1 < found.count ? found[index + 1].tokens.lowerBound : .max
            linker.cite(mention.record, references.ids(after: mention.tokens, limit: next))
        }
        memory.give(back: linker.takeTables())
        memory.steps += linker.steps
        let negotiators = linker.wantsNegotiators ? negotiators(names, &memory) : ([], [])
        return (found, linker.entities(negotiators: negotiators))
    }

    /// The sentences that candidates stand in, each once.
    private func sentences(of candidates: [TreatyCandidate]) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        for candidate in candidates {
            let token = candidate.tokens.lowerBound
            if let last = sentences.last, last.contains(token) { continue }
            sentences.append(text.sentence(of: token))
        }
        return sentences
    }

    /// The two sides of the talks that the document is about, if it speaks of one pair only.
    private func negotiators(
        _ names: [NameSpan], _ memory: inout TreatyMemory
    ) -> (codes: [String], tokens: [Range<Int>]) {
        var result: (codes: [String], tokens: [Range<Int>]) = ([], [])
        var parties: TreatyParties?
        var last = 0..<0
        for between in text.tokens.indices
        where text.tokens[between].hash == TreatyWords.between {
            let sentence = text.sentence(of: between)
            guard hasTalks(before: between, sentence) else { continue }
            if sentence != last {
                parties = TreatyParties(
                    in: [sentence], text, hits, catalogue, except: names, &memory)
                last = sentence
            }
            guard let parties, let pair = parties.between(between, limit: sentence.upperBound)
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

    /// Whether one of the two words before `between` is of negotiations, with no other `between` after it.
    private func hasTalks(before between: Int, _ sentence: Range<Int>) -> Bool {
        for index in [between - 1, between - 2] where index >= sentence.lowerBound {
            let hash = text.tokens[index].hash
            if TreatyWords.negotiate.contains(hash) { return true }
            if hash == TreatyWords.between { return false }
        }
        return false
    }
}
